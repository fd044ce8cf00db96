"""Chapter 3: the shape of `gathered @ weights`."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfProduct(Template):
    """The shape of `gathered @ weights`."""

    judge = "shape_of_product"
    title = "Which shape has the product?"
    n_kernels: int = size(5, range(4, 13))
    kernel_height: int = size(3, range(2, 6))
    kernel_width: int = size(2, range(2, 6))
    height: int = size(6, range(5, 15))
    width: int = size(10, range(6, 21))

    def possible(self) -> bool:
        return self.height > self.kernel_height and self.width > self.kernel_width

    def text(self) -> str:
        n, kh, kw, h, w = astuple(self)
        return (
            f"{word(n).capitalize()} kernels of {kh} rows and {kw} columns, an image "
            f"of {h} rows and {w} columns. What is the shape of `gathered @ weights`?"
        )

    def answer(self) -> tuple[int, ...]:
        down = self.height - self.kernel_height + 1
        return down * (self.width - self.kernel_width + 1), self.n_kernels

    def mistakes(self) -> Mistakes:
        yield from self._of_factors()
        yield from self._by_one()
        yield from self._of_placements()
        yield from self._of_axes()
        yield from self._folded()
        yield from self._others()

    def _of_factors(self) -> Mistakes:
        n, kh, kw, *_ = astuple(self)
        p, s = self.answer()[0], kh * kw
        yield (n, p), "Transposed: the placements are the rows."
        yield (
            (p, s),
            "That is what was gathered: the product has a column for each kernel.",
        )
        yield (s, p), "That is what was gathered, transposed, before the product."
        yield (s, n), "That is the kernels' matrix: the product has a row a placement."
        yield (
            (n, s),
            "Those are the kernels, a row each: the product has a row a placement.",
        )
        yield (p, p), "The right factor is the kernels' matrix, not what was gathered."
        yield (s, s), "The inner axes are the ones that match, and both of them vanish."
        yield (n, n), "The left factor is what was gathered: it has a row a placement."

    def _by_one(self) -> Mistakes:
        n, kh, kw, h, w = astuple(self)
        oh, ow, s = h - kh + 1, w - kw + 1, kh * kw
        few = (h - kh) * (w - kw)
        yield (
            (few, n),
            f"The first placement counts, too: {h} - {kh} + 1 down, and {w} - {kw} + "
            "1 across.",
        )
        yield (
            (few, n, 1),
            "The + 1 of the first placement is missing, and an axis is too many.",
        )
        yield (
            (few, s),
            "The + 1 is missing, and a column is a kernel, not a kernel value.",
        )
        yield (
            ((h - kh) * ow, n),
            f"Down, the first placement counts, too: {h} - {kh} + 1.",
        )
        yield (
            (oh * (w - kw), n),
            f"Across, the first placement counts, too: {w} - {kw} + 1.",
        )
        yield (
            (oh * (w - kw), s),
            "Across, the + 1 is missing, and a column is a kernel.",
        )
        yield (
            ((oh + 1) * (ow + 1), n),
            f"The + 1 stands twice: {h} - {kh} + 1 down, and {w} - {kw} + 1 across.",
        )

    def _of_placements(self) -> Mistakes:
        n, kh, kw, h, w = astuple(self)
        oh, ow = h - kh + 1, w - kw + 1
        yield (
            (h * w, n),
            "Not every pixel starts a placement: at the edges a kernel must fit.",
        )
        yield (
            (h * w, kh * kw),
            f"Not every pixel starts a placement, and a column is one of {word(n)} "
            "kernels.",
        )
        yield (
            ((h - kw + 1) * (w - kh + 1), n),
            f"The kernel's rows and columns are exchanged: {kh} rows, {kw} columns.",
        )
        yield (
            ((h - kw + 1) * ow, n),
            f"The kernel's {kw} columns are taken off both sides: it has {kh} rows.",
        )
        yield (
            ((h + kh - 1) * (w + kw - 1), n),
            "The kernel must lie in the image as a whole: this counts all overlaps.",
        )
        yield (
            ((h // kh) * (w // kw), n),
            "Placements overlap: the next one starts a pixel further, not behind.",
        )
        yield (
            (oh + ow, n),
            "The placements down and across are to be multiplied, not added.",
        )
        yield (
            (oh * ow * n, n),
            "The placements are the same for all kernels: they count once.",
        )

    def _of_axes(self) -> Mistakes:
        n, kh, kw, h, w = astuple(self)
        oh, ow, s = h - kh + 1, w - kw + 1, kh * kw
        p = oh * ow
        axes = "The product has two axes: one row a placement, one column a kernel."
        yield (p, 1), f"That is one kernel: there are {word(n)}, a column each."
        yield (1, n), f"That is one placement: there are {oh} down times {ow} across."
        yield (p,), f"That is one kernel, a vector: there are {word(n)}, a column each."
        yield (
            (n,),
            f"That is one placement, a vector: there are {oh} down times {ow} across.",
        )
        yield (
            (p, s * n),
            "A kernel, all its values, is one column of the weights, and makes one.",
        )
        yield (
            (p, s, n),
            f"The product adds over the {s} kernel values: their axis is gone.",
        )
        yield (p * n,), f"It is not flat. {axes}"
        yield (p * n, 1), f"Placements and kernels are not one axis. {axes}"
        yield p * n, "That counts the numbers: a shape is asked for, in two axes."
        yield (
            p,
            "Those are the placements: a shape is asked for, and the kernels count.",
        )

    def _folded(self) -> Mistakes:
        n, kh, kw, h, w = astuple(self)
        oh, ow = h - kh + 1, w - kw + 1
        yield (
            (oh, ow),
            f"That is one map, folded: {word(n)} kernels, and nothing is folded yet.",
        )
        yield (oh, ow, n), "That is what it is folded into, after the product."
        yield (
            (ow, oh, n),
            "It is folded only after the product, and then the rows come first.",
        )
        yield (
            (n, oh, ow),
            "It is folded only after the product, and the kernels stay last.",
        )
        yield (
            (oh, ow, kh * kw),
            "That is what was gathered, folded; the product is not folded yet.",
        )
        yield (n, kh, kw), "Those are the kernels as they were given."
        yield (h, w), "That is the image."
        yield (
            (h, w, n),
            "Not every pixel starts a placement, and nothing is folded yet.",
        )

    def _others(self) -> Mistakes:
        n, kh, kw, h, w = astuple(self)
        p = self.answer()[0]
        yield (
            (28, 8),
            "That is the chapter's example: here other kernels lie on another image.",
        )
        yield (
            (28, n),
            f"28 placements are the chapter's example: count them for {h} x {w} "
            "pixels.",
        )
        yield (
            (p, 8),
            f"The chapter's example has eight kernels; here there are {word(n)}.",
        )
        yield (p, w), "The last axis is that of the kernels, not the image's width."
        yield (p, kw), "The last axis is that of the kernels, not the kernel's width."
        yield (p, kh), "The last axis is that of the kernels, not the kernel's height."
