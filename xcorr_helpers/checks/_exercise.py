"""An exercise as one record: what is asked, what is right, and known mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

Case = tuple[Any, ...]
Answer = np.ndarray
Program = Callable[..., Any]


@dataclass(frozen=True, eq=False)
class CodeExercise:
    """What a function has to do, and which mistakes are known.

    A record is made once and kept, so nothing may change its arrays.
    """

    name: str
    arguments: tuple[str, ...]
    axes: tuple[str, ...]  # the names of the answer's axes; none if it is one number
    make_cases: Callable[[], Sequence[Case]]  # the first one is the chapter's own toy
    reference: Program  # right by the definition, as plainly as can be
    # Right programs in plain steps, as a reader may write them: each step of theirs is
    # tried with the slips that recur.
    ways: tuple[Program, ...]
    mistakes: tuple[tuple[str | Callable[..., str], Program], ...]
    positions: bool = False  # the answer indexes or counts, so it must be made of ints
    array: bool = True  # an array is due, rather than a pair of numbers
    image: int = 0  # which argument is the image, or its shape: the report tells sizes
    # The axes of arrays that are given, where they are not those of `_slips.AXES`.
    array_axes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def cases(self) -> Sequence[Case]:
        """What the function is called with."""
        cases = self.make_cases()
        for case in cases:
            _lock(*case)
        return cases

    @cached_property
    def answers(self) -> list[Answer]:
        """What the reference answers to each case."""
        answers = [np.asarray(self.reference(*case)) for case in self.cases]
        _lock(*answers)
        return answers

    def said(self, text: str | Callable[..., str], case: Case) -> str:
        """Fill the numbers of a case into a mistake's sentence."""
        if callable(text):
            return text(*case)
        return text.format(**dict(zip(self.arguments, case)))


@dataclass(frozen=True, eq=False)
class PaperExercise:
    """A number, a shape, a list of positions or a choice, worked out on paper."""

    name: str
    axes: tuple[str, ...]  # of a shape; none if something else is asked for
    answer: int | tuple[int, ...]
    mistakes: Mapping[Any, str]  # how one comes by a wrong number, or tuple of them
    choices: int = 0  # how many stand to choose from, numbered from 1
    positions: bool = False  # the answer lists flat positions, in order
    listed: str = "positions"  # or what else it lists by number

    @property
    def asked(self) -> str:
        """Say what is to be answered."""
        if self.choices:
            return f"a whole number from 1 to {self.choices}"
        if self.positions:
            return f"a list of {self.listed}, as in [0, 1, 2]"
        if self.axes == ("row", "column"):
            return "a row and a column, as in (2, 3)"
        return "a shape, as in (2, 3)" if self.axes else "a whole number"


def copied(case: Case) -> Case:
    """Copy a case's arrays, in the order of memory that they have."""
    return tuple(a.copy("K") if isinstance(a, np.ndarray) else a for a in case)


def _lock(*values: Any) -> None:
    for value in values:
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
