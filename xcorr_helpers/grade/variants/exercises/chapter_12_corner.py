"""Chapter 12: where a template lies whose peak was found in a `full` correlation."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class CornerOfPeak(Template):
    """Where a template lies whose peak was found in a `full` correlation."""

    judge = "corner_of_peak"
    title = "Where is it?"
    height: int = size(4, range(3, 10))  # of the template
    width: int = size(7, range(3, 10))
    row: int = size(10, range(8, 25))  # of the peak
    column: int = size(15, range(8, 30))

    def possible(self) -> bool:
        return self.row >= 2 * self.height and self.column >= 2 * self.width

    def text(self) -> str:
        h, w, r, c = astuple(self)
        return (
            f"A template of {h} rows and {w} columns was matched against an image with "
            f"`full` padding. The largest score is at row {r}, column {c} of the "
            "result. In which row and column of the image does the template's upper "
            "left pixel lie?"
        )

    def answer(self) -> tuple[int, ...]:
        return self.row - self.height + 1, self.column - self.width + 1

    def mistakes(self) -> Mistakes:
        yield from self._of_zeros()
        yield from self._others()

    def _of_zeros(self) -> Mistakes:
        h, w, r, c = astuple(self)
        up, left = h - 1, w - 1
        yield (
            (r, c),
            "That is the place in the padded image: how many rows and columns of "
            "zeros lie before its first pixel?",
        )
        yield (r - h, c - w), "One too far: `full` has k - 1 zeros on each side, not k."
        yield (
            (r + up, c + left),
            "The zeros lie before the image, so its rows and columns have smaller "
            "numbers.",
        )
        yield (
            (r + h, c + w),
            "The zeros lie before the image, and there are k - 1 of them.",
        )
        yield (
            (r - up // 2, c - left // 2),
            "That is where it lies with `same`: `full` has more zeros.",
        )
        yield (
            (r - h // 2, c - w // 2),
            "Half the template is taken away: that would be its middle, or `same`; "
            "`full` has k - 1 zeros before the image.",
        )
        yield (
            (r - 2 * up, c - 2 * left),
            "The zeros on both sides are taken away: only those before the image move "
            "it.",
        )
        yield (r - up, c), "The columns have zeros before them, too."
        yield (r, c - left), "The rows have zeros above them, too."

    def _others(self) -> Mistakes:
        h, w, r, c = astuple(self)
        row, column = self.answer()
        yield (
            (r - w + 1, c - h + 1),
            f"Rows and columns are exchanged: the template has {h} rows and {w} "
            "columns.",
        )
        yield (column, row), "The row comes first."
        yield (row + 1, column + 1), "One too many: rows and columns count from 0."
        yield (h, w), "That is the template's size: where does it lie?"
        yield (
            (row, c - w),
            f"The row is right: in {word(w)} columns, how many zeros lie before the "
            "image?",
        )
        yield (
            (0, 0),
            "The peak says where: how many rows and columns of zeros lie before the "
            "image?",
        )
