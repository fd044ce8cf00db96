"""Chapter 4: what goes wrong where offsets with channels are listed."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import grid
from .chapter_4_pairs import of_offsets
from .chapter_4_parts import Shape, boxed, counts, offsets


def _grid(image: Shape, kernel: Shape) -> np.ndarray:
    return offsets(image, kernel).reshape(counts(image, kernel))


def _counted(image: Shape, rows: int, columns: int) -> np.ndarray:
    return grid(rows, columns, image[1] * image[2], image[2]).ravel()


def _more(image: Shape, kernel: Shape, down: int, across: int) -> np.ndarray:
    rows, columns = counts(image, kernel)
    return _counted(image, rows + down, columns + across)


def _stepped(image: Shape, kernel: Shape, down: int, across: int) -> np.ndarray:
    return _grid(image, kernel)[::down, ::across].ravel()


def _last_unwritten(image: Shape, kernel: Shape) -> np.ndarray:
    made = offsets(image, kernel)
    made[-1] = 0
    return made


def _over_the_edge(image: Shape, kernel: Shape) -> np.ndarray:
    rows = np.arange(1 - kernel[0], image[0])
    columns = np.arange(1 - kernel[1], image[1])
    made: np.ndarray = (rows[:, None] * image[1] + columns) * image[2]
    return made.ravel()


def _shared_axis(image: Shape, kernel: Shape) -> np.ndarray:
    rows, columns = counts(image, kernel)
    return (np.arange(rows) * image[1] + np.arange(columns)) * image[2]


def _shared_axis_of_channels(image: Shape, kernel: Shape) -> np.ndarray:
    rows, columns = counts(image, kernel)
    inside = np.arange(columns) * np.arange(image[2])
    made: np.ndarray = np.arange(rows)[:, None] * image[1] * image[2] + inside
    return made.ravel()


LISTS: tuple[tuple[Any, Any], ...] = (
    (
        "the last row and the last column of placements are missing: + 1 counts the "
        "first one",
        lambda i, k: _more(i, k, -1, -1),
    ),
    (
        "the last row of placements is missing: height - kernel_height + 1 fit",
        lambda i, k: _more(i, k, -1, 0),
    ),
    (
        "the last column of placements is missing: width - kernel_width + 1 fit",
        lambda i, k: _more(i, k, 0, -1),
    ),
    (
        "a row and a column of placements are too many: there the kernel does not fit",
        lambda i, k: _more(i, k, 1, 1),
    ),
    (
        "a row of placements is too many: there the kernel does not fit",
        lambda i, k: _more(i, k, 1, 0),
    ),
    (
        "a column of placements is too many: there the kernel does not fit",
        lambda i, k: _more(i, k, 0, 1),
    ),
    (
        "every pixel is taken as a placement: at the edges the kernel does not fit",
        lambda i, k: _counted(i, i[0], i[1]),
    ),
    (
        "every row of the image starts placements: only height - kernel_height + 1 do",
        lambda i, k: _counted(i, i[0], counts(i, k)[1]),
    ),
    (
        "every column of the image starts placements: only width - kernel_width + 1 do",
        lambda i, k: _counted(i, counts(i, k)[0], i[1]),
    ),
    (
        "the kernel's size is subtracted the wrong way: it is added to the image's",
        lambda i, k: _counted(i, i[0] + k[0] - 1, i[1] + k[1] - 1),
    ),
    (
        "the placements begin before the image, as with `full`: the kernel must fit",
        _over_the_edge,
    ),
    (
        "as many placements as a kernel has rows and columns: it is as many as fit",
        lambda i, k: _counted(i, k[0], k[1]),
    ),
    (
        "every channel of a pixel is made a placement: none starts within a pixel",
        lambda i, k: boxed(*counts(i, k), i[2], i[1] * i[2], i[2]).ravel(),
    ),
    (
        "every channel of a pixel is made a placement, on an axis of its own: none "
        "starts within a pixel",
        lambda i, k: boxed(*counts(i, k), i[2], i[1] * i[2], i[2]),
    ),
    (
        "the placements are only counted: a step to the right is {image_shape[2]} "
        "positions, and a row ends with a jump",
        lambda i, k: np.arange(offsets(i, k).size),
    ),
    (
        "each placement is listed once for each channel: it reads them all",
        lambda i, k: offsets(i, k).repeat(i[2]),
    ),
    (
        "placements start at every value of a row, within pixels, too",
        lambda i, k: grid(
            counts(i, k)[0], (i[1] - k[1]) * i[2] + 1, i[1] * i[2]
        ).ravel(),
    ),
    (
        "placements are skipped: the channels are the step over the columns, which are "
        "to be multiplied",
        lambda i, k: (
            np.arange(counts(i, k)[0])[:, None] * i[1] * i[2]
            + np.arange(0, counts(i, k)[1], i[2])
        ).ravel(),
    ),
    (
        "the placements go column by column: the first row of them comes first",
        lambda i, k: _grid(i, k).T.ravel(),
    ),
    (
        "the placements are listed from the last one",
        lambda i, k: offsets(i, k)[::-1],
    ),
    (
        "the offsets are a vector: ravel() makes it flat",
        _grid,
    ),
    (
        "the offsets stand in a column: [:, None] comes only where the window is added",
        lambda i, k: offsets(i, k)[:, None],
    ),
    (
        "rows and columns share one axis: rows[:, None] makes each meet each",
        _shared_axis,
    ),
    (
        "the columns are multiplied by a range of channels: their number is one factor",
        _shared_axis_of_channels,
    ),
    (
        "the offsets are counted from 1: the first is 0",
        lambda i, k: offsets(i, k) + 1,
    ),
    (
        "the columns are counted from 1: the first placement starts at 0",
        lambda i, k: offsets(i, k) + i[2],
    ),
    (
        "the rows are counted from 1: the first placement starts at 0",
        lambda i, k: offsets(i, k) + i[1] * i[2],
    ),
    (
        "rows and columns are counted from 1: the first placement starts at 0",
        lambda i, k: offsets(i, k) + (i[1] + 1) * i[2],
    ),
    (
        "only the first row of placements is there: the kernel moves down, too",
        lambda i, k: _grid(i, k)[0],
    ),
    (
        "only the last row of placements is there: is the list made anew each time?",
        lambda i, k: _grid(i, k)[-1],
    ),
    (
        "only the first placement of each row is there: the kernel moves across, too",
        lambda i, k: _grid(i, k)[:, 0],
    ),
    (
        "each row repeats the first: a row down is width * channels further",
        lambda i, k: np.tile(_grid(i, k)[0], counts(i, k)[0]),
    ),
    (
        "rows and columns stand one after the other: each is to be added to each",
        lambda i, k: np.concatenate([_grid(i, k)[:, 0], _grid(i, k)[0]]),
    ),
    (
        "the last placement is left at 0: does the loop end too early?",
        _last_unwritten,
    ),
    (
        "the kernel moves by its own size: placements overlap, the next is a pixel on",
        lambda i, k: _stepped(i, k, k[0], k[1]),
    ),
    (
        "every second placement is left out, down and across: the kernel moves by 1",
        lambda i, k: _stepped(i, k, 2, 2),
    ),
    (
        "these are rows and columns: an offset is (row * width + column) * channels",
        lambda i, k: np.argwhere(np.ones(counts(i, k))),
    ),
    *of_offsets(),
)
