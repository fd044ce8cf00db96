"""Find a small picture in larger ones: one correlation, and sums over its windows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ._arguments import check_bytes, describe
from ._arrays import check_axes, computing_dtype, real_numbers
from .correlation import correlate

__all__ = ["match_template"]

BLOCK_VALUES = 2**18  # of one image, of which about a dozen arrays are held
MEASURES = ("cc", "ncc", "zcc", "zncc", "ssd", "nssd")


def match_template(
    images: npt.ArrayLike, template: npt.ArrayLike, *, measure: str = "zncc"
) -> np.ndarray:
    """Measure how well a template fits each window of each image.

    Parameters
    ----------
    images : (N, H, W, C) array_like
        Images, channels last. N may be 0. Never written to.
    template : (h, w, C) array_like
        The small picture that is looked for, with the images' channels.
    measure : {"zncc", "zcc", "ncc", "cc", "ssd", "nssd"}
        How the template T is compared with a window I of its size. T' and I' are the
        two less their means, of each channel its own; norm is the root of the sum of
        squares. The first four are large where the template fits, the last two small.

        - "cc", cross-correlation: sum(T * I). OpenCV's ``TM_CCORR``.
        - "ncc", normalized: sum(T * I) / (norm(T) * norm(I)). ``TM_CCORR_NORMED``.
        - "zcc", of zero mean: sum(T' * I'). ``TM_CCOEFF``.
        - "zncc", of zero mean, normalized: sum(T' * I') / (norm(T') * norm(I')).
          ``TM_CCOEFF_NORMED``, and scikit-image's `match_template`.
        - "ssd", sum of squared differences: sum((T - I)**2). ``TM_SQDIFF``.
        - "nssd", normalized: "ssd" / (norm(T) * norm(I)), and 1 where that is larger.
          ``TM_SQDIFF_NORMED``.

    Returns
    -------
    (N, H - h + 1, W - w + 1) array
        A number for each placement: where it is largest (or smallest), there the
        template's upper left pixel belongs. float32 if images and template both are,
        else float64.

    Raises
    ------
    ValueError
        If the shapes do not fit each other, or the measure is unknown.
    TypeError
        If an array holds anything but float64, float32, integers or booleans.

    Notes
    -----
    A window without contrast has no "zncc", 0 / 0: it gets 0, and so does each window
    if the template has none (OpenCV then answers 1 everywhere). Without contrast is
    what varies by no more than the rounding of its own values. In "ncc", what is zero
    throughout gets 0. In "nssd" it gets 1, the worst, and so does all that is worse
    than 1, as in OpenCV.

    The sums over windows are made by joining neighbouring windows, each with its mean
    and the squares around it, and nothing is ever subtracted that was added before. A
    NaN reaches the windows that hold it, and no other. All is computed in float64,
    rows of one image after the other: beside arguments and result it holds some dozen
    megabytes, more only where the template is large itself.

    scikit-image takes a single mean over all channels of a window. So does this, if
    the channels are made columns: of ``images.reshape(N, H, W * C, 1)`` and
    ``template.reshape(h, w * C, 1)``, every C-th column of the result.

    References
    ----------
    J. P. Lewis, "Fast template matching", 1995. T. F. Chan, G. H. Golub and
    R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample
    variances", 1982.

    Examples
    --------
    >>> image = np.array([[9, 9, 1, 2, 7], [9, 9, 3, 1, 8]])
    >>> template = np.array([[1, 2], [3, 1]])
    >>> for measure in ("cc", "zncc"):
    ...     print(match_template(image[None, ..., None], template[..., None],
    ...                          measure=measure).round(2)[0, 0])
    [63. 41. 15. 27.]
    [ 0.    0.21  1.   -0.45]
    """
    if not isinstance(measure, str) or measure not in MEASURES:
        known = '"zncc", "zcc", "ncc", "cc", "ssd" or "nssd"'
        raise ValueError(f"measure must be {known}, got {describe(measure)}")
    images, template = (
        real_numbers(images, "images"),
        real_numbers(template, "template"),
    )
    _check_shapes(images, template)
    dtype = computing_dtype(images, template)
    places = (a - b + 1 for a, b in zip(images.shape[1:3], template.shape))
    shape = (len(images), *places)
    check_bytes(shape, dtype, "a result", "images", lambda: f"shape {images.shape}")
    out = np.empty(shape, dtype)
    weights = template.astype(np.float64)
    with np.errstate(invalid="ignore", over="ignore"):  # of NaN and infinity alone
        of_template = _moments(weights, template.shape)
        for image, places in zip(images, out):
            for rows in _blocks(image.shape, len(template)):
                read = slice(rows.start, rows.stop + len(template) - 1)
                pixels = image[read].astype(np.float64)
                found = _measured(pixels, weights, of_template, measure, dtype)
                places[rows] = found
    return out


def _blocks(image_shape: tuple[int, ...], height: int) -> Iterator[slice]:
    """Cut the output's rows: what a block reads has about `BLOCK_VALUES`."""
    _, width, channels = image_shape
    most = max(height, BLOCK_VALUES // (width * channels))
    out_height = image_shape[0] - height + 1
    for first in range(0, out_height, most):
        yield slice(first, min(first + most, out_height))


def _check_shapes(images: np.ndarray, template: np.ndarray) -> None:
    remedies = {2: "images[None, ..., None]", 3: "images[None] or images[..., None]"}
    check_axes(images, "images", ["(N, H, W, C)"], remedy=remedies.get(images.ndim, ""))
    remedy = "template[..., None]" if template.ndim == 2 else ""
    check_axes(template, "template", ["(h, w, C)"], smallest=1, remedy=remedy)
    if template.shape[2] != images.shape[3]:
        raise ValueError(
            f"template {template.shape} must have as many channels as images "
            f"{images.shape}: {images.shape[3]}, not {template.shape[2]}"
        )
    if any(a < b for a, b in zip(images.shape[1:3], template.shape)):
        raise ValueError(
            f"template {template.shape} must fit into images {images.shape}: it has "
            f"{template.shape[0]} x {template.shape[1]} pixels, each image "
            f"{images.shape[1]} x {images.shape[2]}"
        )


class _Moments(NamedTuple):
    """Of each window, channel by channel: how many values, and their mean."""

    values: int
    mean: np.ndarray
    spread: np.ndarray  # the sum of squared distances from the mean

    @property
    def squares(self) -> np.ndarray:
        """The sum of the squared values, over all channels."""
        total: np.ndarray = (self.spread + self.values * self.mean**2).sum(axis=-1)
        return total

    def contrast(self, dtype: np.dtype[Any]) -> np.ndarray:
        """The spread over all channels; 0 where it is no more than rounding."""
        spread = self.spread.sum(axis=-1)
        rounding = (8 * np.finfo(dtype).eps) ** 2
        return np.where(spread <= rounding * self.squares, 0, spread)


def _moments(image: np.ndarray, window: tuple[int, ...]) -> _Moments:
    """Sum over every window, by joining windows that are neighbours."""
    pixels = _Moments(1, image, np.zeros(image.shape))
    return _runs(_runs(pixels, window[1], 1), window[0], 0)


def _runs(block: _Moments, length: int, axis: int) -> _Moments:
    """Join `length` neighbours along an axis, at every place, by doubling."""
    run, done, size = None, 0, 1
    while True:
        if length & size:
            run = block if run is None else _joined(run, block, done, axis)
            done += size
        if done == length:
            assert run is not None
            return run
        block, size = _joined(block, block, size, axis), 2 * size


def _joined(first: _Moments, second: _Moments, distance: int, axis: int) -> _Moments:
    """Join each window with the one that starts `distance` further on."""
    places = second.mean.shape[axis] - distance
    near = (slice(None),) * axis + (slice(0, places),)
    far = (slice(None),) * axis + (slice(distance, None),)
    count = first.values + second.values
    step = second.mean[far] - first.mean[near]
    mean = first.mean[near] + step * (second.values / count)
    between = step**2 * (first.values * second.values / count)
    return _Moments(count, mean, first.spread[near] + second.spread[far] + between)


def _measured(
    image: np.ndarray,
    template: np.ndarray,
    of_template: _Moments,
    measure: str,
    dtype: np.dtype[Any],
) -> np.ndarray:
    """Measure one image, in float64."""
    if measure in ("cc", "ncc"):
        found = _products(image, template)
    elif measure in ("zcc", "zncc"):
        found = _products(image - _level(image), template - of_template.mean)
    else:  # a distance stays the same if both are moved
        level = _level(image)
        near, wanted = image - level, template - level
        near_squares = _moments(near, template.shape).squares
        found = near_squares - 2 * _products(near, wanted) + (wanted**2).sum()
        found = np.maximum(found, 0)
    if measure[0] != "n" and measure != "zncc":
        return found
    moments = _moments(image, template.shape)
    if measure == "zncc":
        sizes = moments.contrast(dtype), of_template.contrast(dtype)
    else:
        sizes = moments.squares, of_template.squares
    return _normalized(found, np.sqrt(sizes[0]) * np.sqrt(sizes[1]), measure == "nssd")


def _products(image: np.ndarray, template: np.ndarray) -> np.ndarray:
    return correlate(image[None], template[None])[0, ..., 0]


def _level(image: np.ndarray) -> np.ndarray:
    """A whole number near the mean of each channel, whatever else is in it."""
    finite = np.isfinite(image)
    count = np.maximum(finite.sum(axis=(0, 1)), 1)
    mean = np.where(finite, image, 0).sum(axis=(0, 1)) / count
    level: np.ndarray = np.rint(mean)
    return level


def _normalized(found: np.ndarray, sizes: np.ndarray, distance: bool) -> np.ndarray:
    """Divide; where there is nothing to divide by, take 0, or the worst distance."""
    is_nothing = sizes == 0
    quotient = found / np.where(is_nothing, 1, sizes)
    quotient = np.where(is_nothing, float(distance), quotient)
    return np.clip(quotient, -1, 1)
