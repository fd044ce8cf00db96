"""Chapter 3: what a multiple of one kernel less another makes."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class NumberOfMix(Template):
    """What a multiple of one kernel less another makes."""

    judge = "number_of_mix"
    title = "A kernel made of two"
    of_a: int = size(7, range(4, 21))
    of_b: int = size(-2, range(-13, -1))
    factor: int = size(3, range(3, 10))

    def text(self) -> str:
        a, b, f = astuple(self)
        return (
            f"At one placement, the kernel `a` makes {a} and the kernel `b` makes {b}. "
            f"What does the kernel `{f} * a - b` make there? Nothing else is known, "
            "and nothing else is needed."
        )

    def answer(self) -> int:
        return self.factor * self.of_a - self.of_b

    def mistakes(self) -> Mistakes:
        yield from self._of_signs()
        yield from self._of_products()
        yield from self._others()

    def _of_signs(self) -> Mistakes:
        a, b, f = astuple(self)
        yield f * a + b, "Taking away a negative number makes it more."
        yield (
            f * (a - b),
            f"The {f} belongs to `a` alone: `b` is taken away once, not {word(f)} "
            "times.",
        )
        yield (
            f * (a + b),
            f"The {f} belongs to `a` alone, and taking away a negative one makes it "
            "more.",
        )
        yield (
            a - b,
            f"The {f} counts: each of the kernel's values is {word(f)} times as large.",
        )
        yield a + b, f"The {f} counts, and taking away a negative number makes it more."
        yield f * a, f"That is {f} * a: the kernel `b` is still to be taken away."
        yield b - f * a, f"The order is turned round: `b` is taken away from {f} * a."
        yield -b - f * a, "The order is turned round, and a sign is lost."
        yield f * b - a, f"The kernels are exchanged: the {f} belongs to `a`."
        yield a - f * b, f"The {f} belongs to `a`, which makes {a}, not to `b`."
        yield (
            a + f * b,
            f"The {f} belongs to `a`, and taking away a negative number makes it more.",
        )
        yield b - a, f"The order is turned round, and the {f} is left out."

    def _of_products(self) -> Mistakes:
        a, b, f = astuple(self)
        yield f + a - b, f"The {f} multiplies, it is not added."
        yield (
            f + a + b,
            f"The {f} multiplies, and taking away a negative number makes it more.",
        )
        yield (
            f + a,
            f"The {f} multiplies, it is not added; and the kernel `b` is left out.",
        )
        yield (
            -f * a * b,
            "The outputs are not multiplied: `b` is taken away. And a sign is lost.",
        )
        yield f * a * b, "The outputs are not multiplied: `b` is taken away."
        yield a * b, f"The outputs are not multiplied, and the {f} counts."
        yield (
            -a * b,
            f"The outputs are not multiplied, and the {f} counts; a sign is lost.",
        )
        yield 10 * f + a - b, f"{f} and {a} are multiplied, not written side by side."
        yield (
            10 * f + a + b,
            f"{f} and {a} are multiplied, not written side by side; and a sign is "
            "lost.",
        )

    def _others(self) -> Mistakes:
        a, b, f = astuple(self)
        yield -b, f"That is `- b` alone: {f} * a comes before it."
        yield a, f"That is `a` alone: it counts {word(f)} times, and `b` is taken away."
        yield b, f"That is `b` alone: it is taken away from {f} * a."
        yield f * b, f"That is {f} * b: the {f} belongs to `a`, and `b` is taken away."
        yield -f * b, f"That is -{f} * b: the {f} belongs to `a`."
        yield f, f"That is the factor alone: `a` makes {a}, and `b` {b}."
        yield (
            0,
            "Nothing else is needed: an output is a sum of products with the kernel.",
        )
        yield (
            a**f + b,
            f"`a` is multiplied by {f}, not raised to its power; and a sign is lost.",
        )
        yield a**f - b, f"`a` is multiplied by {f}, not raised to its power."
        yield a * a + b, f"`a` is multiplied by {f}, not by itself; and a sign is lost."
        yield a * a - b, f"`a` is multiplied by {f}, not by itself."
