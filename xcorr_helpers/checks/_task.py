"""An exercise as its judge sees it: the cases, what is right, and known mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

Case = tuple[Any, ...]
Answer = np.ndarray | np.generic
# Yields, for a case, how to say what is wrong, and what a wrong variant computes: None
# where it does not run. Each case has the same variants, in the same order.
Variant = tuple[str, Answer | None]
Variants = Iterator[Variant]
Cause = Callable[..., Iterable[Variant]]


@dataclass(frozen=True)
class Task:
    """What a function has to do, and which mistakes are known.

    A task is made once and kept, so nothing may change its arrays.
    """

    name: str
    arguments: tuple[str, ...]
    axes: tuple[str, ...]  # the names of the answer's axes; none if it is one number
    cases: Sequence[Case]
    reference: Callable[..., Answer]
    causes: tuple[Cause, ...]  # at most four
    positions: bool = False  # the answer indexes or counts, so it must be made of ints
    array: bool = True  # an array is due, rather than a pair of numbers
    image: int = 0  # which argument is the image, or its shape: the report tells sizes
    known: dict[tuple[Cause, int], list[Variant]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for case in self.cases:
            _lock(*case)

    @cached_property
    def answers(self) -> list[Answer]:
        """What the reference answers to each case."""
        answers = [self.reference(*case) for case in self.cases]
        _lock(*answers)
        return answers

    def variants(self, cause: Cause, number: int) -> list[Variant]:
        """List what a cause makes of a case; as far as it runs, should it be broken."""
        if (cause, number) not in self.known:
            made: list[Variant] = []
            with suppress(Exception):  # a slip of ours, which no test lets through
                made.extend(cause(*self.cases[number]))
            self.known[cause, number] = made
        return self.known[cause, number]


def _lock(*values: Any) -> None:
    for value in values:
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
