"""Where a class stops to think: the questions of a chapter, with their answers."""

import re
from typing import NamedTuple

from .. import built_book
from ..plain_markdown import plain
from .page import unlinked

PLACE = re.compile(
    r"^## (?P<section>[^\n]+)$"
    r"|^::::\{admonition\} (?P<title>[^\n]+)\n:class: question [^\n]*\n\n"
    r"(?P<text>.*?)^:::\{dropdown\} Answer\n(?P<answer>.*?)^:::\n",
    re.MULTILINE | re.DOTALL,
)


class Stop(NamedTuple):
    """A question, and the section after whose beginning it stands."""

    section: str
    text: str
    answer: str


def stops(name):
    """List the questions of a chapter, in order."""
    found, section = [], "its beginning"
    for match in PLACE.finditer(built_book.markdown(name)):
        if match["section"]:
            section = match["section"]
            continue
        title = match["title"]
        ahead = "" if title == "Before you go on" else f"**{title}** "
        text, answer = (said(name, match[part]) for part in ("text", "answer"))
        found.append(Stop(section, f"{ahead}{text}", answer))
    return found


def said(name, text):
    """Say it without the links that only the book has."""
    file = f"{name.removeprefix('book/')}.ipynb"
    return unlinked(plain(text.strip(), file, built_book.ROOT / "book"))


def stops_text(number, name):
    """Write the questions of a chapter."""
    return "\n\n".join(
        f"**Chapter {number}, in *{stop.section}*:** {stop.text}\n\n"
        f"*Answer.* {stop.answer}"
        for stop in stops(name)
    )
