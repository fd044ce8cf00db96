"""Chapter 10: the shape of the matrix that makes a strip of outputs."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfBanded(Template):
    """The shape of the matrix that makes a strip of outputs."""

    judge = "shape_of_banded"
    title = "How large is the banded matrix?"
    n_kernels: int = size(5, range(3, 12))
    kernel_height: int = size(2, range(2, 8))
    kernel_width: int = size(4, range(3, 9))
    channels: int = size(3, range(2, 8))
    strip: int = size(6, range(4, 13))

    def text(self) -> str:
        n, kh, kw, c, t = astuple(self)
        return (
            f"{word(n).capitalize()} kernels of shape ({kh}, {kw}, {c}), strips of "
            f"{word(t)} outputs. What is the shape of the banded matrix?"
        )

    def answer(self) -> tuple[int, ...]:
        n, kh, kw, c, t = astuple(self)
        return kh * (kw + t - 1) * c, t * n

    def mistakes(self) -> Mistakes:
        yield from self._of_strip()
        yield from self._of_rows()
        yield from self._counted_in_rows()
        yield from self._of_columns()
        yield from self._others()

    def _of_strip(self) -> Mistakes:
        n, kh, kw, c, t = astuple(self)
        across = t * n
        yield (
            (kh * (kw + t) * c, across),
            f"{t} + {kw} pixels are one too many: the first window needs no step.",
        )
        yield (
            (kh * (kw + n - 1) * c, across),
            f"Outputs and kernels are exchanged, and the strip spans {n} outputs.",
        )
        yield (
            (kh * (kw + t - 2) * c, across),
            "The last pixel of the strip is forgotten.",
        )
        yield (
            (kh * kw * c * t, across),
            "Neighbouring windows share pixels, and a strip has each once.",
        )
        yield (
            (kh * kw * c, across),
            f"Those are the values of one window: a strip of {t} outputs is wider.",
        )
        yield (
            (kh * t * c, across),
            f"A strip is wider than its {t} outputs: the last one reads {kw} pixels.",
        )
        yield (
            (kh * t, across),
            "The strip is as wide as its outputs, and has no channels.",
        )
        yield (
            (kw * (kh + t - 1) * c, across),
            "The kernels' height and width are exchanged.",
        )
        yield (
            ((kh + t - 1) * (kw + t - 1) * c, across),
            "The strip grows downward, too: its outputs stand in one row.",
        )

    def _of_rows(self) -> Mistakes:
        _, kh, kw, c, t = astuple(self)
        wide, s, across = kw + t - 1, kh * kw * c, self.answer()[1]
        step = "A step to the right brings"
        yield (
            (kh * wide, across),
            f"The channels are left out of the rows: each pixel has {c} values.",
        )
        yield (
            (wide * c, across),
            f"Only one row is counted: a strip has as many rows as a kernel, {kh}.",
        )
        yield (
            (wide, across),
            f"Only the pixels of one row are counted: {kh} rows, of {c} channels each.",
        )
        yield (s + t - 1, across), f"{step} more than a single value."
        yield (s + (t - 1) * c, across), f"{step} a new pixel in both rows, not one."
        yield (s + (t - 1) * kh, across), f"{step} a pixel of {c} channels in each row."

    def _counted_in_rows(self) -> Mistakes:
        n, kh, kw, c, t = astuple(self)
        wide, (down, across) = kw + t - 1, self.answer()
        pixel = f"A pixel has {c} channels"
        yield (
            (kh * wide * n, across),
            f"{pixel}: the {n} kernels were counted in the rows.",
        )
        yield (
            (kh * wide * t, across),
            f"{pixel}: the {t} outputs were counted in the rows.",
        )
        yield (
            (down * n, across),
            "The kernels are counted in the rows, too: they are columns.",
        )
        yield (
            (down * t, across),
            "The outputs are counted in the rows, too: they are columns.",
        )
        yield (
            (down * n, t),
            "The kernels are counted in the rows: they make the columns more.",
        )
        yield (
            (down * t, n),
            "The outputs are counted in the rows: they make the columns more.",
        )

    def _of_columns(self) -> Mistakes:
        n, kh, kw, c, t = astuple(self)
        wide, down = kw + t - 1, self.answer()[0]
        yield (down, t), "Each output of the strip has a column for each kernel."
        yield (down, n), "Each kernel has a column for each output of the strip."
        yield (
            (down, t + n),
            "Outputs and kernels are multiplied, not added: each meets each.",
        )
        yield (
            (down, t * c),
            f"It is the {n} kernels that make more columns, not the {c} channels.",
        )
        yield (
            (down, n * c),
            "The columns are outputs and kernels, and not channels and kernels.",
        )
        yield (
            (down, t * n * c),
            "The channels are counted in the columns, too: they are in the rows.",
        )
        yield (
            (kh * wide, t * n * c),
            "The channels stand in the columns, in place of the rows.",
        )
        yield (
            (down, n * kw),
            f"There is a column for each of the {t} outputs, not of the {kw} columns.",
        )
        yield (
            (down, n * wide),
            f"There are columns for the {t} outputs, not for the pixels.",
        )
        yield (
            (down, n * (t - 1)),
            f"There are {t} outputs, not {t - 1}: the first is there before any step.",
        )

    def _others(self) -> Mistakes:
        n, kh, kw, c, t = astuple(self)
        wide, s, (down, across) = kw + t - 1, kh * kw * c, self.answer()
        yield (s, n), "That is the kernels' matrix, which makes one output."
        yield (
            (n, s),
            "Those are the kernels as rows, for one output, and without strips.",
        )
        yield (
            (across, down),
            "It is transposed: a strip's values go down, its outputs go across.",
        )
        yield (
            (down, t, n),
            "Outputs and kernels are put together: one axis, of columns.",
        )
        yield (
            (down, n, t),
            "Outputs and kernels are one axis, and outputs go before kernels.",
        )
        yield (kh, wide, c, t, n), "The sizes are right: put them together, into two."
        yield (
            (kh, wide, c, across),
            "The strip's axes are put together, too: rows of the matrix.",
        )
        yield (
            (kh * wide, c, across),
            "The channels are no axis of their own: they are in the rows.",
        )
        yield (t, s), "That is the index of a strip: it says where, the matrix what."
        yield (s, t), "That is the index of a strip, turned; the strip has more values."
        yield (
            (down * across,),
            "Those are the matrix's values in one row: it has two axes.",
        )
        yield (down,), "Those are the rows: how many columns?"
        yield (across,), "Those are the columns: how many rows?"
