"""A page of its own: one file without scripts, which prints and asks for nothing."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

from .course import Asked
from .names import visible

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def text(said: str) -> str:
    """Write out a text for a page: nothing in it is taken for HTML.

    >>> text("<b>&" + chr(0x202E))
    '&lt;b&gt;&amp;&lt;U+202E&gt;'
    """
    return html.escape(visible(said))


def sentence(said: str) -> str:
    """Write out a text as a sentence: a capital in front, a point at the end.

    >>> sentence("the kernel is turned"), sentence("Is it `.T`?")
    ('The kernel is turned.', 'Is it `.T`?')
    """
    said = said.strip()
    said = said[:1].upper() + said[1:]
    return text(said if said.endswith((".", "?", "!", ":")) else f"{said}.")


def link(name: str, address: str, book: str) -> str:
    """Write a link into the book, or what it leads to if nobody said where that is."""
    if not book:
        return text(name)
    whole = html.escape(f"{book.rstrip('/')}/{address}")
    return f'<a href="{whole}">{text(name)}</a>'


def reading(asked: Asked, book: str) -> str:
    """Write where the course treats an exercise."""
    return "; ".join(link(name, address, book) for name, address in asked.pages)


def page(title: str, body: str) -> str:
    """Put a body into a page."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{text(title)}</title>
<style>
{_style()}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
