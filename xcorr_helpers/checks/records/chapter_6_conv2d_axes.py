"""Chapter 6: what goes wrong with the axes of a layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ...correlation import correlate
from .chapter_6_conv2d_parts import layer, padded
from .chapter_6_parts import Pair, listed, outputs, spans

Change = Callable[[Any], Any]


def _images(change: Change) -> Any:
    """Make a program that changes the images first."""
    return lambda x, *others: layer(change(x), *others)


def _kernels(change: Change) -> Any:
    """Make a program that changes the kernels first."""
    return lambda x, w, *others: layer(x, change(w), *others)


def _out(change: Change) -> Any:
    """Make a program that changes what comes out."""
    return lambda *case: change(layer(*case))


def _pixel_by_pixel(w: Any) -> Any:
    """List the channels of each value side by side, and read that as if it were not."""
    return w.transpose(0, 2, 3, 1).reshape(w.shape)


def _channel_by_channel(w: Any) -> Any:
    n_kernels, channels, *size = w.shape
    return w.reshape(n_kernels, *size, channels).transpose(0, 3, 1, 2)


def _by_columns(w: Any) -> Any:
    return w.swapaxes(2, 3).reshape(w.shape)


def _gathered_reshaped(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
    size = w.shape[2:]
    image = padded(x, p, p)
    rows, columns = image.shape[2:]
    count = outputs((rows, columns), spans(size, d), s)
    index = listed(count, columns, s)[:, None] + listed(size, columns, d)
    gathered = image.reshape(*x.shape[:2], -1)[:, :, index]
    product = gathered.reshape(len(x), len(index), -1) @ w.reshape(len(w), -1).T
    out: np.ndarray = product.swapaxes(1, 2).reshape(len(x), len(w), *count)
    return out


def _channels_last(of_images: bool, of_kernels: bool) -> Any:
    """Make a program that moves channels for `correlate`, or forgets to."""

    def program(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> np.ndarray:
        images = x.transpose(0, 2, 3, 1) if of_images else x
        kernels = w.transpose(0, 2, 3, 1) if of_kernels else w
        out = correlate(images, kernels, stride=s, padding=p, dilation=d)
        return out.transpose(0, 3, 1, 2)

    return program


IN_AXES: tuple[tuple[str, Any], ...] = (
    (
        "the kernel is turned: this is the convolution, a layer does not turn it",
        _kernels(lambda w: w[:, :, ::-1, ::-1]),
    ),
    (
        "the kernel is turned, its channels, too: a layer turns nothing",
        _kernels(lambda w: w[:, ::-1, ::-1, ::-1]),
    ),
    (
        "the kernel's rows are turned upside down",
        _kernels(lambda w: w[:, :, ::-1]),
    ),
    (
        "the kernel's columns run from right to left",
        _kernels(lambda w: w[:, :, :, ::-1]),
    ),
    (
        "the kernel's channels are in reverse order",
        _kernels(lambda w: w[:, ::-1]),
    ),
    (
        "the kernel's rows and columns are exchanged",
        _kernels(lambda w: w.swapaxes(2, 3)),
    ),
    (
        "the kernel's values are listed column by column, the window's row by row",
        _kernels(_by_columns),
    ),
    (
        "the images' rows and columns are exchanged",
        _images(lambda x: x.swapaxes(2, 3)),
    ),
    (
        "the kernel is listed channel by channel, the window pixel by pixel",
        _kernels(_channel_by_channel),
    ),
    (
        "the kernel is listed pixel by pixel, the window channel by channel",
        _kernels(_pixel_by_pixel),
    ),
    (
        "the kernels are mixed: reshape(K, -1) keeps each in a row, then .T turns them",
        _kernels(lambda w: w.reshape(-1, len(w)).T.reshape(w.shape)),
    ),
    (
        "a reshape moves no channel to the end: .transpose(0, 2, 3, 1) does",
        _images(_channel_by_channel),
    ),
    (
        "`correlate` takes channels last, in images and in kernels: .transpose(0, 2, "
        "3, 1) moves them there, in both",
        _channels_last(False, False),
    ),
    (
        "the images' channels are moved to the end for `correlate`, and the kernels' "
        "are not: .transpose(0, 2, 3, 1) moves them, too",
        _channels_last(True, False),
    ),
    (
        "the kernels' channels are moved to the end for `correlate`, and the images' "
        "are not: .transpose(0, 2, 3, 1) moves them, too",
        _channels_last(False, True),
    ),
    (
        "the kernels come last: .transpose(0, 3, 1, 2) makes them second",
        _out(lambda out: out.transpose(0, 2, 3, 1)),
    ),
    (
        "the output is reshaped where its axes move: .transpose(0, 3, 1, 2) does that",
        _out(lambda out: out.transpose(0, 2, 3, 1).reshape(out.shape)),
    ),
    (
        "the kernels come first in the product: reshape so, then exchange two axes",
        _out(lambda out: out.swapaxes(0, 1).reshape(out.shape)),
    ),
    (
        "the placements are in one axis: a reshape makes rows and columns of them",
        _out(lambda out: out.reshape(*out.shape[:2], -1)),
    ),
    (
        "rows and columns are exchanged in images and kernels: .transpose(0, 2, 3, 1)",
        lambda x, w, *knobs: layer(x.swapaxes(2, 3), w.swapaxes(2, 3), *knobs),
    ),
    (
        "this is the product: make its second axis rows and columns, and move the last",
        _out(lambda out: out.reshape(*out.shape[:2], -1).swapaxes(1, 2)),
    ),
    (
        "images and placements are in one axis: reshape the product, then transpose",
        _out(lambda out: np.moveaxis(out, 1, 3).reshape(-1, out.shape[1])),
    ),
    (
        "what is gathered is reshaped: move its channels behind the placements first",
        _gathered_reshaped,
    ),
    (
        "the output's rows and columns are exchanged",
        _out(lambda out: out.swapaxes(2, 3)),
    ),
)
