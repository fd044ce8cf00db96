"""What of a chapter's solutions nobody may find in what students get."""

import functools
import json

from tools import copy_notebooks
from tools.built_book import ROOT
from tools.classroom.exercises import SOLUTIONS

LEAST = 12  # characters: a shorter line, as `return out`, gives nothing away


def cells(content):
    return json.loads(content)["cells"]


def shown(chapter):
    return cells(copy_notebooks.as_shown(ROOT / "book" / f"{chapter}.ipynb"))


def parts(chapter):
    """Return the cells of a chapter up to its solutions, and those from there on."""
    every = shown(chapter)
    texts = ["".join(cell["source"]) for cell in every]
    end = next(n for n, text in enumerate(texts) if text.startswith(SOLUTIONS))
    return every[:end], every[end:]


def strings(value):
    """Yield every text in a notebook: sources, outputs, metadata and attachments."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(key)
            yield from strings(part)
    elif isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            yield "".join(value)
        else:
            for part in value:
                yield from strings(part)


@functools.cache
def secrets(chapter):
    """List the lines of solutions, and of what they print, that the lesson has not."""
    lesson, solved = parts(chapter)
    told = "\n".join(strings(lesson))
    lines = {line.strip() for text in strings(solved) for line in text.splitlines()}
    return sorted(
        line
        for line in lines
        if len(line) >= LEAST and line not in told and not line.startswith(":")
    )


def found(notebook, wanted):
    text = "\n".join(strings(notebook))
    return [line for line in wanted if line in text]
