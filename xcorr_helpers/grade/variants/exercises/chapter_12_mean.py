"""Chapter 12: the zero-mean correlation of three values with three."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


@dataclass(frozen=True)
class ZeroMeanByHand(Template):
    """The zero-mean correlation of three values with three."""

    judge = "zero_mean_by_hand"
    title = "Without the mean"
    outer: int = size(1, range(1, 6))
    middle: int = size(4, range(4, 18))
    left: int = size(2, range(2, 12))
    centre: int = size(50, range(20, 80, 10))
    right: int = size(5, range(2, 12))

    def possible(self) -> bool:
        """Let the means be whole, and half the template's sum, too."""
        a, b, x, y, z = astuple(self)
        whole = not (2 * a + b) % 3 and not (x + y + z) % 3
        return whole and not b % 2 and a < b

    def text(self) -> str:
        a, b, x, y, z = astuple(self)
        return (
            f"A template of one row is {a}, {b}, {a}, and a window is {x}, {y}, {z}. "
            "What is their zero-mean correlation?"
        )

    def answer(self) -> int:
        return self._less((2 * self.outer + self.middle) // 3)

    def _less(self, mean: int) -> int:
        """Take something from each of the template's values."""
        a, b, x, y, z = astuple(self)
        return int((a - mean) * (x + z) + (b - mean) * y)

    def mistakes(self) -> Mistakes:
        yield from self._of_mean()
        yield from self._of_products()
        yield from self._others()

    def _of_mean(self) -> Mistakes:
        a, b, x, y, z = astuple(self)
        total = 2 * a + b
        yield (
            self._less(0),
            f"That is the raw sum, {a}*{x} + {b}*{y} + {a}*{z}: take the template's "
            "mean away first.",
        )
        yield (
            self._less(total // 2),
            f"The template's mean is not half its sum: three values add up to {total}.",
        )
        yield (
            self._less(0) - total // 3 * y,
            f"The mean is taken from {b} alone, and it is taken from each value.",
        )
        yield (
            self._less(0) - total,
            f"The template's sum is taken from the raw sum: its mean, {total // 3}, "
            "is taken from each of its values.",
        )
        yield (
            self._less(total),
            f"The template's sum is taken from each value, {total}: its mean is "
            f"{total // 3}.",
        )
        yield (
            total // 3,
            "That is the template's mean: take it from each of its values.",
        )
        yield (
            total,
            f"That is the template with itself, {a} + {b} + {a}: multiply by the "
            "window.",
        )
        yield (
            (x + y + z) // 3,
            "That is the window's mean: how does it go with the template?",
        )

    def _of_products(self) -> Mistakes:
        a, b, x, y, z = astuple(self)
        sum_, m = self.answer(), (2 * a + b) // 3
        two = (b - m) * y
        yield (
            two + (m - a) * (x + z),
            f"The outer products have lost their minus, {a} - {m}.",
        )
        yield (
            two,
            f"That is the product in the middle, {b - m} * {y}: two more are added to "
            "it.",
        )
        yield (
            sum_ + 2 * (m - a) * x,
            f"The first product has a minus, too: ({a} - {m}) * {x} = {(a - m) * x}.",
        )
        yield (
            sum_ + 2 * (m - a) * z,
            f"The last product has a minus, too: ({a} - {m}) * {z} = {(a - m) * z}.",
        )
        yield sum_ + (m - a) * x, f"The first product is left out, ({a} - {m}) * {x}."
        yield sum_ + (m - a) * z, f"The last product is left out, ({a} - {m}) * {z}."

    def _others(self) -> Mistakes:
        sum_ = self.answer()
        yield 0, "The differences are added up without the window's values, and cancel."
        yield -sum_, "The sign is turned: the mean is taken from the values."
        yield (
            sum_ / 3,
            "Divided by the three values: the sum is asked for, not the mean.",
        )
        yield 2 * sum_, "That is twice the sum: each product counts once."
        yield (
            1,
            "That is a normalized score of one that fits without fault: the sum is "
            "asked for, and it is not divided.",
        )
        yield sum_**2, "That is the square of the sum: the sum is asked for."
        yield (
            3 * sum_,
            "That is multiplied by the number of values: the sum is as it is.",
        )
