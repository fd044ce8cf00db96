"""Answers to cheapest_t: wrong ones by their slip, and right ones."""

import math

import numpy as np

from tests.checks.labels import named, right


@named("the rule is rounded to the nearest: near it, compare the")
def rule_rounded(out_width, kernel_width, n_kernels, ratio):
    """The rule is rounded, and no cost compared."""
    return round(math.sqrt(ratio * (kernel_width - 1) / n_kernels))


@named("the rule lies between whole numbers: near it, compare the")
def rule_between_whole_numbers(out_width, kernel_width, n_kernels, ratio):
    """The rule is returned as it is, between whole numbers."""
    return np.sqrt(ratio * (kernel_width - 1) / n_kernels)


@named("nothing keeps t within the row, be it found by a search or")
def rule_without_a_row(out_width, kernel_width, n_kernels, ratio):
    """The rule's neighbours are compared, but nothing keeps them within the row."""
    rule = int(math.sqrt(ratio * (kernel_width - 1) / n_kernels))
    neighbours = max(rule, 1), rule + 1
    return min(
        neighbours,
        key=lambda t: (t + kernel_width - 1) * (ratio / t + n_kernels),
    )


@named("the rule has n_kernels and ratio exchanged; and no costs")
def rule_upside_down(out_width, kernel_width, n_kernels, ratio):
    """Kernels and ratio change places under the root."""
    rule = math.sqrt(n_kernels * (kernel_width - 1) / ratio)
    return min(max(round(rule), 1), out_width)


@named("t = 0 is tried, and the cost divides by it: range(1,")
def starts_at_zero(out_width, kernel_width, n_kernels, ratio):
    """The range starts at 0, and the cost divides by it."""

    def cost(t):
        return (t + kernel_width - 1) * (ratio / t + n_kernels)

    return min(range(out_width), key=cost)


@named("out_width is lessened by the kernel's: it is the outputs'")
def width_taken_for_the_image(out_width, kernel_width, n_kernels, ratio):
    """out_width is taken for the image's, and lessened by the kernel's once more."""

    def cost(t):
        return (t + kernel_width - 1) * (ratio / t + n_kernels)

    return min(range(1, max(out_width - kernel_width + 1, 1) + 1), key=cost)


@named("this is the dearest t, not the cheapest: min or argmin")
def dearest(out_width, kernel_width, n_kernels, ratio):
    """max finds the dearest t."""

    def cost(t):
        return (t + kernel_width - 1) * (ratio / t + n_kernels)

    return max(range(1, out_width + 1), key=cost)


@named("this is the least cost, and not the t that has it: min(...,")
def cost_returned_by_numpy(out_width, kernel_width, n_kernels, ratio):
    """The minimum of all costs is returned, and not where it is."""
    t = np.arange(1, out_width + 1)
    return ((t + kernel_width - 1) * (ratio / t + n_kernels)).min()


@named("or min has no key=cost")
def key_forgotten(out_width, kernel_width, n_kernels, ratio):
    """min has no key, and finds the least t: always 1."""
    return min(range(1, out_width + 1))


@named("t + kernel_width - 2 is one too few")
def kernel_width_less_two(out_width, kernel_width, n_kernels, ratio):
    """The strip is t + kernel_width - 2 wide, one too few."""

    def cost(t):
        return (t + kernel_width - 2) * (ratio / t + n_kernels)

    return min(range(1, out_width + 1), key=cost)


@named("this is 1, always: nothing in its cost gets less with t, as")
def ratio_not_shared(out_width, kernel_width, n_kernels, ratio):
    """The copying is not shared among the t outputs."""

    def cost(t):
        return (t + kernel_width - 1) * (ratio + n_kernels)

    return min(range(1, out_width + 1), key=cost)


@named("this is the widest strip, always: all its cost that knows t")
def kernels_left_out(out_width, kernel_width, n_kernels, ratio):
    """The products are left out, and only the copies are counted."""

    def cost(t):
        return (t + kernel_width - 1) * ratio / t

    return min(range(1, out_width + 1), key=cost)


@named("this is the widest strip, always: all its cost that knows t")
def second_parentheses_forgotten(out_width, kernel_width, n_kernels, ratio):
    """Without the second parentheses the kernels are only added."""

    def cost(t):
        return (t + kernel_width - 1) * ratio / t + n_kernels

    return min(range(1, out_width + 1), key=cost)


@named("kernel_width and n_kernels are exchanged: a strip is as")
def kernels_and_width_exchanged(out_width, kernel_width, n_kernels, ratio):
    """The kernel's width and the number of kernels are exchanged."""

    def cost(t):
        return (t + n_kernels - 1) * (ratio / t + kernel_width)

    return min(range(1, out_width + 1), key=cost)


@named("the cost is that of a row of whole strips: that of an")
def row_of_whole_strips(out_width, kernel_width, n_kernels, ratio):
    """The cost of a row of whole strips is compared, and not that of an output."""

    def cost(t):
        strips = -(-out_width // t)
        return strips * (t + kernel_width - 1) * (ratio + t * n_kernels)

    return min(range(1, out_width + 1), key=cost)


@named("the least cost is never lessened in the loop: the last t")
def least_not_updated(out_width, kernel_width, n_kernels, ratio):
    """The least cost is never updated, so the last t below the first cost is found."""
    best, least = 1, kernel_width * (ratio + n_kernels)
    for t in range(2, out_width + 1):
        if (t + kernel_width - 1) * (ratio / t + n_kernels) < least:
            best = t
    return best


@named("this is the dearest t, not the cheapest: min or argmin")
def comparison_the_wrong_way(out_width, kernel_width, n_kernels, ratio):
    """The loop keeps the larger cost."""
    best, least = 1, kernel_width * (ratio + n_kernels)
    for t in range(2, out_width + 1):
        cost = (t + kernel_width - 1) * (ratio / t + n_kernels)
        if cost > least:
            best, least = t, cost
    return best


@named("ratio is the chapter's 5.5, whatever is given")
def ratio_of_the_chapter(out_width, kernel_width, n_kernels, ratio):
    """The chapter's 5.5 is written in the place of the ratio."""

    def cost(t):
        return (t + kernel_width - 1) * (5.5 / t + n_kernels)

    return min(range(1, out_width + 1), key=cost)


@named("the costs are bytes, which go round at 256")
def costs_in_a_byte(out_width, kernel_width, n_kernels, ratio):
    """The costs are kept in bytes, and wrap around at 256."""
    t = np.arange(1, out_width + 1)
    costs = (t + kernel_width - 1) * (ratio / t + n_kernels)
    return t[np.argmin(costs.astype(int).astype(np.uint8))]


@named("this is the number of strips in a row: the outputs in a")
def number_of_strips(out_width, kernel_width, n_kernels, ratio):
    """The number of strips in a row is returned, and not the outputs in a strip."""

    def cost(t):
        return (t + kernel_width - 1) * (ratio / t + n_kernels)

    return -(-out_width // min(range(1, out_width + 1), key=cost))


@named("this is the place of the dearest, counted from 0: argmin,")
def position_of_the_dearest(out_width, kernel_width, n_kernels, ratio):
    """The dearest is found, and its position returned, one less than its t."""
    t = np.arange(1, out_width + 1)
    return int(((t + kernel_width - 1) * (ratio / t + n_kernels)).argmax())


@right
def right_by_argmin(out_width, kernel_width, n_kernels, ratio):
    """np.argmin finds the place, and one is added: a np.int64."""
    t = np.arange(1, out_width + 1)
    return np.argmin((t + kernel_width - 1) * (ratio / t + n_kernels)) + 1


@right
def right_by_fancy_index(out_width, kernel_width, n_kernels, ratio):
    """The array of all t is indexed where the cost is least."""
    t = np.arange(1, out_width + 1)
    costs = (t + kernel_width - 1) * (ratio / t + n_kernels)
    return t[costs == costs.min()][0]


@right
def right_by_loop(out_width, kernel_width, n_kernels, ratio):
    """A loop keeps the cheapest t so far."""
    best, least = None, math.inf
    for t in range(1, out_width + 1):
        cost = (t + kernel_width - 1) * (ratio / t + n_kernels)
        if cost < least:
            best, least = t, cost
    return best


@right
def right_by_sorting(out_width, kernel_width, n_kernels, ratio):
    """The first of the t sorted by cost is taken."""
    ordered = sorted(
        range(1, out_width + 1),
        key=lambda t: (t + kernel_width - 1) * (ratio / t + n_kernels),
    )
    return ordered[0]
