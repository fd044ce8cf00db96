"""What stands in a Markdown cell: its blocks by kind, and its prose as HTML."""

import re
from typing import NamedTuple

from markdown_it import MarkdownIt

BLOCK = re.compile(
    r"^(?P<fence>:{3,}|`{3,})\{(?P<kind>[\w-]+)\}(?P<title>[^\n]*)\n"
    r"(?P<content>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^:([\w-]+): *(.*)\n", re.MULTILINE)
TABLE = re.compile(r"(?:^\|.*\n?)+", re.MULTILINE)
FORMULA = re.compile(r"^\$\$\n(.*?)^\$\$$", re.MULTILINE | re.DOTALL)
QUOTE = re.compile(r"(?:^> .*\n?)+", re.MULTILINE)
HEADING = re.compile(r"^(?:#+ .*|\([\w-]+\)=)$", re.MULTILINE)
ROLE = re.compile(r"\{(?:term|ref)\}`([^`<]+?)(?:\s*<[^`]*>)?`")
SOURCE = re.compile(r"\s*\{cite:[pt]\}`[^`]*`")
LINK = re.compile(r"(?<!!)\[([^]]+)\]\([^)]*\)")
MATHS = re.compile(r"\$([^$\n]+)\$")
MARKDOWN = MarkdownIt("commonmark").enable("table")


class Block(NamedTuple):
    kind: str
    title: str
    options: dict
    body: str


def blocks(text):
    """List the blocks of a text, those within others left where they are."""
    found = []
    for match in BLOCK.finditer(text):
        head, content = split(match["content"])
        found.append(Block(match["kind"], match["title"].strip(), head, content))
    return found


def split(content):
    """Split what stands in a block into its options and its body."""
    options = {}
    while match := OPTION.match(content):
        options[match[1]] = match[2]
        content = content[match.end() :]
    return options, content.strip()


def without_blocks(text):
    return BLOCK.sub("", text)


def prose(text):
    """Return the prose of a cell as HTML; of its blocks, warnings belong to it."""
    text = BLOCK.sub(warning, text)
    for left_out in (TABLE, FORMULA, HEADING):
        text = left_out.sub("", text)
    return html(text).strip()


def warning(match):
    options, body = split(match["content"])
    return body if options.get("class") == "warning" else ""


def html(text):
    """Render a piece of Markdown; links and sources serve a page of the book alone."""
    text = ROLE.sub(r"\1", SOURCE.sub("", text))
    return MARKDOWN.render(MATHS.sub(maths, LINK.sub(r"\1", text)))


def maths(match):
    """Write a small formula as text, since notes are read where none is typeset."""
    text = re.sub(r"\\(?:text|mathrm)\{(\w+)\}", r"\1", match[1])
    text = text.replace(r"\cdot", "·").replace(r"\langle", "⟨").replace(r"\rangle", "⟩")
    return re.sub(r"_(\w)", r"<sub>\1</sub>", text.replace("\\", "")).join("**")
