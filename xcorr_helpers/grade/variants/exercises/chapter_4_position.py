"""Chapter 4: the position of a pixel's channel in the flat image."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, ordinal, size, word


@dataclass(frozen=True)
class PositionWithChannels(Template):
    """The position of a pixel's channel in the flat image."""

    judge = "position_with_channels"
    title = "Where is the green?"
    height: int = size(4, range(4, 13))
    width: int = size(7, range(6, 17))
    channels: int = size(3, range(3, 7))
    row: int = size(2, range(2, 10))
    column: int = size(5, range(2, 15))
    channel: int = size(1, range(1, 6))

    def possible(self) -> bool:
        inside = self.row < self.height - 1 and self.column < self.width - 1
        return inside and self.channel < self.channels

    def text(self) -> str:
        h, w, n, r, c, k = astuple(self)
        return (
            f"An image has {h} rows, {w} columns and {n} channels, the channels last. "
            f"At which position of the flat image is channel {k} of the pixel in row "
            f"{r}, column {c}?"
        )

    def _at(self, row: int, column: int, channel: int) -> int:
        return (row * self.width + column) * self.channels + channel

    def answer(self) -> int:
        return self._at(self.row, self.column, self.channel)

    def mistakes(self) -> Mistakes:
        yield from self._of_pixels()
        yield from self._of_rows()
        yield from self._of_order()
        yield from self._by_one()
        yield from self._left_out()

    def _of_pixels(self) -> Mistakes:
        _, w, n, r, c, k = astuple(self)
        yield r * w + c + k, f"Each pixel takes {n} positions."
        yield (
            self._at(r, c, 0),
            f"That is the pixel's first channel: add the channel, {k}.",
        )
        yield (
            r * w + c,
            f"That is the pixel's number: each takes {n} positions, then the channel.",
        )
        yield (
            r * w * n + c + k,
            f"A step to the right is a whole pixel, {n} positions: {c} * {n}.",
        )
        yield (
            r * w + c * n + k,
            f"A row is {w} pixels of {n} positions, {w * n} long, not {w}.",
        )
        yield (
            r * w + c * n,
            f"A row is {w * n} positions long, and the channel is to be added.",
        )
        yield (r * w + c + k) * n, "The channel is not multiplied: it is one position."
        yield self._at(r, c, -k), "The channel is taken away, where it is to be added."
        yield (
            (r * w + c) * (n + 1) + k,
            f"A pixel takes as many positions as there are channels, {n}, not {n + 1}.",
        )
        yield (
            r * w * n * n + c * n + k,
            f"The row is multiplied by {n} twice: a row is {w * n} long.",
        )
        yield (r * w + c) * n * n + k, f"The pixel's number is multiplied by {n} twice."

    def _of_rows(self) -> Mistakes:
        h, w, n, r, c, k = astuple(self)
        yield (
            (r * h + c) * n + k,
            f"A row is as long as the image is wide: {w} pixels, not {h}.",
        )
        yield (
            (r * h + c) * n,
            f"A row is {w} pixels long, not {h}, and the channel is left out.",
        )
        yield (
            r * h + c + k,
            f"A row is {w} pixels long, not {h}, and each takes {n} positions.",
        )
        yield (
            (r * (w - 1) + c) * n + k,
            f"A row has {w} pixels, column 0 to column {w - 1}, not {w - 1}.",
        )
        yield (
            (r * (w + 1) + c) * n + k,
            f"A row has {w} pixels, column 0 to column {w - 1}, not {w + 1}.",
        )
        yield (
            r * c * n + k,
            f"Row and column are not multiplied: a row is {w} pixels long.",
        )
        yield (
            (r + c) * n + k,
            f"The width is left out: a row is {w} pixels of {n} positions.",
        )

    def _of_order(self) -> Mistakes:
        h, w, n, r, c, k = astuple(self)
        yield k * h * w + r * w + c, "That is channels first; here they are last."
        yield (
            k * h * w + r * h + c,
            f"Here the channels are last, and a row is {w} pixels long.",
        )
        yield self._at(c, r, k), f"Rows and columns are swapped: the row is {r}."
        yield (
            self._at(c, r, 0),
            "Rows and columns are swapped, and the channel is left out.",
        )
        yield (
            (c * h + r) * n + k,
            "The pixels are counted column after column: whole rows come first.",
        )
        yield (
            r + h * (c + w * k),
            "That is Fortran's order, the row fastest; here the channel goes fastest.",
        )

    def _by_one(self) -> Mistakes:
        _, _, _, r, c, k = astuple(self)
        third = (
            f"Row {r} is the {ordinal(r + 1)} row: {word(r)} whole rows lie before it"
        )
        sixth = f"Column {c} is the {ordinal(c + 1)}: {word(c)} pixels lie before it"
        yield self._at(r - 1, c, k), f"{third}, not {word(r - 1)}."
        yield self._at(r + 1, c, k), f"{third}, not {word(r + 1)}."
        yield self._at(r, c + 1, k), f"{sixth} in its row, not {word(c + 1)}."
        yield self._at(r, c - 1, k), f"{sixth} in its row, not {word(c - 1)}."
        yield (
            self._at(r - 1, c - 1, k - 1),
            "Row, column and channel are counted from 0 already.",
        )
        yield self._at(r - 1, c - 1, k), "Row and column are counted from 0 already."
        yield (
            self._at(r + 1, c + 1, k),
            "Nothing is to be added to row and column: they count from 0.",
        )
        yield (
            self._at(r, c, k + 1),
            "The first position is 0: it is counted from 1, or the channel is.",
        )

    def _left_out(self) -> Mistakes:
        h, w, n, r, c, k = astuple(self)
        yield (
            w * n,
            f"That is how long one row is: {word(r)} lie before it, then whole pixels.",
        )
        yield (
            r * w * n,
            f"Those are the {word(r)} rows before it: then come {word(c)} pixels, and "
            "the channel.",
        )
        yield (
            r * w * n + k,
            f"The column is left out: {word(c)} pixels of {n} positions lie before it.",
        )
        yield (
            c * n + k,
            f"The row is left out: {word(r)} rows of {w * n} positions lie before it.",
        )
        yield (
            c * n,
            f"The row and the channel are left out: {word(r)} rows lie before it.",
        )
        yield h * w * n, "That is how many positions there are."
        yield (
            h * w * n - self.answer() - 1,
            "That is counted from the end of the image.",
        )
        yield (
            r + c + k,
            "Row, column and channel are added: whole rows, then pixels, count more.",
        )
