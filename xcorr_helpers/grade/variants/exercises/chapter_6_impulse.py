"""Chapter 6: what a cross-correlation makes of an impulse, in the corner."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size


@dataclass(frozen=True)
class ImpulseNumber(Template):
    """What a cross-correlation makes of an impulse, in the corner."""

    judge = "impulse_number"
    title = "Impulse"
    a: int = size(1, range(1, 10))  # the kernel's six values
    b: int = size(2, range(1, 10))
    c: int = size(3, range(1, 10))
    d: int = size(4, range(1, 10))
    e: int = size(5, range(1, 10))
    f: int = size(6, range(1, 10))

    def text(self) -> str:
        a, b, c, d, e, f = astuple(self)
        return (
            "An image of 3 rows and 5 columns is zero but for a 1 in row 1, column 2. "
            f"The kernel is [[{a}, {b}, {c}], [{d}, {e}, {f}]]. Without padding, which "
            "number does the *cross-correlation* make at output row 0, column 0?"
        )

    def answer(self) -> int:
        return self.f

    def mistakes(self) -> Mistakes:
        a, b, c, d, e, f = astuple(self)
        yield a, "That is the convolution, which turns the kernel."
        yield d, "The kernel is not mirrored: column 2 of the image is under column 2."
        yield c, "The kernel is not upside down: row 1 of the image is under row 1."
        yield b, "Row 1, column 2 are counted from 0: the 1 is in the second row."
        yield e, "Column 2 is counted from 0: the 1 is in the third column."
        yield 0, "Without padding, the placement in the corner does reach the 1."
        yield (
            a + b + c + d + e + f,
            "All the kernel's values are added: all but one lie on zeros.",
        )
        yield d + e + f, "A row of the kernel is added: only one value lies on the 1."
        yield c + f, "A column of the kernel is added: only one value lies on the 1."
        yield 7, "That is the impulse's position, 1 * 5 + 2."
        yield f + 1, "The 1 is added to the kernel's value, where it multiplies."
        yield -f, "The sign is turned: a cross-correlation only multiplies and adds."
        yield (1, 2), "That is the place in the kernel: the value there is asked for."
        yield (f, e, d), "That is the output's row 0: its first number is asked for."
