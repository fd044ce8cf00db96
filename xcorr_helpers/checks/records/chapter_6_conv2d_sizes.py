"""Chapter 6: wrong sizes of a layer, most of which make it fail."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_6_conv2d_parts import counted_as, indexed, layer, of_size, padded
from .chapter_6_conv2d_styles import (
    FLATS,
    NOT_FLAT,
    Slip,
    count_of,
    in_styles,
    parts,
    pixels,
    products,
    program_of,
    values,
    views,
)
from .chapter_6_parts import Pair, spans


def _spanned(height: int, width: int) -> Slip:
    """Take sides of the kernel for its height and its width, also in the count."""

    def slip(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> dict[str, Any]:
        size = w.shape[height], w.shape[width]
        count = count_of(x.shape[2:], size, s, p, d)
        return {"span": spans(size, d), "count": count}

    return slip


def _sized(down: int, across: int) -> Slip:
    """Take sides of the images for their height and their width, in the count."""

    def slip(x: Any, w: Any, *knobs: Pair) -> dict[str, Any]:
        size = x.shape[down], x.shape[across]
        return {"count": count_of(size, w.shape[2:], *knobs)}

    return slip


def _fixed(size: Pair) -> Slip:
    """Take sizes of a notebook's image, and of its kernel, for those that are given."""

    def slip(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> dict[str, Any]:
        return {"count": count_of(size, (2, 3), s, p, d), "span": spans((2, 3), d)}

    return slip


def _rounded_up(x: Any, w: Any, s: Pair, p: Pair, d: Pair) -> Pair:
    down, across = (
        -(-(n + 2 * m - k) // step) + 1
        for n, m, k, step in zip(x.shape[2:], p, spans(w.shape[2:], d), s)
    )
    return down, across


def _mirrored(mode: str) -> Any:
    return lambda x, w, s, p, d: layer(padded(x, p, p, mode=mode), w, s, (0, 0), d)


def _into_ints(x: Any, w: Any, *knobs: Any) -> np.ndarray:
    right = layer(x, w, *knobs).astype(np.result_type(x, w))
    out = np.zeros(right.shape, int)
    out += right
    return out


_NARROW = "the window's columns are spanned by the kernel's height: by its width"
_FLAT = "the index holds flat positions: padded.reshape(N, -1)[:, index]"

IN_SIZES: tuple[tuple[str, Any], ...] = (
    *(
        (
            "the sizes are the notebook's, whatever is given: images.shape, "
            "kernels.shape",
            program_of(parts, _fixed(size)),
        )
        for size in ((5, 9), (7, 12))
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "as many placements as fit, but they start with the two strides exchanged: the "
        "first is down",
        lambda x, w, s, p, d: {"starts": s[::-1]},
    ),
    *in_styles(
        (parts, pixels, *FLATS),
        "more placements than fit: the padding is counted twice, n + 2p - span counts "
        "it once",
        lambda x, w, s, p, d: {
            "count": count_of(
                np.add(x.shape[2:], np.multiply(p, 2)), w.shape[2:], s, p, d
            )
        },
    ),
    *in_styles(
        (parts, values, *FLATS),
        "more placements than fit: a dilated kernel spans (k - 1) * d + 1 pixels",
        lambda x, w, s, p, d: {
            "count": count_of(x.shape[2:], w.shape[2:], s, p, (1, 1))
        },
    ),
    *in_styles(
        (parts, products, views),
        "the windows are cut out without the dilation: each spans (k - 1) * d + 1 "
        "pixels",
        lambda x, w, s, p, d: {"span": w.shape[2:]},
    ),
    *in_styles((parts, products, views), _NARROW, _spanned(2, 2)),
    *in_styles(
        (parts, products, views),
        "the window's rows are spanned by the kernel's width: by its height",
        _spanned(3, 3),
    ),
    *in_styles(
        (parts, products, views),
        "the kernel's height and width are exchanged: kernels.shape is (K, C, height, "
        "width)",
        _spanned(3, 2),
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "the images' height and width are exchanged: images.shape is (N, C, H, W)",
        _sized(3, 2),
    ),
    *in_styles(
        (parts, values, FLATS[0]),
        "images.shape is read as (N, H, W, C): it is (N, C, H, W)",
        _sized(1, 2),
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "the images' height counts the columns, too: images.shape is (N, C, H, W)",
        _sized(2, 2),
    ),
    *in_styles(NOT_FLAT, _FLAT, lambda *case: {}),
    (
        "the index is made with height and width as they were before the padding",
        lambda *c: indexed(c, c[0].shape[3], c[0].shape[3], np.prod(c[0].shape[2:])),
    ),
    (
        "padding and dilation are both taken as (columns, rows)",
        lambda x, w, s, p, d: layer(x, w, s, p[::-1], d[::-1]),
    ),
    (
        "stride and dilation are both taken as (columns, rows)",
        lambda x, w, s, p, d: layer(x, w, s[::-1], p, d[::-1]),
    ),
    (
        "stride and padding are both taken as (columns, rows)",
        lambda x, w, s, p, d: layer(x, w, s[::-1], p[::-1], d),
    ),
    (
        "only the first image is read, for all: each has its own output",
        lambda x, *others: layer(np.broadcast_to(x[:1], x.shape), *others),
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "as many placements as fit, but the kernel's values lie apart with the two "
        "dilations exchanged: the first is down",
        lambda x, w, s, p, d: {"gaps": d[::-1], "span": spans(w.shape[2:], d[::-1])},
    ),
    *in_styles(
        (values, pixels),
        "the kernel's values lie apart by stride times dilation: by the dilation alone",
        lambda x, w, s, p, d: {"gaps": tuple(np.multiply(s, d))},
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "as many placements as fit, but they start by the dilation, and the kernel's "
        "values lie apart by the stride",
        lambda x, w, s, p, d: {
            "starts": d,
            "gaps": s,
            "span": spans(w.shape[2:], s),
        },
    ),
    *in_styles(
        (parts, values, pixels, *FLATS),
        "more placements than fit: what is left of the stride counts no more, // s, "
        "rounded down",
        lambda x, w, s, p, d: {"count": _rounded_up(x, w, s, p, d)},
    ),
    (
        "(n + 2p - (k - 1) * d) // s may lose the last placement: take 1 away before "
        "//, and add it after",
        lambda x, w, s, p, d: of_size(
            layer(x, w, s, p, d),
            counted_as(x, w, s, p, tuple(np.add(np.subtract(w.shape[2:], 1) * d, s))),
        ),
    ),
    (
        "the padding is taken away again: the padded image is read from 0 on",
        lambda x, w, s, p, d: layer(
            np.roll(padded(x, p, p), p, axis=(2, 3)), w, s, (0, 0), d
        ),
    ),
    (
        "the padding is shared by both sides: each side gets all of it",
        lambda x, w, s, p, d: layer(
            padded(x, (p[0] // 2, p[1] // 2), (-(-p[0] // 2), -(-p[1] // 2))),
            w,
            s,
            (0, 0),
            d,
        ),
    ),
    *(
        (
            f"the padding mirrors the image, as mode={mode!r} does: it is made of "
            "zeros",
            _mirrored(mode),
        )
        for mode in ("symmetric", "reflect")
    ),
    ("the output is made of ints, which take no decimals: np.zeros(shape)", _into_ints),
)
