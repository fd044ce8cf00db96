"""Chapter 6: what goes wrong with the sums and the index of a layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chapter_6_conv2d_parts import indexed, layer, padded
from .chapter_6_parts import Pair, outputs, spans

Change = Callable[[Any], Any]


def _images(change: Change) -> Any:
    """Make a program that changes the images first."""
    return lambda x, *others: layer(change(x), *others)


def _kernels(change: Change) -> Any:
    """Make a program that changes the kernels first."""
    return lambda x, w, *others: layer(x, change(w), *others)


def _alone(axes: tuple[int, ...], place: int) -> Change:
    """Keep one place along some axes, and make the others 0."""

    def change(array: Any) -> Any:
        kept = np.zeros_like(array)
        at: list[Any] = [slice(None)] * array.ndim
        for axis in axes:
            at[axis] = place
        kept[tuple(at)] = array[tuple(at)]
        return kept

    return change


def _for_all(axis: int, place: int) -> Change:
    return lambda array: np.broadcast_to(array.take([place], axis), array.shape)


def _each_channel(x: Any, w: Any, *knobs: Any) -> np.ndarray:
    channels = range(x.shape[1])
    return np.stack([layer(x[:, [c]], w[:, [c]], *knobs) for c in channels], axis=2)


def _short_channels(*case: Any) -> np.ndarray:
    width = case[0].shape[3] + 2 * case[3][1]
    return indexed(case, width, width, np.prod(case[0].shape[2:]))


def _into_images_dtype(x: Any, w: Any, *knobs: Any) -> np.ndarray:
    right = layer(x, w, *knobs).astype(np.result_type(x, w))
    out = np.zeros(right.shape, x.dtype)
    out += right
    return out


def _sliced(ends: Callable[[int, int, int], int | None]) -> Any:
    """Make a program that takes slices, which end somewhere else."""

    def program(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
        image, size = padded(x, p, p), w.shape[2:]
        count = outputs(image.shape[2:], spans(size, d), s)
        out = np.zeros((len(x), len(w), *count))
        for i, j in np.ndindex(*size):
            down, across = (
                slice(n * gap, ends(n * gap, number, step), step)
                for n, gap, number, step in zip((i, j), d, count, s)
            )
            out += np.einsum("nchw,kc->nkhw", image[:, :, down, across], w[:, :, i, j])
        return out

    return program


def _looped(image: Any, w: Any, s: Any, d: Pair, count: Pair) -> np.ndarray:
    """Go through placements, as many as are counted, and fail where they do not fit."""
    out = np.zeros((len(image), len(w), *count))
    for row, column in np.ndindex(*count):
        for i, j in np.ndindex(*w.shape[2:]):
            pixels = image[:, :, row * s[0] + i * d[0], column * s[1] + j * d[1]]
            out[:, :, row, column] += pixels @ w[:, :, i, j].T
    return out


def _counted(how: Callable[[Any, Any, Any, Any, Any], Any], pad: bool = True) -> Any:
    """Make a program that counts the placements of a padded image otherwise."""

    def program(x: Any, w: Any, s: Any, p: Any, d: Any) -> np.ndarray:
        image = padded(x, p, p)
        count = how(image.shape[2:], w.shape[2:], s, p, d)
        return _looped(image if pad else x, w, s, d, count)

    return program


IN_SUMS: tuple[tuple[str, Any], ...] = (
    (
        "only channel 0 is read: all channels are added up",
        _kernels(_alone((1,), 0)),
    ),
    (
        "only the last channel counts: does it overwrite the others? They are added up",
        _kernels(_alone((1,), -1)),
    ),
    (
        "channel 0 is left out: channels are numbered from 0",
        lambda x, w, *knobs: layer(x[:, 1:], w[:, 1:], *knobs),
    ),
    (
        "the last channel is left out",
        lambda x, w, *knobs: layer(x[:, :-1], w[:, :-1], *knobs),
    ),
    (
        "the kernel's last row and column are left out: does a range end too early?",
        _kernels(
            lambda w: (
                w
                * (np.arange(w.shape[2]) < w.shape[2] - 1)[:, None]
                * (np.arange(w.shape[3]) < w.shape[3] - 1)
            )
        ),
    ),
    (
        "the images' channel 0 is read for all: each kernel channel has its own",
        _images(_for_all(1, 0)),
    ),
    (
        "the kernel's channel 0 is used for all channels: each has its own values",
        _kernels(_for_all(1, 0)),
    ),
    (
        "the mean of the channels is taken: they are added up",
        lambda x, w, *knobs: layer(x, w, *knobs) / x.shape[1],
    ),
    (
        "images and kernels are added up over the channels before they are multiplied",
        lambda x, w, *knobs: layer(x.sum(1)[:, None], w.sum(1)[:, None], *knobs),
    ),
    (
        "the channels are not added up: they are an axis of the output",
        _each_channel,
    ),
    (
        "the mean of the products is taken: they are added up",
        lambda x, w, *knobs: layer(x, w, *knobs) / w[0].size,
    ),
    (
        "only the kernel's last value counts: += adds its share to the others",
        _kernels(_alone((2, 3), -1)),
    ),
    (
        "only the kernel's first value counts: does the loop end after it?",
        _kernels(_alone((2, 3), 0)),
    ),
    (
        "the index steps by the image's width; after the padding a row is longer",
        lambda *case: indexed(case, case[0].shape[3], case[0].shape[3]),
    ),
    (
        "the window steps by the image's width; after the padding a row is longer",
        lambda *c: indexed(c, c[0].shape[3], c[0].shape[3] + 2 * c[3][1]),
    ),
    (
        "the offsets step by the image's width; after the padding a row is longer",
        lambda *c: indexed(c, c[0].shape[3] + 2 * c[3][1], c[0].shape[3]),
    ),
    (
        "the index steps by the padded height: a row is as long as the width",
        lambda *case: indexed(case, *[case[0].shape[2] + 2 * case[3][0]] * 2),
    ),
    (
        "a channel is a whole padded image further on, not an image without padding",
        _short_channels,
    ),
    (
        "the output has the images' dtype, which may hold no decimals: np.zeros(shape)",
        lambda x, *others: layer(x, *others).astype(x.dtype),
    ),
    (
        "the output has the images' dtype, which takes no other: np.zeros(shape) does",
        _into_images_dtype,
    ),
    (
        "only the very last product counts: += adds it to those before",
        _kernels(_alone((1, 2, 3), -1)),
    ),
    (
        "only the very first product is there: does the loop end after it?",
        _kernels(_alone((1, 2, 3), 0)),
    ),
    (
        "each number is 1 too large: does the output start from np.ones?",
        lambda *case: layer(*case) + 1,
    ),
    (
        "the decimals are lost: ints cannot hold them",
        lambda *case: np.trunc(layer(*case)),
    ),
    (
        "all is 0: are the shares added to the output that is returned?",
        lambda *case: 0 * layer(*case),
    ),
    (
        "only the kernel's first column counts: all of its columns are added up",
        _kernels(lambda w: w * (np.arange(w.shape[3]) == 0)),
    ),
    (
        "only the kernel's first row counts: all of its rows are added up",
        _kernels(lambda w: w * (np.arange(w.shape[2]) == 0)[:, None]),
    ),
    (
        "a slice needs an end: it stops after the pixel of the last placement",
        _sliced(lambda start, size, step: None),
    ),
    (
        "a slice ends too early: it takes size * stride pixels, and not size",
        _sliced(lambda start, size, step: start + size),
    ),
    (
        "a slice ends too early: its end takes no part, so it lies one further on",
        _sliced(lambda start, size, step: start + (size - 1) * step),
    ),
    (
        "more placements than fit: a dilated kernel spans (k - 1) * d + 1 pixels",
        _counted(lambda n, k, s, p, d: outputs(n, k, s)),
    ),
    (
        "more placements than fit: (n + 2p - (k - 1) * d - 1) // s + 1 counts them",
        _counted(lambda n, k, s, p, d: outputs(n, spans(k, d))),
    ),
    (
        "the padding is counted in the output, but the image that is read has none",
        _counted(lambda n, k, s, p, d: outputs(n, spans(k, d), s), pad=False),
    ),
)
