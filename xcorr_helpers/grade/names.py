"""Names and texts of strangers: shown as they are, and taken for nothing else."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_JOINERS = "\u200c\u200d"  # invisible, and part of how some names are written
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_LONGEST = 120  # characters of a name


def visible(text: str, kept: str = "\n\t") -> str:
    """Write out what a text hides: characters that turn, erase or end a line.

    >>> visible("a" + chr(0x202E) + "b" + chr(27) + "[2J")
    'a<U+202E>b<U+001B>[2J'
    """
    return "".join(
        c
        if c in kept or c in _JOINERS or unicodedata.category(c) not in _HIDDEN
        else f"<U+{ord(c):04X}>"
        for c in text
    )


def in_one_line(text: str) -> str:
    """Return a text in one line, with what it hides written out.

    >>> in_one_line(" one \\n two ")
    'one two'
    """
    return visible(" ".join(text.split()), kept="")


def shown(name: str) -> str:
    """Return a name in one line, as a page, a table or a terminal may show it.

    >>> shown("  Anna \\n Muster ")
    'Anna Muster'
    >>> shown("")
    '(no name)'
    """
    line = in_one_line(name)
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST]} ..."
    return line or "(no name)"


def file_name(key: str) -> str:
    """Make a file's name of a student's: plain letters, and what keeps two apart.

    >>> file_name("../Änna") == file_name("Anna")
    False
    >>> file_name("../Änna").startswith("anna-")
    True
    """
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].strip("-")
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words or 'student'}-{digest}"
