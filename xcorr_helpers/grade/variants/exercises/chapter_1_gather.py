"""Chapter 1: the shape of `x[index]`."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


@dataclass(frozen=True)
class ShapeOfGather(Template):
    """The shape of `x[index]`."""

    judge = "shape_of_gather"
    title = "Which shape comes out?"
    rows: int = size(7, range(3, 13))  # of x
    columns: int = size(4, range(3, 13))
    down: int = size(2, range(2, 10))  # of the index
    across: int = size(5, range(2, 10))

    def text(self) -> str:
        h, w, a, b = astuple(self)
        return (
            f"`x` has the shape ({h}, {w}) and `index` the shape ({a}, {b}). What is "
            "the shape of `x[index]`?"
        )

    def answer(self) -> tuple[int, ...]:
        return self.down, self.across, self.columns

    def mistakes(self) -> Mistakes:
        yield from self._of_axes()
        yield from self._of_order()
        yield from self._made_one()
        yield from self._others()

    def _of_axes(self) -> Mistakes:
        h, w, a, b = astuple(self)
        yield (a, b), "The axis of x that index does not replace comes along."
        yield (
            (a, b, h),
            "The index replaces the first axis of x, and the other one stays.",
        )
        yield (
            (h, a, b),
            "The index replaces the first axis of x: here it is the second.",
        )
        yield (
            (a, b, h, w),
            "The index replaces an axis of x: here both stay, behind it.",
        )
        yield (h, w, a, b), "The index replaces an axis of x: here both stay, in front."
        yield (
            (h, w),
            "That is the shape of x: its first axis is replaced by those of index.",
        )
        yield (a, w), "Both axes of index come out: here it is only the first of them."
        yield (b, w), "Both axes of index come out: here it is only the last of them."
        yield (
            (h, b),
            "That is no matrix product: each number in index picks a row of x.",
        )
        yield (w,), "Each number in index picks such a row, and there are several."
        yield (a,), "Each number in index picks a row of x: none is a row and a column."
        yield (b,), "Each number in index picks a row of x: none is a row and a column."
        yield (
            (),
            "Each number in index picks a row of x: it is no pair of row and column.",
        )
        yield (
            (h,),
            "The index replaces the first axis of x, and the second one comes along.",
        )
        yield (w, b), "The index has two axes, and what is left of x comes last."

    def _of_order(self) -> Mistakes:
        _, w, a, b = astuple(self)
        yield (w, a, b), "The axis that comes along stands behind those of index."
        yield (a, w, b), "The axis that comes along stands behind both of index."
        yield (b, a, w), "The axes of index keep their order: here they are exchanged."
        yield (
            (w, b, a),
            "The order is reversed: the axes of index come first, in order.",
        )
        yield (b, w, a), "The axes of index stay together, in their order, in front."

    def _made_one(self) -> Mistakes:
        _, w, a, b = astuple(self)
        yield (a * b, w), "The index keeps its two axes: nothing is made flat."
        yield (w, a * b), "The index keeps its two axes, and they stand in front."
        yield (a * b * w,), "Nothing is made flat: the axes stay apart."
        yield (a, b * w), "Two axes are made one: they stay two."
        yield (
            (a * w, b),
            "Nothing is multiplied: the index keeps its axes, then comes x's.",
        )
        yield (a, b, w, 1), "There is an axis of length 1 too many at the end."
        yield (1, a, b, w), "There is an axis of length 1 too many in front."
        yield (
            (a, b, 1, w),
            "The index replaces the axis of x: no axis of length 1 is left.",
        )
        yield (a, b, 1), "A whole row of x comes along, not one number of it."

    def _others(self) -> Mistakes:
        h, w, a, b = astuple(self)
        yield (
            (a, b, w - 1),
            "Sizes are asked for, not the last number along an axis, one less.",
        )
        yield (
            (a - 1, b - 1, w - 1),
            "Sizes are asked for, not the last number along each axis.",
        )
        yield (
            (a, b, h * w),
            f"A number in index picks one row of x: all of x has {h * w} numbers.",
        )
        yield (
            (h + a, w + b),
            "Nothing is added: the axes of index replace the first one of x.",
        )
        yield (
            (h * a, w * b),
            "Nothing is multiplied: those of index replace the first of x.",
        )
        yield a * b * w, "That is how many numbers come out: which shape do they have?"
        yield 3, "That is how many axes come out: how long is each?"
        yield int(f"{a}{b}{w}"), "Commas are missing between the sizes: as in (2, 3)."
