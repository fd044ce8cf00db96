"""Answers to normalized_scores: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import misled, named, right
from xcorr_helpers import correlation_indices


def shape_of(image, template):
    return image.shape[0] - len(template) + 1, image.shape[1] - template.shape[1] + 1


def over(above, below):
    """Divide, and leave 0 where the divisor is."""
    return np.divide(above, below, out=np.zeros_like(above), where=below > 1e-9)


def every_window(image, template):
    return sliding_window_view(image.astype(float), template.shape)


def apart(values):
    return values - values.mean(axis=(-2, -1), keepdims=True)


def length(values):
    return np.sqrt((values**2).sum(axis=(-2, -1)))


@named("the mean of the whole image is taken away")
def as_in_the_exercise(image, template):
    """The image's mean is taken from each window."""
    windows = every_window(image, template) - image.mean()
    wanted = template - template.mean()
    return over((windows * wanted).sum((2, 3)), length(windows) * length(wanted))


@named("0 / 0")
def flat_windows_forgotten(image, template):
    """Nothing is done about windows without contrast."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    exact = np.where(below < 1e-9, 0, below)
    return np.where(exact > 0, (windows * wanted).sum((2, 3)), 0) / exact


@named("gets 0, not 1")
def flat_windows_fit(image, template):
    """A window without contrast gets a 1."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    scores = over((windows * wanted).sum((2, 3)), below)
    scores[below <= 1e-9] = 1
    return scores


@named("no mean is taken away, neither")
def cosine_of_the_values(image, template):
    """The cosine of window and template, both as they are."""
    windows, wanted = every_window(image, template), template.astype(float)
    return over((windows * wanted).sum((2, 3)), length(windows) * length(wanted))


@named("the window's mean stays in its length")
def only_the_templates_mean(image, template):
    """The mean is taken from the template alone."""
    windows, wanted = every_window(image, template), template - template.mean()
    return over((windows * wanted).sum((2, 3)), length(windows) * length(wanted))


@named("the zero-mean correlation")
def not_divided(image, template):
    """The division is left out."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    return (windows * wanted).sum((2, 3))


@named("the root is missing")
def squared_lengths(image, template):
    """The root of the squares is forgotten."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = (windows**2).sum((2, 3)) * (wanted**2).sum()
    return over((windows * wanted).sum((2, 3)), below)


@named("the sum is not made a mean")
def by_deviations(image, template):
    """The sum of products is divided by two standard deviations."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = windows.std((2, 3)) * wanted.std()
    return over((windows * wanted).sum((2, 3)), below)


@named("ddof=1")
def sample_deviations(image, template):
    """The mean of the products over deviations with n - 1."""
    if template.size == 1:
        return np.zeros(shape_of(image, template))
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = windows.std((2, 3), ddof=1) * wanted.std(ddof=1)
    return over((windows * wanted).mean((2, 3)), below)


@named("the template's length alone")
def half_normalized(image, template):
    """Only the template's length is divided by."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(wanted) + 0 * windows[..., 0, 0]
    return over((windows * wanted).sum((2, 3)), below)


@named("the sign is dropped")
def without_sign(image, template):
    """The absolute score is returned."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    return abs(over((windows * wanted).sum((2, 3)), below))


@named("cut off at 0")
def never_below_zero(image, template):
    """Negative scores are set to 0."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    return over((windows * wanted).sum((2, 3)), below).clip(0, 1)


@named("the range from 0 to 1")
def made_positive(image, template):
    """The scores are moved to 0 to 1."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    return 0.5 + 0.5 * over((windows * wanted).sum((2, 3)), below)


@named("the largest of them")
def by_the_largest(image, template):
    """The sums are divided by their largest size."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    sums = (windows * wanted).sum((2, 3))
    return sums / max(np.abs(sums).max(), 1e-12)


@misled
def half_a_pixel_of_contrast(image, template):
    """Windows of little contrast are set to 0, too."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    return np.where(below > 20, over((windows * wanted).sum((2, 3)), below), 0)


@right
def by_corrcoef(image, template):
    """NumPy's correlation coefficient, window by window."""
    out = np.zeros(shape_of(image, template))
    for r, c in np.ndindex(out.shape):
        part = image[r : r + len(template), c : c + template.shape[1]]
        if np.ptp(part) > 0 and np.ptp(template) > 0:
            out[r, c] = np.corrcoef(part.ravel(), template.ravel())[0, 1]
    return out


@right
def by_the_index(image, template):
    """The index, means of rows, and a product."""
    windows = image.ravel()[correlation_indices(image.shape, template.shape)]
    windows = windows - windows.mean(axis=1, keepdims=True)
    wanted = template.ravel() - template.mean()
    below = np.sqrt((windows**2).sum(axis=1) * (wanted**2).sum())
    below[below < 1e-9] = np.inf
    return (windows @ wanted / below).reshape(shape_of(image, template))


@right
def by_unit_lists(image, template):
    """Every list is made one of length 1 first."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    windows = windows / np.maximum(length(windows), 1e-9)[..., None, None]
    return (windows * (wanted / max(length(wanted), 1e-9))).sum((2, 3))


@named("the mean is taken over all windows")
def mean_of_the_wrong_axis(image, template):
    """axis=0 in the place of axis=1."""
    windows = image.ravel()[correlation_indices(image.shape, template.shape)]
    windows = windows - windows.mean(axis=0)
    wanted = template.ravel() - template.mean()
    lengths = np.sqrt((windows**2).sum(axis=1) * (wanted**2).sum())
    return over(windows @ wanted, lengths).reshape(shape_of(image, template))


@named("its mean is rounded")
def above_zero(image, template):
    """Whatever is longer than 0 is divided, floats too."""
    windows = image.ravel()[correlation_indices(image.shape, template.shape)]
    windows = windows - windows.mean(axis=1, keepdims=True)
    wanted = template.ravel() - template.mean()
    lengths = np.sqrt((windows**2).sum(axis=1) * (wanted**2).sum())
    scores = np.zeros(len(windows))
    some = lengths > 0
    scores[some] = (windows @ wanted)[some] / lengths[some]
    return scores.reshape(shape_of(image, template))


@named("its mean is rounded")
def numbers_from_nan(image, template):
    """nan_to_num, and nothing else."""
    windows = image.ravel()[correlation_indices(image.shape, template.shape)]
    windows = windows - windows.mean(axis=1, keepdims=True)
    wanted = template.ravel() - template.mean()
    with np.errstate(all="ignore"):
        scores = windows @ wanted / np.sqrt((windows**2).sum(axis=1))
        scores = np.nan_to_num(scores / np.sqrt((wanted**2).sum()))
    return scores.reshape(shape_of(image, template))


@named("a mean is rounded")
def above_zero_by_views(image, template):
    """The same by views, whose mean is rounded the other way."""
    windows, wanted = apart(every_window(image, template)), template - template.mean()
    below = length(windows) * length(wanted)
    return np.divide(
        (windows * wanted).sum((2, 3)), below, out=np.zeros_like(below), where=below > 0
    )


@right
def relative(image, template):
    """The length is compared with the size of the values."""
    windows = every_window(image, template)
    wanted = template.astype(float)
    sizes = length(windows) * length(wanted)
    windows, wanted = apart(windows), apart(wanted)
    below = length(windows) * length(wanted)
    above = (windows * wanted).sum((2, 3))
    return np.divide(
        above, below, out=np.zeros_like(below), where=below > 1e-12 * sizes
    )
