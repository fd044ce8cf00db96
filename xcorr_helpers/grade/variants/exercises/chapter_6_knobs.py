"""Chapter 6: the output's shape, with padding, stride and dilation."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


def _placements(image: int, span: int, stride: int) -> int:
    return (image - span) // stride + 1


@dataclass(frozen=True)
class ShapeWithKnobs(Template):
    """The output's shape, with padding, stride and dilation."""

    judge = "shape_with_knobs"
    title = "Three knobs, one shape"
    height: int = size(9, range(10, 29))
    width: int = size(13, range(12, 37))
    kernel_height: int = size(4, range(2, 7))
    kernel_width: int = size(3, range(3, 7))
    padding: int = size(2, range(1, 5))
    down: int = size(2, range(2, 5))  # the strides
    across: int = size(3, range(2, 5))
    dilation: int = size(3, range(2, 5))  # of the columns

    def possible(self) -> bool:
        """Let what can be exchanged differ, and keep every mistake above zero."""
        h, w, kh, kw, _, down, across, d = astuple(self)
        differ = down != across and kh != kw and h != w
        return bool(differ and min(h, w) > max(kh, kw) * d)

    def text(self) -> str:
        h, w, kh, kw, p, down, across, d = astuple(self)
        return (
            f"An image has {h} rows and {w} columns, a kernel {kh} rows and {kw} "
            f"columns. The padding is {p} on every side, the stride {down} down and "
            f"{across} across, the dilation 1 down and {d} across. What is the shape "
            "of the output?"
        )

    def _shape(
        self, padding: int, span: int, down: int, across: int
    ) -> tuple[int, ...]:
        """Work it out with a padding and a span of the columns of one's own."""
        return (
            _placements(self.height + padding, self.kernel_height, down),
            _placements(self.width + padding, span, across),
        )

    def _span(self) -> int:
        return (self.kernel_width - 1) * self.dilation + 1

    def answer(self) -> tuple[int, ...]:
        return self._shape(2 * self.padding, self._span(), self.down, self.across)

    def mistakes(self) -> Mistakes:
        yield from self._of_spans()
        yield from self._of_strides()
        yield from self._left_out()
        yield from self._exchanged()
        yield from self._rounded()
        yield from self._others()

    def _left_out(self) -> Mistakes:
        h, w, _, kw, p, down, across, _ = astuple(self)
        span, (oh, ow) = self._span(), self.answer()
        pads, high, wide = 2 * p, h + 2 * p, w + 2 * p
        yield self._shape(pads, kw, down, across), "The dilation is left out across."
        yield (
            (-(-h // down), -(-w // across)),
            "That is the shape of `same`, the image's by the stride.",
        )
        yield (
            self._shape(0, span, down, across),
            f"The padding is left out: it makes {high} x {wide} of {h} x {w} pixels.",
        )
        yield self._shape(0, kw, down, across), "Padding and dilation are left out."
        yield (oh - 1, ow - 1), "The first placement is not counted, + 1."
        yield (
            self._shape(p, span, down, across),
            "The padding lies on one side only, not on both.",
        )
        yield self._shape(pads, kw, 1, 1), "The stride and the dilation are left out."
        yield self._shape(0, span, 1, 1), "The stride and the padding are left out."
        yield self._shape(0, kw, 1, 1), "Padding, stride and dilation are all left out."
        yield (
            self._shape(2 * pads, span, down, across),
            "The padding is counted twice on each side.",
        )

    def _of_strides(self) -> Mistakes:
        pads, span, down, across = (
            2 * self.padding,
            self._span(),
            self.down,
            self.across,
        )
        yield self._shape(pads, span, 1, 1), "The stride is left out."
        yield (
            self._shape(pads, span, 1, across),
            f"The stride down is left out: it is {down}.",
        )
        yield (
            self._shape(pads, span, down, 1),
            f"The stride across is left out: it is {across}.",
        )
        yield (
            self._shape(pads, span, across, down),
            f"The strides are exchanged: it is {down} down and {across} across.",
        )
        yield (
            self._shape(pads, span, down, down),
            f"The stride down is used across, too: there it is {across}.",
        )
        yield (
            self._shape(pads, span, across, across),
            f"The stride across is used down, too: there it is {down}.",
        )

    def _of_spans(self) -> Mistakes:
        h, w, kh, kw, p, down, across, d = astuple(self)
        high, wide, ow = h + 2 * p, w + 2 * p, self.answer()[1]
        whole, tall = self._span(), (kh - 1) * d + 1
        yield (
            (_placements(high, tall, down), _placements(wide, kw, across)),
            f"The dilations are exchanged: it is 1 down and {d} across.",
        )
        yield (
            (_placements(high, tall, down), ow),
            "The dilation of the columns is used for the rows, too.",
        )
        yield (
            (_placements(high, tall, across), _placements(wide, kw, down)),
            "The strides are exchanged, and so are the dilations.",
        )
        yield (
            self._shape(2 * p, kw * d, down, across),
            f"{kw} values with a dilation of {d} span {whole} columns, not {kw * d}.",
        )
        yield (
            (_placements(high, kh - 1, down), _placements(wide, whole - 1, across)),
            "The kernel spans (k - 1) * d + 1 pixels: the 1 is forgotten.",
        )
        yield (
            (high // down + 1, wide // across + 1),
            "The kernel's size is left out: not every pixel can be its corner.",
        )

    def _exchanged(self) -> Mistakes:
        h, w, kh, kw, p, down, across, d = astuple(self)
        high, wide, (oh, ow) = h + 2 * p, w + 2 * p, self.answer()
        turned = _placements(wide, (kh - 1) * d + 1, across)
        yield (ow, oh), "Rows and columns are exchanged: rows come first."
        yield (
            (_placements(high, kw, down), turned),
            f"The kernel's sides are exchanged: it has {kh} rows and {kw} columns.",
        )
        yield (
            (_placements(wide, kh, down), _placements(high, self._span(), across)),
            f"The image's sides are exchanged: it has {h} rows and {w} columns.",
        )

    def _rounded(self) -> Mistakes:
        rest_down = self.height + 2 * self.padding - self.kernel_height
        rest_across = self.width + 2 * self.padding - self._span()
        rows, columns = rest_down / self.down, rest_across / self.across
        up = -(-rest_down // self.down) + 1, -(-rest_across // self.across) + 1
        yield up, "A rest that is too short allows no placement: round down."
        yield (
            (rows + 1, columns + 1),
            "The quotients are rounded down: a rest allows no placement.",
        )
        yield (
            (rows, columns),
            "The quotients are rounded down, and the first placement counts, too: + 1.",
        )

    def _others(self) -> Mistakes:
        h, w, kh, kw, p, *_ = astuple(self)
        oh, ow = self.answer()
        n = oh * ow
        axes = "The image has no axis of channels or images, nor has the output."
        rows = "Those are the rows alone; a shape has the columns, too."
        columns = "Those are the columns alone; a shape has the rows, too."
        yield (h + 2 * p, w + 2 * p), "That is the padded image."
        yield (kh, self._span()), "That is what the dilated kernel spans."
        yield (
            (n, kh * kw),
            f"That is the shape of the index: {n} placements, {kh * kw} kernel values.",
        )
        yield (oh, ow, 1), axes
        yield (1, oh, ow), axes
        yield (oh,), rows
        yield oh, rows
        yield (ow,), columns
        yield ow, columns
        for count in (n, (n,)):
            yield (
                count,
                "That is the number of placements; how many rows and columns are they?",
            )
