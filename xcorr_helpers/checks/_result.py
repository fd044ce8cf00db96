"""What a judge found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """What a judge found, in few words, and its whole report.

    Attributes
    ----------
    exercise : str
        The judge's name.
    passed : bool
        Whether all is right.
    mistake : str
        What is likely wrong, where that is known; else empty.
    case : tuple or None
        The arguments for which the answer was wrong, where there is such a case.
    report : str
        What the judge prints.
    """

    exercise: str
    passed: bool
    mistake: str
    case: tuple[Any, ...] | None
    report: str

    def _ipython_display_(self) -> None:
        """Show nothing: a notebook holds the report already."""
