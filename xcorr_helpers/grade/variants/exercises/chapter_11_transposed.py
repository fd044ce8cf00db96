"""Chapter 11: the shape that a transposed convolution makes."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class TransposedShape(Template):
    """The shape that a transposed convolution makes."""

    judge = "transposed_shape"
    title = "How large does it get?"
    n_images: int = size(10, range(3, 13))
    height: int = size(5, range(4, 9))
    width: int = size(8, range(5, 11))
    channels: int = size(6, range(3, 9))
    kernel_height: int = size(4, range(3, 6))
    kernel_width: int = size(3, range(3, 6))
    made: int = size(2, range(2, 6))  # channels that come out
    stride: int = size(3, range(2, 5))
    padding: int = size(1, range(1, 3))

    def possible(self) -> bool:
        short = min(self.height - self.kernel_height, self.width - self.kernel_width)
        return short >= 0 and self.padding < min(self.kernel_height, self.kernel_width)

    def text(self) -> str:
        n, h, w, c, kh, kw, k, s, p = astuple(self)
        return (
            f"Images of the shape ({n}, {h}, {w}, {c}), as image, row, column, "
            "channel, go through a transposed convolution. Its kernels have the shape "
            f"({c}, {kh}, {kw}, {k}), as channel that goes in, row, column, channel "
            f"that comes out; the stride is {s}, the padding {p}. What is the shape of "
            "what comes out?"
        )

    def answer(self) -> tuple[int, ...]:
        kh, kw, p = self.kernel_height, self.kernel_width, self.padding
        rows, columns = self._starts()
        return self.n_images, rows - 2 * p + kh, columns - 2 * p + kw, self.made

    def _starts(self) -> tuple[int, int]:
        """Say where the last pixel starts."""
        return (self.height - 1) * self.stride, (self.width - 1) * self.stride

    def _made(self, rows: int, columns: int) -> tuple[int, ...]:
        return self.n_images, rows, columns, self.made

    def mistakes(self) -> Mistakes:
        yield from self._the_way_forward()
        yield from self._of_channels()
        yield from self._of_padding()
        yield from self._of_kernel()
        yield from self._of_starts()

    def _the_way_forward(self) -> Mistakes:
        n, h, w, c, kh, kw, _, s, p = astuple(self)
        rows, columns = (h + 2 * p - kh) // s + 1, (w + 2 * p - kw) // s + 1
        without = (h - kh) // s + 1, (w - kw) // s + 1
        forward = "That is the way forward"
        yield (
            (n, h, w, c),
            "That is what goes in: the stride makes it larger, and the kernels give "
            "it other channels.",
        )
        yield self._made(h, w), "The stride makes rows and columns larger."
        yield (
            self._made(rows, columns),
            f"{forward}: here a stride makes the image larger.",
        )
        yield (n, rows, columns, c), f"{forward}, and with the channels that go in."
        yield (
            self._made(*without),
            f"{forward}, without the padding: here a stride makes the image larger.",
        )

    def _of_channels(self) -> Mistakes:
        c, p = self.channels, self.padding
        n, a, b, k = self.answer()
        yield (
            (n, a, b, c),
            "These are the channels that go in: the kernels' last axis says what "
            "comes out.",
        )
        yield (
            (n, a + 2 * p, b + 2 * p, c),
            "These are the channels that go in; and the padding is left out.",
        )
        yield (
            (c, a, b, k),
            f"The images stay the first axis: {c} is the number of channels that go "
            "in.",
        )
        yield (
            (n, a, b, c * k),
            "The two numbers of channels are not multiplied: the kernels add over "
            "those that go in.",
        )
        yield (1, a, b, k), f"All {word(n)} images are there."
        yield (n, k, a, b), "That is PyTorch's order: here the channels come last."
        yield (a, b, k), "The images' axis stays in front."
        yield (n, a, b), "The channels' axis stays at the end."
        yield (a, b), "Images and channels are axes, too."

    def _of_padding(self) -> Mistakes:
        p = self.padding
        _, a, b, _ = self.answer()
        takes = "here it takes rows and columns away"
        yield (
            self._made(a - 2 * p, b - 2 * p),
            "The padding is taken away twice from each side.",
        )
        yield self._made(a + 2 * p, b + 2 * p), f"The padding is left out: {takes}."
        yield self._made(a + 4 * p, b + 4 * p), f"The padding is added: {takes}."
        yield (
            self._made(a + p, b + p),
            "The padding is taken away once: it is taken from both sides.",
        )
        yield (
            self._made(a + 3 * p, b + 3 * p),
            "The padding is added once, where it is taken from both sides.",
        )

    def _of_kernel(self) -> Mistakes:
        kh, kw, k = self.kernel_height, self.kernel_width, self.made
        n, a, b, _ = self.answer()
        more = kw - kh
        yield (
            self._made(a + more, b),
            f"The kernel is taken to be {kw} x {kw}: it has {kh} rows.",
        )
        yield (
            self._made(a, b - more),
            f"The kernel is taken to be {kh} x {kh}: it has {kw} columns.",
        )
        yield (
            self._made(a + more, b - more),
            f"The kernel's height and width are exchanged: it has {kh} rows and {kw} "
            "columns.",
        )
        yield self._made(b, a), "Rows come first."
        yield (
            (n, a + more, b - kw + k, kh),
            "The kernels are read as in PyTorch, channels out before rows and "
            "columns: here they come last.",
        )
        yield (
            self._made(a - 1, b - 1),
            f"The last row and the last column are forgotten: the kernel reaches {kh} "
            "rows from where the last pixel starts.",
        )
        yield (
            self._made(a - kh, b - kw),
            f"The kernel is left out: where the last pixel starts, it has {kh} rows "
            f"and {kw} columns.",
        )
        yield (
            self._made(a - kh + 1, b - kw + 1),
            "The kernel is taken to be one pixel: from the last start it reaches "
            f"{kh} rows and {kw} columns.",
        )

    def _of_starts(self) -> Mistakes:
        _, h, w, _, kh, kw, _, s, p = astuple(self)
        _, a, b, _ = self.answer()
        starts = self._starts()
        yield (
            self._made(a + s, b + s),
            f"The last placement is counted as a whole stride further on, {h} * {s}, "
            f"not ({h} - 1) * {s}.",
        )
        yield (
            self._made(h * s, w * s),
            f"That is {h} * {s} and {w} * {s}: the kernel reaches further than its "
            "first value, and the padding takes away.",
        )
        yield (
            self._made(h * s + kh, w * s + kw),
            f"{h} * {s} + {kh} and {w} * {s} + {kw}: the last pixel starts at ({h} - "
            f"1) * {s}, and the padding takes away.",
        )
        yield (
            self._made(*starts),
            f"That is where the last pixel starts, ({h} - 1) * {s}: the kernel "
            "reaches on from there, and the padding takes away.",
        )
        yield (
            self._made(h - 1 - 2 * p + kh, w - 1 - 2 * p + kw),
            f"The stride is left out: neighbouring pixels start {word(s)} outputs "
            "apart.",
        )
        yield (
            self._made(h - 1 + kh, w - 1 + kw),
            "Stride and padding are left out: that is a full correlation.",
        )
