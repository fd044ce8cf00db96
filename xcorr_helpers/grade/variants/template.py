"""An exercise on paper whose sizes are drawn: its text, its answer, its mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Self

from ...checks import _record
from ...checks._exercise import PaperExercise
from .draw import Draw

Mistakes = Iterator[tuple[Any, str]]  # a wrong answer, and how one comes by it
_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = {  # what is more than a th at the end
    1: "first",
    2: "second",
    3: "third",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
}


def size(own: int, drawn: Sequence[int]) -> Any:
    """Tell of one size what it is in the chapter, and what it may be elsewhere."""
    return field(default=own, metadata={"drawn": drawn})


def word(number: int) -> str:
    """Write a number as the text does: small ones in letters.

    >>> word(6), word(13)
    ('six', '13')
    """
    return _WORDS[number] if number < len(_WORDS) else str(number)


def ordinal(number: int) -> str:
    """Write which one it is, up to the 20th.

    >>> ordinal(3), ordinal(6), ordinal(14)
    ('third', 'sixth', '14th')
    """
    return _ORDINALS.get(number, f"{word(number)}th")


@dataclass(frozen=True)
class Template:
    """A paper exercise: made without arguments, it has its chapter's own sizes."""

    judge: ClassVar[str]
    title: ClassVar[str]

    @classmethod
    def drawn(cls, draw: Draw) -> Self:
        """Draw sizes until they make sense, and each mistake is told from the rest."""
        while True:
            sizes = {f.name: draw.among(f.metadata["drawn"]) for f in fields(cls)}
            drawn = cls(**sizes)
            if drawn.possible() and drawn.told_apart():
                return drawn

    def possible(self) -> bool:
        """Say whether these sizes make an exercise."""
        return True

    def text(self) -> str:
        """Ask, in Markdown."""
        raise NotImplementedError

    def answer(self) -> Any:
        """Work out what is right."""
        raise NotImplementedError

    def mistakes(self) -> Mistakes:
        """Work out what is wrong, each with what the judge says to it."""
        raise NotImplementedError

    def told_apart(self) -> bool:
        """Say whether each wrong answer has one reason, and is not right by chance."""
        reasons = {self.answer(): ""}
        return all(
            reasons.setdefault(value, said) == said for value, said in self.mistakes()
        )

    def record(self) -> PaperExercise:
        """Make what the judge's own record is, for these sizes."""
        own = _record(self.judge)
        assert isinstance(own, PaperExercise)
        return replace(own, answer=self.answer(), mistakes=dict(self.mistakes()))
