"""Chapter 9: the bytes of the windows of a batch, in float32."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class BytesOfWindows(Template):
    """The bytes of the windows of a batch, in float32."""

    judge = "bytes_of_windows"
    title = "How many bytes are the windows?"
    n_images: int = size(10, range(5, 13))
    height: int = size(8, range(5, 13))
    width: int = size(9, range(6, 16))
    channels: int = size(3, range(2, 6))
    n_kernels: int = size(5, range(3, 12))
    kernel_height: int = size(2, range(2, 5))
    kernel_width: int = size(4, range(2, 6))

    def possible(self) -> bool:
        return self.height > self.kernel_height and self.width > self.kernel_width

    def text(self) -> str:
        m, h, w, c, n, kh, kw = astuple(self)
        return (
            f"{word(m).capitalize()} float32 images of shape ({h}, {w}, {c}), and "
            f"{word(n)} kernels of shape ({kh}, {kw}, {c}). All windows are gathered "
            "before the first product. How many bytes are that?"
        )

    def _sizes(self) -> tuple[int, int]:
        """Count the placements of an image, and the values of a window."""
        _, h, w, c, _, kh, kw = astuple(self)
        return (h - kh + 1) * (w - kw + 1), kh * kw * c

    def answer(self) -> int:
        p, s = self._sizes()
        return self.n_images * p * s * 4

    def mistakes(self) -> Mistakes:
        yield from self._of_bytes()
        yield from self._of_window()
        yield from self._by_one()
        yield from self._of_placements()
        yield from self._how_often()
        yield from self._of_other_arrays()
        yield from self._others()

    def _of_bytes(self) -> Mistakes:
        m, right = self.n_images, self.answer()
        yield right // 4, "So many values there are; each has four bytes."
        yield (
            right // 2,
            f"That is half: there are {word(m)} images, and a float32 has four bytes.",
        )
        yield (
            right * 2,
            "That is twice as much: each value is there once, and a float32 has four "
            "bytes, not eight.",
        )
        yield right * 8, "Those are bits: a byte has eight of them."

    def _of_window(self) -> Mistakes:
        m, _, _, c, n, kh, kw = astuple(self)
        p, s = self._sizes()
        yield m * p * kh * kw * 4, "A kernel reads every channel of its pixels."
        yield (
            m * p * kh * kw,
            "A kernel reads every channel, and a float32 has four bytes.",
        )
        yield m * p * 4, "Each window is counted as one value: a kernel has more."
        yield (
            m * p,
            f"So many windows there are: each has {kh} * {kw} * {c} values of four "
            "bytes.",
        )
        yield (
            p,
            f"So many placements has an image: each reads {kh} * {kw} * {c} values.",
        )
        yield s, "So many values are in one window: how many windows has an image?"
        yield s * 4, "That is one window: an image has one for each placement."
        yield (
            m * p * (kh + kw + c) * 4,
            "The sizes of a window are to be multiplied, not added.",
        )
        yield (
            m * p * kh * kw * n * 4,
            f"A window has as many values as one kernel: {word(c)} channels, not "
            f"{word(n)}.",
        )

    def _by_one(self) -> Mistakes:
        m, h, w, _, _, kh, kw = astuple(self)
        oh, ow, each = h - kh + 1, w - kw + 1, m * self._sizes()[1] * 4
        many = "placements too many"
        yield (
            (oh - 1) * (ow - 1) * each,
            "The first placement needs no step: there is one more along each axis.",
        )
        yield (
            (oh - 1) * ow * each,
            "There is a row of placements more: the first needs no step.",
        )
        yield (
            oh * (ow - 1) * each,
            "There is a column of placements more: the first needs no step.",
        )
        yield (
            (oh + 1) * (ow + 1) * each,
            "There is one placement too many along each axis.",
        )
        yield (oh + 1) * ow * each, f"There is a row of {many}."
        yield oh * (ow + 1) * each, f"There is a column of {many}."

    def _of_placements(self) -> Mistakes:
        m, h, w, _, _, kh, kw = astuple(self)
        oh, ow, each = h - kh + 1, w - kw + 1, m * self._sizes()[1] * 4
        fit = "there are fewer placements than pixels"
        yield h * w * each, f"A window has to fit: {fit}."
        yield (
            (h - kw + 1) * (w - kh + 1) * each,
            f"The kernel's height and width are exchanged: it has {kh} rows.",
        )
        yield (
            (h + kh - 1) * (w + kw - 1) * each,
            "A window lies inside the image: some of these reach over its edge.",
        )
        yield (
            (h // kh) * (w // kw) * each,
            "Windows overlap: the next one starts a single pixel further.",
        )
        yield (
            (oh + ow) * each,
            "Rows and columns of placements are to be multiplied, not added.",
        )
        yield (
            oh * ow * self.channels * each,
            "A placement takes all channels: they are in the window.",
        )

    def _how_often(self) -> Mistakes:
        m, n, (p, s) = self.n_images, self.n_kernels, self._sizes()
        yield p * s * 4, "That is one image: each has windows of its own."
        yield (
            p * s,
            f"Those are one image's values: there are {word(m)}, and each has four "
            "bytes.",
        )
        yield (
            p * s * 8,
            "That is the index, in eight bytes a position: count the windows of "
            f"{word(m)} images, in float32.",
        )
        yield (
            m * s * 4,
            "One window of each image is counted: it has one for each placement.",
        )
        yield m * p * s * 4 * n, "The windows are the same for every kernel."
        yield (
            m * p * s * n,
            "They are the same for every kernel, and a float32 has four bytes.",
        )

    def _of_other_arrays(self) -> Mistakes:
        m, h, w, c, n, *_ = astuple(self)
        p, s = self._sizes()
        yield (
            m * h * w * c * 4,
            "Those are the images: each pixel stands in several windows.",
        )
        yield (
            m * h * w * c,
            "Those are the values of the images: count their windows, and in bytes.",
        )
        yield m * p * n * 4, "Those are the results: what do the kernels read for them?"
        yield m * p * n, "So many results there are: what do the kernels read for them?"
        yield n * s * 4, "Those are the kernels: what do they read?"

    def _others(self) -> Mistakes:
        m, right, (p, s) = self.n_images, self.answer(), self._sizes()
        yield -right, "A number of bytes has no minus."
        yield right / 1000, "Those are kilobytes: tell it in bytes."
        yield right / 1024, "Those are kibibytes, of 1,024 bytes: tell it in bytes."
        yield right / 1e6, "Those are megabytes: tell it in bytes."
        yield (p, s), "That is the shape of the index. How many bytes are all windows?"
        for shape in ((m * p, s), (m, p, s)):
            yield shape, "That is the shape of all windows. How many bytes are they?"
