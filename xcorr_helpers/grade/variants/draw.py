"""Draw sizes from a seed and a name: the same on every machine, and for good."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import struct
import unicodedata
from collections.abc import Iterator, Sequence

LEAST = 8  # characters of a seed


class Draw:
    """A stream of numbers that follows from seed, judge and name.

    The numbers are words of HMAC-SHA256, with the seed as its key: whoever knows all
    but the seed learns nothing. A seed that can be guessed can be tried, though, with
    one's own sizes as the proof: take a long one by chance.

    Parameters
    ----------
    seed : str
        The teacher's, at least 8 characters.
    judge : str
        Which exercise is drawn for.
    student : str
        The name. How its accents are encoded, and how wide its gaps are, plays no part.

    Raises
    ------
    TypeError
        If seed or name is no text.
    ValueError
        If the seed is too short, or the name is empty.

    Examples
    --------
    >>> draw = Draw("a seed for the examples", "position_of_pixel", "Ada")
    >>> [draw.among(range(10)) for _ in range(8)]
    [8, 9, 9, 6, 6, 9, 1, 1]
    """

    def __init__(self, seed: str, judge: str, student: str) -> None:
        key = _normal("seed", seed)
        if len(key) < LEAST:
            raise ValueError(f"a seed has at least {LEAST} characters, not {len(key)}")
        name = " ".join(_normal("student's name", student).split())
        if not name:
            raise ValueError("a student's name is needed, and it came empty")
        self._words = _words(key.encode(), f"{judge}\0{name}".encode())

    def among(self, values: Sequence[int]) -> int:
        """Draw one of `values`, each with the same chance."""
        most = 2**32 // len(values) * len(values)
        word = next(word for word in self._words if word < most)
        return values[word % len(values)]


def _normal(what: str, text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"the {what} must be text, not {type(text).__name__}")
    return unicodedata.normalize("NFC", text)


def _words(key: bytes, message: bytes) -> Iterator[int]:
    """Make numbers of 32 bits without end."""
    for block in itertools.count():
        counted = struct.pack(">I", block) + message
        yield from struct.unpack(">8I", hmac.digest(key, counted, hashlib.sha256))
