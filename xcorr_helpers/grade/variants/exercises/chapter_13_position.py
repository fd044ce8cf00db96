"""Chapter 13: what stands in a row and a column of the matrix of windows."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class PositionInWindows(Template):
    """The flat position that stands in a row and a column of the matrix of windows."""

    judge = "position_in_windows"
    title = "An entry of a matrix that is not there"
    n_images: int = size(6, range(4, 10))
    height: int = size(7, range(6, 12))
    width: int = size(12, range(8, 15))
    channels: int = size(2, range(2, 5))
    n_kernels: int = size(8, range(4, 12))
    kernel_height: int = size(3, range(2, 5))
    kernel_width: int = size(4, range(3, 6))
    row: int = size(107, range(40, 400))
    column: int = size(19, range(5, 60))

    def possible(self) -> bool:
        image, _, _ = self._row()
        kernel_row, left, channel = self._column()
        inside = 0 < image < self.n_images and kernel_row < self.kernel_height
        return inside and kernel_row > 0 and left > 0 and channel > 0

    def text(self) -> str:
        m, h, w, c, n, kh, kw, row, column = astuple(self)
        return (
            f"{word(m).capitalize()} images of {h} x {w} with {c} channels, and "
            f"{word(n)} kernels of {kh} x {kw}. Which flat position of the images "
            f"stands in row {row}, column {column} of the matrix of windows?"
        )

    def _output(self) -> tuple[int, int]:
        return self.height - self.kernel_height + 1, self.width - self.kernel_width + 1

    def _row(self) -> tuple[int, int, int]:
        """Take the row apart: image, output row, output column."""
        oh, ow = self._output()
        return self.row // (oh * ow), self.row // ow % oh, self.row % ow

    def _column(self) -> tuple[int, int, int]:
        """Take the column apart: kernel row, kernel column, channel."""
        c, kw = self.channels, self.kernel_width
        return self.column // (kw * c), self.column // c % kw, self.column % c

    def _at(self, image: int, row: int, column: int, channel: int) -> int:
        pixel = (image * self.height + row) * self.width + column
        return pixel * self.channels + channel

    def answer(self) -> int:
        (m, p, q), (r, s, c) = self._row(), self._column()
        return self._at(m, p + r, q + s, c)

    def mistakes(self) -> Mistakes:
        yield from self._of_parts()
        yield from self._of_division()
        yield from self._of_sizes()
        yield from self._others()

    def _of_parts(self) -> Mistakes:
        (m, p, q), (r, s, c) = self._row(), self._column()
        oh, ow = self._output()
        row, column, many = self.row, self.column, word(self.n_images)
        yield (
            self._at(m, p, q, 0),
            f"That is where row {row} starts: add what column {column} reads.",
        )
        yield (
            self._at(0, r, s, c),
            f"That is what column {column} adds: where does row {row} start?",
        )
        yield (
            self._at(0, p + r, q + s, c),
            f"The image is left out: which of the {many} is row {row} in?",
        )
        yield (
            self._at(m, p + r, q + s, 0),
            f"That is channel 0: what is left of {column} is {c}.",
        )
        yield (
            self._at(m + 1, p + r, q + s, c),
            "An image too far: they are counted from 0.",
        )
        yield (
            self._at(m - 1, p + r, q + s, c),
            f"An image too early: each has {oh} * {ow} placements.",
        )

    def _of_division(self) -> Mistakes:
        (m, p, q), (r, s, c) = self._row(), self._column()
        oh, ow = self._output()
        kh, kw, w = self.kernel_height, self.kernel_width, self.width
        pixels = self.height * w
        image, of_image = divmod(self.row, pixels)
        rest, left = self.row % (oh * ow), self.column % (kw * self.channels)
        channel, of_channel = divmod(self.column, kh * kw)
        yield (
            self._at(image, of_image // w + r, of_image % w + s, c),
            f"Rows count the {oh * ow} placements, not the {pixels} pixels.",
        )
        yield (
            self._at(m, rest // oh + r, rest % oh + s, c),
            f"The rest {rest} is divided by the output's width, {ow}, and not by its "
            "height.",
        )
        yield (
            self._at(m, p + of_channel // kw, q + of_channel % kw, channel),
            "Columns count the channels last, not first.",
        )
        yield (
            self._at(m, p + r, q + left, c),
            f"What is left of {self.column} is {left} values, not {left} pixels.",
        )

    def _of_sizes(self) -> Mistakes:
        (m, p, q), (r, s, c) = self._row(), self._column()
        h, w, n = self.height, self.width, self.channels
        (oh, ow), down, right = self._output(), p + r, q + s
        yield (
            (m * h + down) * w + right,
            f"The channels are left out: a pixel has {n} values.",
        )
        yield (
            ((m * h + down) * ow + right) * n + c,
            f"An image row is {w} pixels long, not {ow} as a row of the output.",
        )
        yield (
            ((m * oh + down) * w + right) * n + c,
            f"An image has {h} rows, not {oh} as the output.",
        )
        yield (
            ((m * oh + down) * ow + right) * n + c,
            f"Sizes of the output stand where the image's are due: {h} rows of {w} "
            "pixels.",
        )
        yield (
            ((m * w + down) * h + right) * n + c,
            "Height and width of the image are exchanged.",
        )

    def _others(self) -> Mistakes:
        row, column, w, n = self.row, self.column, self.width, self.channels
        size_ = self.kernel_height * self.kernel_width * n
        yield (
            row * size_ + column,
            "That is the place in the matrix of windows, were it stored.",
        )
        yield (
            row + column,
            "Row and column are added as they are: take both apart first.",
        )
        yield (
            row * n + column,
            f"Row {row} is no pixel {row}: images have {w} in a row, the output "
            f"{self._output()[1]}.",
        )
        yield self.answer() + 1, "One too far: everything is counted from 0."
