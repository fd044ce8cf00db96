"""Chapter 4: the shape of the index matrix."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfIndex(Template):
    """The shape of the index matrix."""

    judge = "shape_of_index"
    title = "How large is the index?"
    n_kernels: int = size(6, range(4, 10))
    kernel_height: int = size(3, range(2, 6))
    kernel_width: int = size(4, range(2, 7))
    channels: int = size(3, range(2, 6))
    height: int = size(10, range(6, 15))
    width: int = size(13, range(7, 18))

    def possible(self) -> bool:
        return self.height > self.kernel_height and self.width > self.kernel_width

    def text(self) -> str:
        n, kh, kw, c, h, w = astuple(self)
        return (
            f"{word(n).capitalize()} kernels of shape ({kh}, {kw}, {c}) lie on an "
            f"image of shape ({h}, {w}, {c}). What is the shape of the index matrix?"
        )

    def answer(self) -> tuple[int, ...]:
        down = self.height - self.kernel_height + 1
        across = self.width - self.kernel_width + 1
        return down * across, self.kernel_height * self.kernel_width * self.channels

    def mistakes(self) -> Mistakes:
        yield from self._of_window()
        yield from self._of_channels()
        yield from self._of_placements()
        yield from self._of_kernels()
        yield from self._of_axes()
        yield from self._others()

    def _of_window(self) -> Mistakes:
        n, kh, kw, c, *_ = astuple(self)
        p, s = self.answer()
        yield (p, kh * kw), "Each kernel reads every channel of its pixels."
        for one in (kh, kw, c):
            yield (
                (p, one),
                f"A column is a value of a kernel: {kh} * {kw} pixels of {c} channels.",
            )
        yield (p, kh + kw + c), f"{kh}, {kw} and {c} are to be multiplied, not added."
        yield (
            (p, kh + kw),
            f"{kh} and {kw} are to be multiplied, and the channels, too.",
        )
        yield (p, s * c), f"The channels count once in a window: {kh} * {kw} * {c}."
        yield (
            (p, kw * kw * c),
            f"A kernel has {kh} rows of {kw} pixels, and {c} channels: {kh} * {kw} * "
            f"{c}.",
        )
        yield (
            (p, kh * kh * c),
            f"A kernel has {kh} rows of {kw} pixels, not {kh}, and {c} channels.",
        )
        yield (
            (p, s * n),
            "All kernels read the same pixels: one kernel's values are listed.",
        )
        yield (
            (p, kh * kw * n),
            f"The columns are those of one kernel, without channels times {word(n)}.",
        )

    def _of_channels(self) -> Mistakes:
        _, kh, kw, c, h, w = astuple(self)
        p, s = self.answer()
        few = (h - kh) * (w - kw)
        yield (s, p), "Transposed: the placements are the rows."
        yield (
            (kh * kw, p),
            "Transposed, and each kernel reads every channel of its pixels.",
        )
        yield (p * c, s), "No kernel starts in the middle of a pixel."
        yield (
            (p * c, kh * kw),
            "The channels belong to the window, not to the placements.",
        )
        yield (
            (h * w, kh * kw),
            "Not every pixel starts a placement, and the channels are left out.",
        )
        yield (
            (h * w * c, s),
            "Not every value starts a placement: a kernel starts at a pixel.",
        )
        yield (
            (few, kh * kw),
            "The + 1 of the first placement is missing, and so are the channels.",
        )
        yield (
            (few * c, kh * kw),
            "The + 1 is missing, and the channels belong to the window.",
        )
        yield (
            (few * c, s),
            "The + 1 is missing, and no kernel starts in the middle of a pixel.",
        )

    def _of_placements(self) -> Mistakes:
        _, kh, kw, _, h, w = astuple(self)
        oh, ow, s = h - kh + 1, w - kw + 1, self.answer()[1]
        both = f"{h} - {kh} + 1 down, and {w} - {kw} + 1 across"
        yield (
            (h * w, s),
            "Not every pixel starts a placement: at the edges a kernel must fit.",
        )
        yield ((h - kh) * (w - kw), s), f"The first placement counts, too: {both}."
        yield (
            ((h - kh) * ow, s),
            f"Down, the first placement counts, too: {h} - {kh} + 1.",
        )
        yield (
            (oh * (w - kw), s),
            f"Across, the first placement counts, too: {w} - {kw} + 1.",
        )
        yield ((oh + 1) * (ow + 1), s), f"The + 1 stands twice: {both}."
        yield (
            ((h - kw + 1) * (w - kh + 1), s),
            f"The kernel's height and width are exchanged: {kh} rows, {kw} columns.",
        )
        yield (
            (oh * (w - kh + 1), s),
            f"The kernel's {kh} rows are taken off both sides: it has {kw} columns.",
        )
        yield (
            ((h + kh - 1) * (w + kw - 1), s),
            "A kernel must lie in the image as a whole: this counts all overlaps.",
        )
        yield (
            ((h // kh) * (w // kw), s),
            "Placements overlap: the next one starts a pixel further, not behind.",
        )
        yield (
            (oh + ow, s),
            "The placements down and across are to be multiplied, not added.",
        )

    def _of_kernels(self) -> Mistakes:
        n = self.n_kernels
        p, s = self.answer()
        yield (
            (p * n, s),
            "The placements are the same for all kernels: they count once.",
        )
        yield (
            (p * n, n),
            "The index knows nothing of the kernels: placements, and one's values.",
        )
        yield (
            (p, n),
            "That is the output; the index knows nothing of the kernels' number.",
        )
        yield (s, n), "That is the kernels' matrix, not the index."
        yield (
            (n, s),
            "Those are the kernels, a row each: the index has a row a placement.",
        )
        yield (
            (n, p),
            "That is the output, transposed; the index knows nothing of the kernels.",
        )
        yield (
            (n, p, s),
            "One index serves all kernels: there is no axis of them in front.",
        )
        yield (
            (p, s, n),
            "One index serves all kernels: there is no axis of them at the end.",
        )

    def _of_axes(self) -> Mistakes:
        n, kh, kw, c, h, w = astuple(self)
        oh, ow = h - kh + 1, w - kw + 1
        p, s = self.answer()
        yield (oh, ow, s), f"The placements are one axis, {oh} * {ow}, as in `offsets`."
        yield (
            (p, kh, kw, c),
            f"The window is flat, in one axis, as `kernel.ravel()` is: {kh} * {kw} * "
            f"{c}.",
        )
        yield (
            (p, kh * kw, c),
            f"The window is flat, the channels in it: {kh} * {kw} * {c} in one axis.",
        )
        yield (p, kh, kw), "The window is flat, and each kernel reads every channel."
        yield (
            (oh, ow, kh, kw, c),
            "Placements and window are flat, an axis each: two in all.",
        )
        yield (oh, ow, n), "That is the output, folded, not the index."
        yield (
            (oh, ow, kh * kw),
            "The placements are one axis, and each kernel reads every channel.",
        )
        yield (
            (oh, ow),
            "Those are the placements, folded: the second axis is the window.",
        )
        yield (oh, ow, c), "The placements are one axis, and the second is the window."

    def _others(self) -> Mistakes:
        _, kh, kw, c, h, w = astuple(self)
        p, s = self.answer()
        yield (p, h * w * c), "A row is what one kernel reads, not the whole image."
        yield (
            (p, h * w),
            "A row is what one kernel reads, not all the pixels of the image.",
        )
        yield (42, 24), "That is the chapter's example: here the sizes are others."
        yield (s,), "That is the window: each of the placements makes a row."
        yield (p,), "Those are the offsets: each has a row of kernel values."
        yield (h * w * c,), "That is the flat image, not the index."
        yield (h, w, c), "That is the image, not the index."
        yield p * s, "That counts the numbers: a shape is asked for, in two axes."
        yield (
            (p * s,),
            f"It is not flat: one row a placement, and in it the {kh} * {kw} * {c} "
            "values of one kernel.",
        )
