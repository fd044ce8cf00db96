"""Chapter 1: what goes wrong on the way back to row and column."""

from __future__ import annotations

import math
from typing import Any

Shape = tuple[int, int]


def _positive(p: int, i: Shape) -> tuple[int, int]:
    return divmod(max(p - 1, 0), i[1])


MISTAKES: tuple[tuple[str, Any], ...] = (
    (
        "the row is still found by the image's height: divide by the width, "
        "{image_shape[1]}, the length of a row",
        lambda p, i: (p // i[0], p % i[1]),
    ),
    (
        "the column is found by the image's height: it is the rest by the width, "
        "{image_shape[1]}",
        lambda p, i: (p // i[1], p % i[0]),
    ),
    (
        "both are found by the image's height: divide by the width, {image_shape[1]}, "
        "the length of a row",
        lambda p, i: divmod(p, i[0]),
    ),
    (
        "row and column are exchanged: the row comes first",
        lambda p, i: (p % i[1], p // i[1]),
    ),
    (
        "the image is read column after column: here it is row after row",
        lambda p, i: (p % i[0], p // i[0]),
    ),
    (
        "// and % are exchanged, and the height is still there: the row is a quotient, "
        "by the width",
        lambda p, i: (p % i[0], p // i[1]),
    ),
    (
        "row and column are exchanged, and the row is still found by the height",
        lambda p, i: (p % i[1], p // i[0]),
    ),
    (
        "row and column are counted from 1: the first of each is 0",
        lambda p, i: (p // i[1] + 1, p % i[1] + 1),
    ),
    (
        "the row is counted from 1: the first is 0",
        lambda p, i: (p // i[1] + 1, p % i[1]),
    ),
    (
        "the column is counted from 1: the first is 0",
        lambda p, i: (p // i[1], p % i[1] + 1),
    ),
    (
        "row and column are one too small",
        lambda p, i: (p // i[1] - 1, p % i[1] - 1),
    ),
    (
        "the row is one too small: // counts the rows that lie before, from 0",
        lambda p, i: (p // i[1] - 1, p % i[1]),
    ),
    (
        "the column is one too small: % counts the pixels that lie before, from 0",
        lambda p, i: (p // i[1], p % i[1] - 1),
    ),
    (
        "this is the place of the position before: positions are counted from 0",
        lambda p, i: divmod(p - 1, i[1]),
    ),
    (
        "this is the place of the position before: positions are counted from 0",
        _positive,
    ),
    (
        "this is the place of the next position: no 1 is added before the division",
        lambda p, i: divmod(p + 1, i[1]),
    ),
    (
        "/ makes a fraction: // counts the whole rows",
        lambda p, i: (p / i[1], p % i[1]),
    ),
    (
        "the row is rounded: // cuts off, as only whole rows count",
        lambda p, i: (round(p / i[1]), p % i[1]),
    ),
    (
        "the row is rounded up: // cuts off, as only whole rows count",
        lambda p, i: (math.ceil(p / i[1]), p % i[1]),
    ),
    (
        "it is divided by the last column's number: a row has {image_shape[1]} pixels",
        lambda p, i: divmod(p, max(i[1] - 1, 1)),
    ),
    (
        "it is divided by one more than the width: a row has {image_shape[1]} pixels",
        lambda p, i: divmod(p, i[1] + 1),
    ),
    (
        "the row is taken away from the position, and not multiplied by the width",
        lambda p, i: (p // i[1], p - p // i[1]),
    ),
    (
        "the rows before are counted as long as the height: column = position - row * "
        "width",
        lambda p, i: (p // i[1], p - p // i[1] * i[0]),
    ),
    (
        "the rows before are added, where they are to be taken away",
        lambda p, i: (p // i[1], p + p // i[1] * i[1]),
    ),
    (
        "the column is made from the row, by %: it is the rest of the position",
        lambda p, i: (p // i[1], p // i[1] % i[1]),
    ),
    (
        "the column is still the whole position: % width is left out",
        lambda p, i: (p // i[1], p),
    ),
    (
        "the row is still the whole position: // width is left out",
        lambda p, i: (p, p % i[1]),
    ),
    (
        "only the row is there: return row, column",
        lambda p, i: p // i[1],
    ),
    (
        "only the column is there: return row, column",
        lambda p, i: p % i[1],
    ),
    (
        "both are quotients, by width and by height: the column is the rest, %",
        lambda p, i: (p // i[1], p // i[0]),
    ),
    (
        "both are quotients, by height and by width: row // and column %, by the width",
        lambda p, i: (p // i[0], p // i[1]),
    ),
    (
        "both are quotients by the width: the column is the rest, %",
        lambda p, i: (p // i[1], p // i[1]),
    ),
    (
        "both are rests, by height and by width: the row is the quotient, //",
        lambda p, i: (p % i[0], p % i[1]),
    ),
    (
        "both are rests by the width: the row is the quotient, //",
        lambda p, i: (p % i[1], p % i[1]),
    ),
    (
        "the row of the bug is held inside of the image, by %: divide by the width",
        lambda p, i: (p // i[0] % i[0], p % i[1]),
    ),
    (
        "the row of the bug is held inside of the image, by min: divide by the width",
        lambda p, i: (min(p // i[0], i[0] - 1), p % i[1]),
    ),
    (
        "it is divided by the longer side: it is always the width",
        lambda p, i: divmod(p, max(i)),
    ),
    (
        "it is divided by the shorter side: it is always the width",
        lambda p, i: divmod(p, min(i)),
    ),
    (
        "it is divided by the number of pixels: a row has {image_shape[1]} of them",
        lambda p, i: divmod(p, i[0] * i[1]),
    ),
    (
        "it is divided by the mean of height and width: a row is as long as the width",
        lambda p, i: divmod(p, (i[0] + i[1]) // 2),
    ),
    (
        "it is divided by height and width together: a row is as long as the width",
        lambda p, i: divmod(p, i[0] + i[1]),
    ),
    (
        "it is divided by 9, the toy's width, whatever is given: it is image_shape[1]",
        lambda p, i: divmod(p, 9),
    ),
    (
        "it is divided by 28, the digit's width, whatever is given: it is "
        "image_shape[1]",
        lambda p, i: divmod(p, 28),
    ),
    (
        "it is divided by 10, as the toy's values are: positions need the width",
        lambda p, i: divmod(p, 10),
    ),
    (
        "the row is always 3, the example's: it is position // width",
        lambda p, i: (3, p - 3 * i[1]),
    ),
    (
        "these are the example's row and column, 3 and 4, whatever is given",
        lambda p, i: (3, 4),
    ),
)
