"""What a teacher may choose of the pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wishes:
    """What a teacher may choose of the pages.

    Attributes
    ----------
    codes : bool
        Whether to show two codes of each mistake, without names, strings and comments.
    likely : bool
        Whether to say of a mistake that it is only what is likely.
    book : str
        Where the course is published, to link to; or empty.
    varied : bool
        Whether the numbers on paper are each student's own.
    """

    codes: bool = True
    likely: bool = True
    book: str = ""
    varied: bool = False
