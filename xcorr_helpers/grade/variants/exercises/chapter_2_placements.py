"""Chapter 2: the shape of the output."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


@dataclass(frozen=True)
class CountPlacements(Template):
    """The shape of the output."""

    judge = "count_placements"
    title = "How many placements?"
    height: int = size(7, range(6, 22))
    width: int = size(12, range(7, 28))
    kernel_height: int = size(3, range(2, 9))
    kernel_width: int = size(5, range(2, 9))

    def possible(self) -> bool:
        return (
            self.height > 2 * self.kernel_height and self.width > 2 * self.kernel_width
        )

    def text(self) -> str:
        h, w, kh, kw = astuple(self)
        return (
            f"A kernel of {kh} rows and {kw} columns slides over an image of {h} rows "
            f"and {w} columns. What is the shape of the output?"
        )

    def answer(self) -> tuple[int, ...]:
        return self.height - self.kernel_height + 1, self.width - self.kernel_width + 1

    def mistakes(self) -> Mistakes:
        yield from self._by_one()
        yield from self._exchanged()
        yield from self._of_placements()
        yield from self._of_arithmetic()
        yield from self._others()

    def _by_one(self) -> Mistakes:
        oh, ow = self.answer()
        yield (
            (oh - 1, ow - 1),
            "The first placement counts, too: + 1 is left out, down and across.",
        )
        yield (oh - 1, ow), "The first placement counts, too: + 1 is left out down."
        yield (oh, ow - 1), "The first placement counts, too: + 1 is left out across."
        yield (
            (oh + 1, ow + 1),
            "One too many, down and across: the last would stand out of the image.",
        )
        yield (oh + 1, ow), "One too many down: the last would stand out of the image."
        yield (
            (oh, ow + 1),
            "One too many across: the last would stand out of the image.",
        )
        yield (
            (oh - 2, ow - 2),
            "1 is taken away where it is to be added: the first placement counts.",
        )

    def _exchanged(self) -> Mistakes:
        h, w, kh, kw = astuple(self)
        oh, ow = self.answer()
        yield (ow, oh), "The output's height and width are exchanged."
        yield (
            (h - kw + 1, w - kh + 1),
            f"The kernel's height and width are exchanged: it has {kh} rows.",
        )
        yield (
            (w - kh + 1, h - kw + 1),
            f"The image's height and width are exchanged: it has {h} rows.",
        )
        yield (oh, w - kh + 1), f"The kernel's height, {kh}, stands for its width, too."
        yield (h - kw + 1, ow), f"The kernel's width, {kw}, stands for its height, too."
        yield (oh, h - kw + 1), f"The image's height, {h}, stands for its width, too."
        yield (w - kh + 1, ow), f"The image's width, {w}, stands for its height, too."
        yield (oh, oh), "The number of rows stands for that of columns, too."
        yield (ow, ow), "The number of columns stands for that of rows, too."

    def _of_placements(self) -> Mistakes:
        h, w, kh, kw = astuple(self)
        yield (
            (h, w),
            "That is one for each pixel: at the last of them, does the whole kernel "
            "lie on the image?",
        )
        yield (
            (h + kh - 1, w + kw - 1),
            "The whole kernel has to lie on the image, not a part of it.",
        )
        yield (
            (h // kh, w // kw),
            f"The kernel moves by one pixel, not by its own size: {h} // {kh}, {w} // "
            f"{kw}.",
        )
        yield (
            (-(-h // kh), -(-w // kw)),
            "The kernel moves by one pixel, not by its own size, rounded up.",
        )
        yield (
            (h - kh // 2, w - kw // 2),
            "Half of the kernel is taken away, where all of it has to fit.",
        )
        yield (
            (h - 1, w - 1),
            "1 is taken away from the image: it is the kernel that has to fit.",
        )
        yield (
            (h - 2 * kh, w - 2 * kw),
            "The kernel's size is taken away twice, at both ends: once is enough.",
        )

    def _of_arithmetic(self) -> Mistakes:
        h, w, kh, kw = astuple(self)
        yield (
            (h + kh, w + kw),
            "The sizes are added: the kernel is taken away from the image.",
        )
        yield (
            (h + kh + 1, w + kw + 1),
            "The sizes are added, and 1: the kernel is taken away, and 1 added.",
        )
        yield (
            (h * kh, w * kw),
            "The sizes are multiplied: the kernel is taken away from the image.",
        )
        yield (
            (kh - h, kw - w),
            "The image is taken away from the kernel: it is the other way round.",
        )
        yield (
            (kh - h + 1, kw - w + 1),
            "The image is taken away from the kernel: it is the other way round.",
        )

    def _others(self) -> Mistakes:
        kh, kw = self.kernel_height, self.kernel_width
        oh, ow = self.answer()
        yield (
            (kh, kw),
            "This is the kernel's shape: where may its top left pixel stand?",
        )
        yield (
            (oh * ow, kh * kw),
            "This is the index matrix: how many placements go down, and across?",
        )
        yield (
            (kh * kw, oh * ow),
            "This is the index matrix turned: the output's sides are asked for.",
        )
        yield (
            (oh, ow, 1),
            "There is an axis of length 1 too many: the output is an image.",
        )
        yield (
            (1, oh, ow),
            "There is an axis of length 1 too many: the output is an image.",
        )
        yield (
            (oh, ow, kh, kw),
            "These are placements and kernel: only the placements are left.",
        )
        yield (oh * ow,), "The output is flat: it has rows and columns."
        yield (
            oh * ow,
            "The placements are counted all together: how many rows and columns?",
        )
        yield oh + ow, "Rows and columns are added: give both, as in (2, 3)."
