"""Chapter 7: how many placements read one pixel, near the upper edge."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class NumberOfVisits(Template):
    """How many placements read one pixel, near the upper edge."""

    judge = "number_of_visits"
    title = "How often is it read?"
    kernel_height: int = size(3, range(3, 8))
    kernel_width: int = size(4, range(3, 10))
    height: int = size(7, range(7, 17))
    width: int = size(12, range(10, 25))
    row: int = size(1, range(1, 5))
    column: int = size(5, range(3, 17))

    def possible(self) -> bool:
        """Let the upper edge take rows away, and no other edge anything."""
        kh, kw, h, w, r, c = astuple(self)
        return bool(r < kh - 1 and r <= h - kh and kw <= c <= w - kw)

    def text(self) -> str:
        kh, kw, h, w, r, c = astuple(self)
        return (
            f"A kernel of {kh} rows and {kw} columns slides over an image of {h} rows "
            f"and {w} columns. How many placements read the pixel in row {r}, column "
            f"{c}? (It is the gradient of that pixel if all weights and all output "
            "gradients are one.)"
        )

    def answer(self) -> int:
        return (self.row + 1) * self.kernel_width

    def mistakes(self) -> Mistakes:
        yield from self._of_kernel()
        yield from self._of_placements()
        yield from self._others()

    def _of_kernel(self) -> Mistakes:
        kh, kw, _, _, r, c = astuple(self)
        edge, rows = "no placement starts above row 0", r + 1
        yield kh * kw, f"The upper edge is forgotten: {edge}."
        yield (
            rows * kh,
            f"The kernel's rows and columns are exchanged: it has {kh} rows.",
        )
        yield rows * (kw - 1), "A column of placements is missing."
        yield (
            rows * (kw + 1),
            f"A column of placements too many: count those that reach column {c}, of "
            f"{kw} columns each.",
        )
        yield kh * kh, f"The kernel is {kw} columns wide, not {kh}; and {edge}."
        yield kw * kw, f"The kernel is {kh} rows high, not {kw}; and {edge}."
        yield (
            kh,
            f"That is the kernel's height: the upper edge takes {word(kh - rows)} of "
            "these rows, and each row has several placements.",
        )

    def _of_placements(self) -> Mistakes:
        kh, kw, h, w, r, c = astuple(self)
        oh, ow, rows = h - kh + 1, w - kw + 1, r + 1
        yield kw, "That is one row of placements, and there are more."
        yield (
            r * kw,
            f"The pixel is counted from 1, as if it lay in row {r - 1}, column "
            f"{c - 1}.",
        )
        yield (
            rows,
            "That is one column of placements: each of their rows has more than one.",
        )
        yield (
            1,
            "Not only the placement that starts at the pixel reads it: others reach "
            "it from the left and from above.",
        )
        yield rows * kw - 1, "The placement that starts at the pixel reads it, too."
        yield (
            oh * ow,
            f"Those are all placements, {oh} * {ow}: only some of them read this "
            "pixel.",
        )
        yield (
            rows * ow,
            f"All {ow} columns of placements are counted, and most of them do not "
            f"reach column {c}.",
        )
        yield (
            oh * kw,
            f"All {oh} rows of placements are counted: those that start below row {r} "
            "do not read it.",
        )

    def _others(self) -> Mistakes:
        kh, kw, h, w, r, c = astuple(self)
        n = (h - kh + 1) * (w - kw + 1)
        yield h * w, f"The image's pixels are counted, {h} * {w}."
        yield (
            r * w + c,
            f"That is the pixel's position, {r} * {w} + {c}, not the number of its "
            "readers.",
        )
        yield r * w + c + 1, "That is the pixel's position, counted from 1."
        yield (
            n * kh * kw,
            f"Those are all reads of all pixels, {n} * {kh * kw}: this pixel's are "
            "asked for.",
        )
        yield c, "That is the pixel's column, not the number of its readers."
        yield (
            (r + 1) * w,
            f"{word(r + 1).capitalize()} whole rows of pixels are counted: few of "
            "them start a placement that reads this one.",
        )
