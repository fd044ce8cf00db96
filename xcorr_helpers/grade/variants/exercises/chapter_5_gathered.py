"""Chapter 5: the shape of `flat[:, index]`."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfGathered(Template):
    """The shape of `flat[:, index]`."""

    judge = "shape_of_gathered"
    title = "Which shape is gathered?"
    n_images: int = size(6, range(3, 12))
    height: int = size(7, range(6, 12))
    width: int = size(10, range(7, 15))
    channels: int = size(2, range(2, 6))
    n_kernels: int = size(5, range(4, 10))
    kernel_height: int = size(3, range(2, 6))
    kernel_width: int = size(4, range(2, 7))

    def possible(self) -> bool:
        return self.height > self.kernel_height and self.width > self.kernel_width

    def text(self) -> str:
        m, h, w, c, n, kh, kw = astuple(self)
        return (
            f"{word(m).capitalize()} images of shape ({h}, {w}, {c}), {word(n)} "
            f"kernels of shape ({kh}, {kw}, {c}). What is the shape of `flat[:, "
            "index]`?"
        )

    def answer(self) -> tuple[int, ...]:
        _, h, w, c, _, kh, kw = astuple(self)
        return self.n_images, (h - kh + 1) * (w - kw + 1), kh * kw * c

    def mistakes(self) -> Mistakes:
        yield from self._of_window()
        yield from self._of_flat()
        yield from self._by_one()
        yield from self._of_placements()
        yield from self._of_kernels()
        yield from self._of_order()
        yield from self._not_flat()
        yield from self._of_axes()

    def _of_window(self) -> Mistakes:
        _, _, _, c, _, kh, kw = astuple(self)
        m, p, s = self.answer()
        yield (m, p, kh * kw), "A kernel reads every channel of its pixels."
        yield (m, p, s * c), "The channels count twice: a kernel has its own once."
        yield (
            (m, p, kh * c),
            "The width of the kernel is missing from the kernel values.",
        )
        yield (
            (m, p, kw * c),
            "The height of the kernel is missing from the kernel values.",
        )
        yield (
            (m, p, kh + kw + c),
            "The three sizes of a kernel are multiplied, not added.",
        )
        yield (
            (m, p, c),
            "These are the channels alone: a kernel reads rows and columns, too.",
        )
        yield (
            (m, p * c, kh * kw),
            "The channels belong to the window, not to the placements.",
        )

    def _of_flat(self) -> Mistakes:
        _, h, w, c, _, kh, kw = astuple(self)
        m, p, s = self.answer()
        flat = h * w * c
        yield (
            (m, flat, s),
            f"The flat length, {flat}, does not stay: the placements replace it.",
        )
        yield (
            (m, flat, p, s),
            f"The flat length, {flat}, does not stay: the index replaces it.",
        )
        yield (m, flat), "This is the shape of `flat`, before the index reads it."
        yield (
            (m, h, w, c),
            "This is the shape of the images, before they are made flat.",
        )
        yield (
            (flat, s),
            f"The index replaces the axis of {flat}, and the colon keeps the images.",
        )
        yield (
            (m, flat, kh * kw),
            "Pixels and channels are no placements: a whole kernel has to fit.",
        )

    def _by_one(self) -> Mistakes:
        _, h, w, _, _, kh, kw = astuple(self)
        m, _, s = self.answer()
        oh, ow, few = h - kh + 1, w - kw + 1, (h - kh) * (w - kw)
        yield (
            (m, few, s),
            "The first placement counts, too: + 1, for rows and for columns.",
        )
        yield (
            (few, s),
            "The first placement counts, too; and the colon keeps the images.",
        )
        yield (
            (m, few, kh * kw),
            "Two slips: the + 1 of the placements, and the channels, are left out.",
        )
        yield (
            (m, (oh - 1) * ow, s),
            f"Off by one: a row of placements is missing, {h} - {kh} + 1 fit.",
        )
        yield (
            (m, oh * (ow - 1), s),
            f"Off by one: a column of placements is missing, {w} - {kw} + 1 fit.",
        )
        yield (
            (m, (oh + 1) * (ow + 1), s),
            "Off by one: a row and a column of placements too many.",
        )

    def _of_placements(self) -> Mistakes:
        _, h, w, _, _, kh, kw = astuple(self)
        m, _, s = self.answer()
        oh, ow = h - kh + 1, w - kw + 1
        yield (
            (m, (h - kw + 1) * (w - kh + 1), s),
            f"The kernel is {kh} high and {kw} wide, and the image {h} high and {w} "
            "wide: its height and width are exchanged.",
        )
        yield (
            (m, h * w, s),
            "Not every pixel is a placement: a whole kernel has to fit.",
        )
        yield (
            (h * w, s),
            "Not every pixel is a placement, and the colon keeps the images.",
        )
        yield (
            (m, (h + kh - 1) * (w + kw - 1), s),
            "A kernel does not reach over the edge: its size is taken away, not added.",
        )
        yield (
            (m, (h // kh) * (w // kw), s),
            "The placements overlap: each is one pixel from the one before.",
        )
        yield (
            (m, oh + ow, s),
            "Rows and columns of the output are multiplied, not added.",
        )
        yield (
            (m, oh, s),
            "The placements are rows times columns: the columns are missing.",
        )
        yield (m, ow, s), "The placements are rows times columns: the rows are missing."

    def _of_kernels(self) -> Mistakes:
        n = self.n_kernels
        m, p, s = self.answer()
        same = "The kernels have no axis here: the same values are gathered for all."
        none = "The kernels have no axis"
        yield (
            (m, p, n),
            "This is the shape of the product, with one column for each kernel.",
        )
        yield (
            (m * p, n),
            "This is the product, with images and placements folded into one.",
        )
        yield (m, p, s * n), "One index serves all kernels: count the values of one."
        yield (m * n, p, s), same
        yield (m, p * n, s), same
        yield (n, p, s), "The rows of `flat` are images: the kernels play no part here."
        yield (m, n, p, s), f"{none}: this one, behind the images, is theirs."
        yield (n, m, p, s), f"{none}: the one in front is theirs."
        yield (m, p, s, n), f"{none}: the last one here is theirs."
        yield (m, p, n, s), f"{none}: the third one here is theirs."

    def _of_order(self) -> Mistakes:
        m, p, s = self.answer()
        front = "The colon leaves the images in front: `index` is the second of two."
        yield (p, s), "The colon keeps the axis of the images, in front."
        yield (
            (m * p, s),
            "Images and placements are two axes: nothing folds them into one.",
        )
        yield (
            (m, s, p),
            "The placements come before the kernel values, as in the index.",
        )
        yield (s, p), "The index is turned round, and the colon keeps the images."
        yield (p, s, m), "The images are put last: the colon leaves them in front."
        yield (s, p, m), "The whole is turned round: it starts with the images."
        yield (
            (p, m, s),
            "The images are put in the middle: the colon leaves them in front.",
        )
        yield (s, m, p), front

    def _not_flat(self) -> Mistakes:
        m, h, w, c, n, kh, kw = astuple(self)
        oh, ow = h - kh + 1, w - kw + 1
        _, p, s = self.answer()
        yield (
            (m, oh, ow, s),
            "The placements are one axis of the index, not rows and columns.",
        )
        yield (
            (oh, ow, s),
            "The placements are one axis, and the colon keeps the images.",
        )
        yield (m, ow, oh, s), "The placements are one axis, not columns and rows."
        yield (
            (m, p, kh, kw, c),
            "The window is flat: rows, columns and channels are one axis.",
        )
        yield (
            (m, p, kh * kw, c),
            "The window is flat: the channels have no axis of their own.",
        )
        yield (
            (m, oh, ow, kh, kw, c),
            "Neither is flat here: placements are one axis, a window is.",
        )
        yield (
            (oh, ow, kh, kw, c),
            "The index has two axes only, and the colon keeps the images.",
        )
        yield (m, oh, ow, n), "This is the output, folded: nothing is multiplied yet."
        yield (m, oh, ow), "This is an output with one kernel: nothing is added up yet."

    def _of_axes(self) -> Mistakes:
        m, p, s = self.answer()
        yield (m, p), "The index has two axes: the values of a window are missing."
        yield (m, s), "The index has two axes: the placements are missing."
        yield (m, p * s), "The index has two axes: they stay apart in what is gathered."
        yield (m * p * s,), "Three axes stay apart: images, placements, kernel values."
        yield (1, p, s), "The colon stands for all images, not for an axis of length 1."
        yield (
            (m, 1, p, s),
            "The index replaces one axis by its two: none of length 1 comes.",
        )
