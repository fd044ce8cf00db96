"""Chapter 1: the position of a pixel in the flat image."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


@dataclass(frozen=True)
class PositionOfPixel(Template):
    """The position of a pixel in the flat image."""

    judge = "position_of_pixel"
    title = "Where does it lie?"
    height: int = size(6, range(5, 17))
    width: int = size(11, range(6, 25))
    row: int = size(4, range(2, 14))
    column: int = size(7, range(2, 22))

    def possible(self) -> bool:
        return self.row < self.height - 1 and self.column < self.width - 1

    def text(self) -> str:
        h, w, r, c = astuple(self)
        return (
            f"An image has {h} rows and {w} columns. At which position of the flat "
            f"image is the pixel in row {r}, column {c}? Work it out on paper."
        )

    def answer(self) -> int:
        return self.row * self.width + self.column

    def mistakes(self) -> Mistakes:
        yield from self._of_width()
        yield from self._of_order()
        yield from self._by_one()
        yield from self._others()

    def _of_width(self) -> Mistakes:
        h, w, r, c = astuple(self)
        yield (
            r * h + c,
            f"A row is as long as the image is wide, {w}, not as it is high.",
        )
        yield (
            r * (w - 1) + c,
            f"A row has {w} pixels: {w - 1} is its last column, or the toy's tens.",
        )
        yield r * (w + 1) + c, f"A row has {w} pixels, not one more."
        yield r * 9 + c, f"A row has {w} pixels here: 9 is the toy's width."
        yield r * 28 + c, f"A row has {w} pixels here: 28 is the digit's width."
        yield h * w + c, f"That counts all {h} rows: {r} of them lie before the pixel."
        yield r + c, f"A step down is a whole row of {w} pixels, not 1."

    def _of_order(self) -> Mistakes:
        h, w, r, c = astuple(self)
        yield (
            c * w + r,
            f"Row and column are exchanged: {r} rows lie before it, not {c}.",
        )
        yield (
            c * h + r,
            "The image is counted column after column: it lies row after row.",
        )
        yield (
            r * (w + c),
            "The column is multiplied, too: only the row is. Look at the brackets.",
        )
        yield (
            r * c,
            "Row and column are multiplied: whole rows come before it, and pixels.",
        )
        yield r * w - c, "The column is taken away: it is to be added."
        yield (
            r * w,
            f"The row starts here: {c} pixels of its own row lie before it, too.",
        )
        yield c, f"The column alone: {r} whole rows lie before it, too."

    def _by_one(self) -> Mistakes:
        _, w, r, c = astuple(self)
        yield (
            r * w + c + 1,
            "One too many: positions are counted from 0, and columns, too.",
        )
        yield (
            r * w + c - 1,
            "One too few: columns are counted from 0. How many pixels lie before?",
        )
        yield (
            (r - 1) * w + c,
            f"A row too few: rows are counted from 0, so {r} lie before row {r}.",
        )
        yield (
            (r - 1) * w + c - 1,
            "Row and column are counted from 1 here: they are counted from 0.",
        )
        yield (
            (r - 1) * w + c + 1,
            "A row too few and a pixel too many: all is counted from 0.",
        )
        yield (
            (r + 1) * w + c,
            f"A row too many: only the rows before its own count, which are {r}.",
        )
        yield (
            (r + 1) * w + c + 1,
            "A row and a pixel too many: rows and columns are counted from 0.",
        )

    def _others(self) -> Mistakes:
        h, w, r, c = astuple(self)
        right = self.answer()
        yield h * w, "That is the number of pixels in the image."
        yield h * w - 1, "That is the last position of the image."
        yield (
            h * w - right,
            "It is counted from the end: positions are counted from the start.",
        )
        yield (
            h * w - right - 1,
            "These are the pixels behind it: how many lie before it?",
        )
        yield (
            right - h * w,
            "It is counted backwards from the end: count from the start.",
        )
        yield (
            (h - 1 - r) * w + c,
            "The rows are counted from below: row 0 is the first.",
        )
        yield (r, c), "Row and column are what is given: at which one position is it?"
        yield (right,), "Take the brackets away: a position is one number."
