"""Chapter 2: sums of other products, and placements that do not fit, or are missing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .._cases import gather_sum
from .chapter_2_parts import Shape, placements

PADDED = (
    "the image is padded, so that the output is as large as the image (`same`): only "
    "placements that lie on it count (`valid`)"
)
OVER_THE_EDGE = (
    "the kernel runs over the image's edge: {image.shape[0]} - {kernel.shape[0]} + 1 "
    "placements fit down, {image.shape[1]} - {kernel.shape[1]} + 1 across"
)
EXCHANGED = (
    "the kernel's height and width are exchanged where placements are counted: "
    "{image.shape[0]} - {kernel.shape[0]} + 1 fit down"
)


def _windows(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    return sliding_window_view(a, k.shape)


def _padded(a: np.ndarray, k: np.ndarray, late: int, mode: Any = "constant") -> Any:
    """Pad to `same`; of an odd number, the larger half comes late, or early."""
    before = [(size - late) // 2 for size in k.shape]
    pads = [(n, size - 1 - n) for n, size in zip(before, k.shape)]
    return gather_sum(np.pad(a, pads, mode=mode), k)


def _full(a: np.ndarray, k: np.ndarray) -> np.ndarray:
    return gather_sum(np.pad(a, [(size - 1, size - 1) for size in k.shape]), k)


def _larger(a: np.ndarray, k: np.ndarray, mode: Any) -> np.ndarray:
    """Let every pixel be a placement."""
    return gather_sum(np.pad(a, [(0, size - 1) for size in k.shape], mode=mode), k)


def _by_parts(a: np.ndarray, k: np.ndarray, counts: Shape | None = None) -> np.ndarray:
    out: np.ndarray = np.zeros(counts or a.shape)
    for r, c in np.ndindex(out.shape):
        out[r, c] = (a[r : r + len(k), c : c + k.shape[1]] * k).sum()
    return out


def _by_loops(a: np.ndarray, k: np.ndarray, counts: Shape | None = None) -> np.ndarray:
    out: np.ndarray = np.zeros(counts or a.shape)
    for r, c in np.ndindex(out.shape):
        for i, j in np.ndindex(k.shape):
            out[r, c] += a[r + i, c + j] * k[i, j]
    return out


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the mean of the products is taken: it is their sum",
        lambda a, k: gather_sum(a, k) / k.size,
    ),
    (
        "the result is divided by the sum of the kernel: it is the sum as it is",
        lambda a, k: gather_sum(a, k) / k.sum(),
    ),
    (
        "the products are not added up: sum over the kernel's two axes",
        lambda a, k: _windows(a, k) * k,
    ),
    (
        "the products are added up along the kernel's columns only: sum over both axes",
        lambda a, k: (_windows(a, k) * k).sum(3),
    ),
    (
        "the products are added up along the kernel's rows only: sum over both axes",
        lambda a, k: (_windows(a, k) * k).sum(2),
    ),
    (
        "the products of all placements are added up: sum over the kernel's axes only",
        lambda a, k: gather_sum(a, k).sum(),
    ),
    (
        "the products are added up over the placements: sum over the kernel's axes",
        lambda a, k: (_windows(a, k) * k).sum((0, 1)),
    ),
    (
        "pixels and kernel are added up first, and then multiplied: multiply first",
        lambda a, k: gather_sum(a, np.ones_like(k)) * k.sum(),
    ),
    (
        "the kernel's values are left out: only pixels are added up",
        lambda a, k: gather_sum(a, np.ones_like(k)),
    ),
    (
        "only one pixel counts for each placement: all that the kernel lies on do",
        lambda a, k: (
            a[: a.shape[0] - len(k) + 1, : a.shape[1] - k.shape[1] + 1] * k.sum()
        ),
    ),
    (
        "the largest of the products is taken: it is their sum",
        lambda a, k: (_windows(a, k) * k).max((2, 3)),
    ),
    (
        "the kernel is taken away from the pixels: they are multiplied by it",
        lambda a, k: (_windows(a, k) - k).sum((2, 3)),
    ),
    (
        "the kernel is added to the pixels: they are multiplied by it",
        lambda a, k: (_windows(a, k) + k).sum((2, 3)),
    ),
    (
        "only the last product is there: each is added to the sum, += and not =",
        lambda a, k: _windows(a, k)[..., -1, -1] * k[-1, -1],
    ),
    (
        "only the first product is there: does the loop over the kernel end too early?",
        lambda a, k: _windows(a, k)[..., 0, 0] * k[0, 0],
    ),
    (
        "the products are taken away, -= for +=",
        lambda a, k: -gather_sum(a, k),
    ),
    (
        "the sum is not set back to 0 for the next placement",
        lambda a, k: np.cumsum(gather_sum(a, k)).reshape(gather_sum(a, k).shape),
    ),
    (
        "the sum is set back to 0 for each row of placements only, not for each one",
        lambda a, k: np.cumsum(gather_sum(a, k), axis=1),
    ),
    (
        "the placement is not added: each reads the top left of the image",
        lambda a, k: np.full(gather_sum(a, k).shape, gather_sum(a, k)[0, 0]),
    ),
    (
        "the placement's row is not added: each row reads the top of the image",
        lambda a, k: gather_sum(a, k)[np.zeros(len(a) - len(k) + 1, int)],
    ),
    (
        "the placement's column is not added: each reads the left of the image",
        lambda a, k: np.repeat(
            gather_sum(a, k)[:, :1], a.shape[1] - k.shape[1] + 1, axis=1
        ),
    ),
    (PADDED, lambda a, k: _padded(a, k, 0)),
    (PADDED, lambda a, k: _padded(a, k, 1)),
    (
        "two slips: the kernel is turned, as in a convolution, and the output is as "
        "large as the image (`same` for `valid`)",
        lambda a, k: _padded(a, k[::-1, ::-1], 0),
    ),
    (
        "the image is padded by the whole kernel (`full`, SciPy's default): only "
        "placements that lie on it count (`valid`)",
        _full,
    ),
    (
        "two slips: the kernel is turned, as in a convolution, and the image is padded "
        "by the whole kernel (`full`)",
        lambda a, k: _full(a, k[::-1, ::-1]),
    ),
    (
        "the image's edge is repeated, so that the output is as large: only placements "
        "that lie on the image count",
        lambda a, k: _padded(a, k, 0, "edge"),
    ),
    (
        "the image is mirrored at its edge, ndimage's default: only placements that "
        "lie on the image count",
        lambda a, k: _padded(a, k, 0, "symmetric"),
    ),
    (
        "every pixel is a placement, and the kernel goes round the edge: only those "
        "count that lie on the image",
        lambda a, k: _larger(a, k, "wrap"),
    ),
    (
        "every pixel is a placement, and beyond the edge there are zeros: only those "
        "count that lie on the image",
        lambda a, k: _larger(a, k, "constant"),
    ),
    (
        "the output is as large as the image, and 0 where the kernel does not fit: it "
        "has a number for each placement",
        lambda a, k: np.pad(gather_sum(a, k), [(0, size - 1) for size in k.shape]),
    ),
    (
        "the output is as large as the image, with zeros around the results: it has a "
        "number for each placement",
        lambda a, k: np.pad(
            gather_sum(a, k), [(size // 2, size - 1 - size // 2) for size in k.shape]
        ),
    ),
    (OVER_THE_EDGE, _by_parts),
    (OVER_THE_EDGE, _by_loops),
    (
        EXCHANGED,
        lambda a, k: _by_loops(a, k, placements(a.shape, k.shape[::-1])),
    ),
    (
        EXCHANGED,
        lambda a, k: _by_parts(a, k, placements(a.shape, k.shape[::-1])),
    ),
    (
        "the image is padded by a pixel all round: only placements on it count",
        lambda a, k: gather_sum(np.pad(a, 1), k),
    ),
    (
        "zeros are put before the image's rows and columns: none are to be added",
        lambda a, k: gather_sum(np.pad(a, [(size - 1, 0) for size in k.shape]), k),
    ),
)
