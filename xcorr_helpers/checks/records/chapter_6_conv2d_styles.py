"""Chapter 6: a layer with a slip in it, in the styles in which it may be written.

Where a size is wrong, most programs fail, and how depends on the style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .chapter_6_conv2d_parts import counted_as, padded
from .chapter_6_parts import Pair, listed, spans


@dataclass
class _Plan:
    """What a program works with; a slip changes some of it."""

    image: np.ndarray  # padded
    kernels: np.ndarray
    count: Pair  # of placements
    starts: Pair  # the step from one to the next
    span: Pair  # the rows and columns of a window
    gaps: Pair  # between the kernel's values


Slip = Callable[..., dict[str, Any]]
_Style = Callable[[_Plan], Any]


def parts(plan: _Plan) -> Any:
    """Cut a window out of the images for each placement."""
    out = np.zeros((len(plan.image), len(plan.kernels), *plan.count))
    for row, col in np.ndindex(*plan.count):
        top, left = row * plan.starts[0], col * plan.starts[1]
        down = slice(top, top + plan.span[0], plan.gaps[0])
        across = slice(left, left + plan.span[1], plan.gaps[1])
        part = plan.image[:, :, down, across]
        out[:, :, row, col] = np.einsum("nchw,kchw->nk", part, plan.kernels)
    return out


def products(plan: _Plan) -> Any:
    """Multiply one window of one image by one kernel."""
    out = np.zeros((len(plan.image), len(plan.kernels), *plan.count))
    for n, k, row, col in np.ndindex(*out.shape):
        top, left = row * plan.starts[0], col * plan.starts[1]
        down = slice(top, top + plan.span[0], plan.gaps[0])
        across = slice(left, left + plan.span[1], plan.gaps[1])
        out[n, k, row, col] = (plan.image[n, :, down, across] * plan.kernels[k]).sum()
    return out


def views(plan: _Plan) -> Any:
    """Thin out a view of all windows."""
    windows = sliding_window_view(plan.image, plan.span, axis=(2, 3))
    windows = windows[:, :, :: plan.starts[0], :: plan.starts[1]]
    windows = windows[..., :: plan.gaps[0], :: plan.gaps[1]]
    return np.einsum("ncijhw,kchw->nkij", windows, plan.kernels)


def values(plan: _Plan) -> Any:
    """Add the share of one value of the kernels after the other."""
    out: Any = 0
    for i, j in np.ndindex(*plan.kernels.shape[2:]):
        rest = plan.image[:, :, i * plan.gaps[0] :, j * plan.gaps[1] :]
        part = rest[:, :, :: plan.starts[0], :: plan.starts[1]]
        part = part[:, :, : plan.count[0], : plan.count[1]]
        out = out + np.einsum("ncij,kc->nkij", part, plan.kernels[:, :, i, j])
    return out


def pixels(plan: _Plan) -> Any:
    """Go through placements, and through the kernels' values in each."""
    out = np.zeros((len(plan.image), len(plan.kernels), *plan.count))
    for row, col in np.ndindex(*plan.count):
        for i, j in np.ndindex(*plan.kernels.shape[2:]):
            down = row * plan.starts[0] + i * plan.gaps[0]
            across = col * plan.starts[1] + j * plan.gaps[1]
            share = plan.image[:, :, down, across] @ plan.kernels[:, :, i, j].T
            out[:, :, row, col] += share
    return out


def _index(plan: _Plan, channels_last: bool) -> tuple[Any, Any, Any]:
    image, kernels, channels = plan.image, plan.kernels, plan.image.shape[1]
    width, size = image.shape[3], kernels.shape[2:]
    offsets, window = (
        listed(plan.count, width, plan.starts),
        listed(size, width, plan.gaps),
    )
    depth = np.arange(channels)
    if channels_last:
        image, kernels = image.transpose(0, 2, 3, 1), kernels.transpose(0, 2, 3, 1)
        window, offsets = window[:, None] * channels + depth, offsets * channels
    else:
        window = depth[:, None] * (image.shape[2] * width) + window
    return image, offsets[:, None] + window.ravel(), kernels


def _flat(channels_last: bool, made_flat: bool = True) -> _Style:
    """Gather with an index, and multiply."""

    def style(plan: _Plan) -> Any:
        image, index, kernels = _index(plan, channels_last)
        flat = image.reshape(len(image), -1) if made_flat else image
        out = flat[:, index] @ kernels.reshape(len(kernels), -1).T
        return out.swapaxes(1, 2).reshape(len(image), len(kernels), *plan.count)

    return style


FLATS = _flat(channels_last=False), _flat(channels_last=True)
NOT_FLAT = _flat(False, made_flat=False), _flat(True, made_flat=False)


def program_of(style: _Style, slip: Slip) -> Any:
    def program(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> Any:
        span = spans(w.shape[2:], d)
        count = counted_as(x, w, s, p, span)
        plan = _Plan(padded(x, p, p), w, count, s, span, d)
        for name, value in slip(x, w, s, p, d).items():
            setattr(plan, name, value)
        return style(plan)

    return program


def in_styles(
    styles: Sequence[_Style], text: str, slip: Slip
) -> Iterator[tuple[str, Any]]:
    for style in styles:
        yield text, program_of(style, slip)


def count_of(size: Any, kernel_size: Any, s: Pair, p: Pair, d: Pair) -> Pair:
    span, sizes = spans(kernel_size, d), zip(size, p, s)
    down, across = ((n + 2 * m - k) // t + 1 for (n, m, t), k in zip(sizes, span))
    return max(down, 0), max(across, 0)
