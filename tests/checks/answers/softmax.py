"""Answers to softmax: wrong ones by their slip, and right ones."""

import math

import numpy as np

from tests.checks.labels import named, right


@named("exp of a large score is infinite: take")
def maximum_not_subtracted(scores):
    """The maximum is not subtracted, so that large scores give nan."""
    powers = np.exp(scores)
    return powers / powers.sum(axis=1, keepdims=True)


@named("exp of a large score is infinite: take")
def maximum_not_subtracted_in_loop(scores):
    """Each row is exp over sum of exp, no maximum subtracted."""
    result = np.zeros(scores.shape)
    for n, row in enumerate(scores):
        powers = np.exp(row)
        result[n] = powers / powers.sum()
    return result


@named("the largest of the first row is taken away")
def maximum_of_the_first_row(scores):
    """The first row's maximum is subtracted from every row."""
    result = np.zeros(scores.shape)
    for n, row in enumerate(scores):
        powers = np.exp(row - scores[0].max())
        result[n] = powers / powers.sum()
    return result


@named("the largest of each column is taken away")
def maximum_of_columns(scores):
    """The column's maximum is subtracted, not the row's."""
    shifted = scores - scores.max(axis=0, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@named("the mean of the row is taken away")
def mean_subtracted(scores):
    """The row's mean is subtracted."""
    shifted = scores - scores.mean(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@named("the largest power is taken away")
def subtracted_after_exp(scores):
    """The maximum is subtracted from the powers, after np.exp."""
    powers = np.exp(scores)
    powers = powers - powers.max(axis=1, keepdims=True)
    return powers / powers.sum(axis=1, keepdims=True)


@named("the sum is of powers with the largest still in")
def sum_of_unshifted(scores):
    """The divisor sums the exp of scores that were not shifted."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / np.exp(scores).sum(axis=1, keepdims=True)


@named("each column is turned into shares")
def axis_0_throughout(scores):
    """Maximum and sum are taken along axis 0, per class."""
    shifted = scores - scores.max(axis=0, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=0, keepdims=True)


@named("each column is turned into shares")
def axis_0_by_transposing(scores):
    """The columns are softmaxed: axis 0 without keepdims."""
    powers = np.exp(scores - scores.max(axis=0))
    return powers / powers.sum(axis=0)


@named("all images are one long row")
def sum_of_all_and_maximum_of_all(scores):
    """Maximum and sum are those of the whole array."""
    powers = np.exp(scores - np.max(scores))
    return powers / np.sum(powers)


@named("the sums lie in a row, as without keepdims")
def keepdims_forgotten_in_the_sum(scores):
    """keepdims is forgotten in the sum."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1)


@named("the largest lie in a row, as without keepdims")
def maximum_as_a_row(scores):
    """The maxima are made a row in place of a column."""
    largest = np.max(scores, axis=-1)
    powers = np.exp(scores - largest[None, :])
    return powers / np.sum(powers, axis=-1)[:, None]


@named("these are the powers, perhaps over the row's largest")
def divided_by_the_maximum(scores):
    """The powers are divided by their maximum, not by the sum."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.max(axis=1, keepdims=True)


@named("it is divided by the mean of the powers")
def mean_for_sum(scores):
    """The powers are divided by their mean."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.mean(axis=1, keepdims=True)


@named("the scores are divided by the row's largest")
def divided_in_place_of_subtracted(scores):
    """The scores are divided by the maximum, not shifted."""
    shifted = scores / scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@named("the scores are clipped, and those beyond become equal")
def clipped_at_700(scores):
    """The scores are clipped at 700 in place of the shift."""
    largest = np.max(scores, axis=-1)
    powers = np.exp(np.minimum(scores, 700.0))
    return powers / np.sum(powers, axis=-1)[:, None]


@named("nan and infinity are replaced afterwards")
def nan_made_zero(scores):
    """np.nan_to_num hides what overflows, nothing is shifted."""
    powers = np.exp(scores)
    return np.nan_to_num(powers / powers.sum(axis=1, keepdims=True))


@named("the powers are of 2, not of e")
def power_of_two(scores):
    """2 is raised to the scores in place of e."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp2(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@named("turned into a share by itself, by a sigmoid")
def sigmoid(scores):
    """The sigmoid of each score is returned."""
    return 1 / (1 + np.exp(-scores))


@named("only the largest gets anything, a 1, as by argmax")
def one_hot_of_the_argmax(scores):
    """The row's largest gets 1, all others 0 (a hard maximum)."""
    return np.eye(scores.shape[1])[scores.argmax(axis=1)]


@named("the last row is left at 0")
def last_row_left_out(scores):
    """The loop stops before the last row."""
    result = np.zeros(scores.shape)
    for n, row in enumerate(scores[:-1]):
        powers = np.exp(row - row.max())
        result[n] = powers / powers.sum()
    return result


@named("only the first row comes back")
def first_row_returned(scores):
    """Only the first row's softmax is returned."""
    for row in scores:
        powers = np.exp(row - row.max())
        return powers / powers.sum()


@named("float16 holds three digits")
def half_precision(scores):
    """The scores are made 16-bit floats."""
    scores = scores.astype(np.float16)
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@named("is added to the sum, or the sum starts at")
def constant_added_to_the_sum(scores):
    """One is added to the sum, against a division by zero."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / (1 + powers.sum(axis=1, keepdims=True))


@named("the largest is that of all images; and the sum goes")
def global_maximum_and_axis_0(scores):
    """The maximum is that of all, and the sum is the columns'."""
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=0)


@right
def by_keepdims(scores):
    """Maximum and sum with keepdims."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)


@right
def by_loop(scores):
    """A loop over the rows."""
    result = np.zeros(scores.shape)
    for n, row in enumerate(scores):
        powers = np.exp(row - row.max())
        result[n] = powers / powers.sum()
    return result


@right
def by_new_axis(scores):
    """Maximum and sum with a new axis."""
    largest = np.max(scores, axis=-1)
    powers = np.exp(scores - largest[:, None])
    return powers / np.sum(powers, axis=-1)[:, None]


@right
def by_lists(scores):
    """math.exp in nested lists, Python's own max and sum."""
    rows = []
    for row in scores.tolist():
        powers = [math.exp(score - max(row)) for score in row]
        rows.append([power / math.fsum(powers) for power in powers])
    return np.array(rows)
