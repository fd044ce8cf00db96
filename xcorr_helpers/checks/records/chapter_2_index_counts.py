"""Chapter 2: index matrices of too many placements, or too few, or other sizes."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chapter_2_parts import Shape, indexed, listed, outer, placed, placements, starts


def _more(i: Shape, k: Shape, down: int, across: int) -> np.ndarray:
    counts = placements(i, k)
    return placed(i, k, (counts[0] + down, counts[1] + across))


def _from(i: Shape, k: Shape, down: int, across: int) -> np.ndarray:
    at = starts(i, k).reshape(placements(i, k))[down:, across:]
    return outer(at.ravel(), listed(k, i[1]))


COUNTS: tuple[tuple[str, Any], ...] = (
    (
        "every pixel is a placement here: the whole kernel must lie on the image, and "
        "{image_shape[0]} - {kernel_shape[0]} + 1 rows of placements fit",
        lambda i, k: placed(i, k, i),
    ),
    (
        "every pixel is a placement here, and what is outside is cut off: only where "
        "the whole kernel lies on the image there is one",
        lambda i, k: np.minimum(placed(i, k, i), i[0] * i[1] - 1),
    ),
    (
        "every pixel is a placement, and the kernel goes round the edge: only where "
        "all of it lies on the image there is one",
        lambda i, k: placed(i, k, i) % (i[0] * i[1]),
    ),
    (
        "every column starts a placement, so windows run over the end of a row: only "
        "{image_shape[1]} - {kernel_shape[1]} + 1 fit across",
        lambda i, k: placed(i, k, (placements(i, k)[0], i[1])),
    ),
    (
        "every row starts placements, so windows run out of the image: only "
        "{image_shape[0]} - {kernel_shape[0]} + 1 fit down",
        lambda i, k: placed(i, k, (i[0], placements(i, k)[1])),
    ),
    (
        "the window slides along the flat line, and over the end of a row: a placement "
        "lies in the image's rows",
        lambda i, k: outer(
            np.arange(i[0] * i[1] - listed(k, i[1])[-1]), listed(k, i[1])
        ),
    ),
    (
        "the + 1 is left out in both counts: the first placement counts, too",
        lambda i, k: _more(i, k, -1, -1),
    ),
    (
        "the + 1 is left out across: the last placement of each row is missing",
        lambda i, k: _more(i, k, 0, -1),
    ),
    (
        "the + 1 is left out down: the last row of placements is missing",
        lambda i, k: _more(i, k, -1, 0),
    ),
    (
        "there is one placement too many, down and across: it is + 1, once",
        lambda i, k: _more(i, k, 1, 1),
    ),
    (
        "there is one placement too many across: it is + 1, once",
        lambda i, k: _more(i, k, 0, 1),
    ),
    (
        "there is one row of placements too many: it is + 1, once",
        lambda i, k: _more(i, k, 1, 0),
    ),
    (
        "the first placements are missing, down and across: both are counted from 0",
        lambda i, k: _from(i, k, 1, 1),
    ),
    (
        "the first placement of each row is missing: columns are counted from 0",
        lambda i, k: _from(i, k, 0, 1),
    ),
    (
        "the first row of placements is missing: rows are counted from 0",
        lambda i, k: _from(i, k, 1, 0),
    ),
    (
        "the kernel's height and width are exchanged in the window: a kernel row has "
        "{kernel_shape[1]} values",
        lambda i, k: outer(starts(i, k), listed(k[::-1], i[1])),
    ),
    (
        "the kernel's height and width are exchanged where placements are counted: "
        "height goes with height",
        lambda i, k: placed(i, k, placements(i, k[::-1])),
    ),
    (
        "the kernel's height and width are exchanged in the counts and in the window: "
        "kernel_shape is (kernel_height, kernel_width)",
        lambda i, k: indexed(i, k[::-1]),
    ),
    (
        "the kernel's height stands for its width in the window",
        lambda i, k: outer(starts(i, k), listed((k[0], k[0]), i[1])),
    ),
    (
        "the kernel's width stands for its height in the window",
        lambda i, k: outer(starts(i, k), listed((k[1], k[1]), i[1])),
    ),
    (
        "the output's height and width are exchanged: image height - kernel height + 1 "
        "placements go down",
        lambda i, k: placed(i, k, placements(i, k)[::-1]),
    ),
    (
        "the number of placements down, from the heights, stands for that across, too",
        lambda i, k: placed(i, k, (placements(i, k)[0],) * 2),
    ),
    (
        "the number of placements across, from the widths, stands for that down, too",
        lambda i, k: placed(i, k, (placements(i, k)[1],) * 2),
    ),
    (
        "the kernel's shape stands for the output's: offsets and window are the same",
        lambda i, k: placed(i, k, k),
    ),
    (
        "the kernel moves by its own size: it moves by one pixel, placements overlap",
        lambda i, k: outer(
            starts(i, k).reshape(placements(i, k))[:: k[0], :: k[1]].ravel(),
            listed(k, i[1]),
        ),
    ),
    (
        "only the first row of placements is there: the kernel moves down, too",
        lambda i, k: placed(i, k, (1, placements(i, k)[1])),
    ),
    (
        "only the first placement of each row is there: the kernel moves to the right, "
        "too",
        lambda i, k: placed(i, k, (placements(i, k)[0], 1)),
    ),
    (
        "only the last row of placements is there: is the list made anew for each row?",
        lambda i, k: _from(i, k, placements(i, k)[0] - 1, 0),
    ),
    (
        "these are positions in an image padded for `same`: take the image as given",
        lambda i, k: outer(listed(i, i[1] + k[1] - 1), listed(k, i[1] + k[1] - 1)),
    ),
    (
        "in the offsets the row step is 9, the example's width: it is image_shape[1]",
        lambda i, k: outer(listed(placements(i, k), 9), listed(k, i[1])),
    ),
    (
        "in the window the row step is 9, the example's width: it is image_shape[1]",
        lambda i, k: outer(starts(i, k), listed(k, 9)),
    ),
    (
        "the row step is 9, the example's width, in both: it is image_shape[1]",
        lambda i, k: outer(listed(placements(i, k), 9), listed(k, 9)),
    ),
    (
        "the row step is 28, the digit's width, in both: it is image_shape[1]",
        lambda i, k: outer(listed(placements(i, k), 28), listed(k, 28)),
    ),
    (
        "the window is the example's, whatever is given: make it from the arguments",
        lambda i, k: outer(starts(i, k), listed((2, 3), 9)),
    ),
    (
        "the offsets are the example's, whatever is given: make them from the sizes",
        lambda i, k: outer(listed((4, 7), 9), listed(k, i[1])),
    ),
    (
        "the output's size is the example's, 4 x 7, whatever is given: image less "
        "kernel plus 1",
        lambda i, k: placed(i, k, (4, 7)),
    ),
    (
        "the kernel is the example's in the window, 2 x 3, whatever is given: read "
        "kernel_shape",
        lambda i, k: outer(starts(i, k), listed((2, 3), i[1])),
    ),
    (
        "this is the example's index, whatever is given: make it from the arguments",
        lambda i, k: indexed((5, 9), (2, 3)),
    ),
    (
        "the digit's sizes, 28 and 26, are written as numbers: make them from the "
        "arguments",
        lambda i, k: outer(listed((26, 26), 28), listed(k, 28)),
    ),
    (
        "this is the digit's index, 3 x 3 on 28 x 28, whatever is given: make it from "
        "the arguments",
        lambda i, k: indexed((28, 28), (3, 3)),
    ),
    (
        "the offsets are all positions up to the pixels less the kernel's: windows run "
        "over the end of a row",
        lambda i, k: outer(np.arange(i[0] * i[1] - k[0] * k[1] + 1), listed(k, i[1])),
    ),
    (
        "the kernel moves by 2 pixels: it moves by one",
        lambda i, k: outer(
            starts(i, k).reshape(placements(i, k))[::2, ::2].ravel(), listed(k, i[1])
        ),
    ),
    (
        "in the offsets a row step is the whole width: it counts from the row's start",
        lambda i, k: outer(listed(placements(i, k), i[1] - k[1]), listed(k, i[1])),
    ),
    (
        "the kernel's sizes are added in the counts: they are taken away",
        lambda i, k: placed(i, k, (i[0] + k[0] - 1, i[1] + k[1] - 1)),
    ),
    (
        "the placements do not overlap here, size // kernel size: it is size - kernel "
        "size + 1",
        lambda i, k: placed(i, k, (i[0] // k[0], i[1] // k[1])),
    ),
    (
        "in the window the row step is the width, not one less",
        lambda i, k: outer(starts(i, k), listed(k, i[1] - 1)),
    ),
    (
        "in the window the row step is the width, not one more",
        lambda i, k: outer(starts(i, k), listed(k, i[1] + 1)),
    ),
)
