"""The list of names from which the homework was made, and who of it handed in."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

from .gathering import Class, listed
from .layouts import FolderError, Student
from .names import shown

# Letters that no accent makes of plain ones.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_MOST_WORDS = 5  # whose orders are all compared


@dataclass(frozen=True)
class Called:
    """A class under the names of the list, and what a teacher has to know of it."""

    handed_in: Class
    unknown: tuple[tuple[str, str], ...]  # who is not in the list, and why
    missing: tuple[tuple[str, str], ...]  # who is, and handed in nothing


def read_list(path: Path) -> list[str]:
    """Read a file of names, one on each line.

    Raises
    ------
    FolderError
        If it cannot be read, or has no names.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FolderError(f"{shown(str(path))} is not text in UTF-8") from None
    except OSError as error:
        said = f"{shown(str(path))} cannot be read: {error.strerror}"
        raise FolderError(said) from None
    lines = (" ".join(line.split()) for line in text.splitlines())
    names = [unicodedata.normalize("NFC", line) for line in lines if line]
    if not names:
        raise FolderError(
            f"{shown(str(path))} has no names: one is wanted on each line"
        )
    return names


def found(name: str, names: list[str]) -> list[str]:
    """Return the names of a list that are this one, however it is written.

    >>> names = ["Jana Novák", "Siobhán O'Brien", "Ann Lee", "Annlee"]
    >>> found("Novak, Jana", names), found("siobhan o brien", names)
    (['Jana Novák'], ["Siobhán O'Brien"])
    >>> found("Ann Lee", names), found("ANN LEE", names)
    (['Ann Lee'], ['Ann Lee', 'Annlee'])
    """
    exact = unicodedata.normalize("NFC", " ".join(name.split()))
    if exact in names:
        return [exact]
    forms = _forms(name)
    return [one for one in names if forms & _forms(one)]


def called(handed_in: Class, names: list[str]) -> Called:
    """Call the students of a class as the list does, where it names exactly one.

    Raises
    ------
    FolderError
        If the list names none of them.
    """
    found_of = {student: found(student.name, names) for student in handed_in.students}
    taken = Counter(names[0] for names in found_of.values() if len(names) == 1)
    as_listed, unknown = {}, []
    for student, matches in found_of.items():
        if len(matches) != 1:
            unknown.append((student.label, _why(student.name, matches, names)))
            continue
        label = shown(matches[0]) if taken[matches[0]] == 1 else student.label
        as_listed[student] = Student(matches[0], student.key, label)
        if taken[matches[0]] > 1:
            unknown.append((label, f"others hand in as {shown(matches[0])}, too"))
    if not taken:
        raise FolderError(f"the list names nobody of these{listed(unknown[:10])}")
    notebooks = [
        replace(one, student=as_listed.get(one.student, one.student))
        for one in handed_in.notebooks
    ]
    order = sorted(notebooks, key=lambda one: (one.student, one.session))
    missing = tuple((name, "no notebook") for name in names if not taken[name])
    return Called(replace(handed_in, notebooks=tuple(order)), tuple(unknown), missing)


def _why(name: str, matches: list[str], names: list[str]) -> str:
    if matches:
        return f"is it {' or '.join(map(shown, matches))}? Name the folder as the list"
    plain = {_plain(one): one for one in names}
    near = difflib.get_close_matches(_plain(name), plain, n=1, cutoff=0.6)
    guess = f": did you mean {shown(plain[near[0]])}?" if near else ""
    return f"not in the list of names{guess}"


def _words(name: str) -> Iterator[str]:
    """Split a name into its words, small and without accents."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold())
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    yield from re.findall(r"[^\W_]+", kept.translate(_PLAIN))


def _plain(name: str) -> str:
    return " ".join(sorted(_words(name)))


def _forms(name: str) -> set[str]:
    """Write a name in each order of its words, without what is between them."""
    words = [*_words(name)]
    if len(words) > _MOST_WORDS:
        return {"".join(words), "".join(sorted(words))}
    return {"".join(order) for order in permutations(words)} - {""}
