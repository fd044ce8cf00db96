"""Answers to mean_share: wrong ones by their slip, and right ones."""

import statistics

import numpy as np

from tests.checks.labels import named, right


@named("this is the ordinary mean, with logarithms around it or")
def ordinary_mean(ours, theirs):
    """The ordinary mean of the shares is taken."""
    return np.mean(ours / theirs)


@named("the shares are upside down: ours by theirs, below 1 where")
def shares_upside_down(ours, theirs):
    """The shares are theirs by ours."""
    shares = theirs / ours
    return np.prod(shares) ** (1 / len(shares))


@named("this is the product of the n shares, as is np.exp of summed")
def root_forgotten(ours, theirs):
    """The product is returned without its root."""
    return np.prod(ours / theirs)


@named("a square root is for two shares: n is the number of tasks,")
def square_root(ours, theirs):
    """The square root is taken, however many shares there are."""
    return np.sqrt(np.prod(ours / theirs))


@named("product ** 1 / n is (product ** 1) / n: write product ** (1")
def power_before_division(ours, theirs):
    """Without parentheses the power 1 comes first, and then the division by n."""
    shares = ours / theirs
    return np.prod(shares) ** 1 / len(shares)


@named("1 // n is 0, and a power of 0 makes 1 of everything: write")
def exponent_floored(ours, theirs):
    """The exponent 1 // n is 0 as soon as there are two shares."""
    shares = ours / theirs
    return np.prod(shares) ** (1 // len(shares))


@named("this compares the sums of the times, or their means: the")
def share_of_the_sums(ours, theirs):
    """All our time is divided by all of theirs."""
    return ours.sum() / theirs.sum()


@named("this compares the middle times: the mean is made of the")
def share_of_the_medians(ours, theirs):
    """Our median time is divided by theirs."""
    return np.median(ours) / np.median(theirs)


@named("this is the harmonic mean of the shares: multiply them, and")
def harmonic_mean(ours, theirs):
    """The harmonic mean of the shares is taken."""
    return len(ours) / np.sum(theirs / ours)


@named("this is the mean of the logarithms: np.exp leads back from")
def exp_forgotten(ours, theirs):
    """The mean of the logarithms is returned as it is."""
    return np.mean(np.log(ours / theirs))


@named("np.log10 goes with 10 **, and np.exp with np.log: here")
def decimal_logs_natural_exp(ours, theirs):
    """The logarithms are decimal, but exp undoes natural ones."""
    return np.exp(np.mean(np.log10(ours / theirs)))


@named("logarithms are divided: log(a / b) is log(a) - log(b)")
def logs_divided(ours, theirs):
    """Logarithms are divided where they should be subtracted."""
    return np.exp(np.mean(np.log(ours) / np.log(theirs)))


@named("the root is the (n + 1)-th, one too high: n shares have an")
def one_share_too_many(ours, theirs):
    """The root is the (n + 1)-th."""
    shares = ours / theirs
    return np.prod(shares) ** (1 / (len(shares) + 1))


@named("n is the number of tasks, not of methods")
def counts_methods(ours, theirs):
    """The methods are counted, and not the tasks."""
    table = np.array([ours, theirs])
    return np.prod(table[0] / table[1]) ** (1 / len(table))


@named("only our product has a root: theirs needs one, too, or both")
def root_of_ours_only(ours, theirs):
    """Only our product has a root."""
    return np.prod(ours) ** (1 / len(ours)) / np.prod(theirs)


@named("this is the mean of our times: each is to be a share of")
def theirs_forgotten(ours, theirs):
    """The geometric mean of our times is taken, without theirs."""
    return np.prod(ours) ** (1 / len(ours))


@named("our times and theirs are multiplied, or their logarithms")
def products_of_times(ours, theirs):
    """The times are multiplied by each other, and not divided."""
    return np.prod(ours * theirs) ** (1 / len(ours))


@named("the two means are subtracted: divide our mean by theirs")
def difference_of_means(ours, theirs):
    """The geometric means are subtracted, and not divided."""
    n = len(ours)
    return np.prod(ours) ** (1 / n) - np.prod(theirs) ** (1 / n)


@named("// cuts each share down to a whole number, as int does:")
def shares_cast_to_int(ours, theirs):
    """The shares are cast to int before they are multiplied."""
    shares = (ours / theirs).astype(int)
    return float(np.prod(shares)) ** (1 / len(shares))


@named("the mean is rounded to a few digits: leave it as it is")
def result_rounded(ours, theirs):
    """The mean is rounded to two digits."""
    shares = ours / theirs
    return round(np.prod(shares) ** (1 / len(shares)), 2)


@named("this is in percent: a share of one half is 0.5")
def in_percent(ours, theirs):
    """The mean is given in percent."""
    shares = ours / theirs
    return 100 * np.prod(shares) ** (1 / len(shares))


@named("the root of each share is there: multiply them")
def roots_not_multiplied(ours, theirs):
    """The roots of all shares are returned, and not multiplied."""
    shares = ours / theirs
    return shares ** (1 / len(shares))


@named("the roots of the shares are added: multiply them")
def sum_of_roots(ours, theirs):
    """The roots of the shares are added up."""
    n = len(ours)
    return sum((a / b) ** (1 / n) for a, b in zip(ours, theirs))


@named("the last share is left out: the loop goes on to the end")
def last_share_left_out(ours, theirs):
    """The last share is cut off."""
    shares = ours[:-1] / theirs[:-1]
    return np.prod(shares) ** (1 / len(ours))


@named("only the last share is there: product *= share, with a *")
def only_the_last_share(ours, theirs):
    """Each share replaces the one before, with = where *= is due."""
    product = 1.0
    for share in ours / theirs:
        product = share
    return product ** (1 / len(ours))


@named("a root is taken in every turn of the loop: one is due,")
def root_in_the_loop(ours, theirs):
    """The root is taken of the running product in each round."""
    product = 1.0
    for share in ours / theirs:
        product = (product * share) ** (1 / len(ours))
    return product


@named("this is 1 / n to the power of the product:")
def power_arguments_exchanged(ours, theirs):
    """np.power is given the exponent first."""
    shares = ours / theirs
    return np.power(1 / len(shares), np.prod(shares))


@named("the longer time is always divided by the shorter: a share")
def slower_by_faster(ours, theirs):
    """The longer time is always divided by the shorter one."""
    shares = np.maximum(ours, theirs) / np.minimum(ours, theirs)
    return np.prod(shares) ** (1 / len(shares))


@named("np.prod takes its second argument for an axis: divide, then")
def theirs_as_axis(ours, theirs):
    """np.prod takes theirs for an axis, and fails."""
    return np.prod(ours, theirs) ** (1 / len(ours))


@named("the loop goes one too far: the last place is n - 1")
def index_too_far(ours, theirs):
    """The loop counts from 1 to n, and reads past the end."""
    product = 1.0
    for i in range(1, len(ours) + 1):
        product *= ours[i] / theirs[i]
    return product ** (1 / len(ours))


@named("ours by theirs; and this is the product of the n shares")
def upside_down_and_no_root(ours, theirs):
    """The shares are theirs by ours, and the root is forgotten."""
    return np.prod(theirs / ours)


@named("ours by theirs; and this compares the sums of the times")
def sums_upside_down(ours, theirs):
    """All their time is divided by all of ours."""
    return sum(theirs) / sum(ours)


@right
def right_by_logs(ours, theirs):
    """The mean of the logarithms is undone by exp."""
    return np.exp(np.mean(np.log(ours / theirs)))


@right
def right_by_difference_of_logs(ours, theirs):
    """Binary logarithms are subtracted, averaged and undone."""
    return 2 ** (np.log2(ours) - np.log2(theirs)).mean()


@right
def right_by_loop(ours, theirs):
    """Shares are multiplied one by one, in Python's floats."""
    product = 1.0
    for our_time, their_time in zip(ours.tolist(), theirs.tolist()):
        product *= our_time / their_time
    return product ** (1 / len(ours))


@right
def right_by_statistics(ours, theirs):
    """The statistics module has a geometric mean."""
    return statistics.geometric_mean([a / b for a, b in zip(ours, theirs)])
