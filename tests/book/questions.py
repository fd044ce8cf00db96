"""The questions that stand in the text of the notebooks."""

import re
from typing import NamedTuple

from tools import built_book

BOX = re.compile(
    r"^(:{4,})\{admonition\} (?P<title>[^\n]+)\n:class: question ask-(?P<name>\w+)\n\n"
    r"(?P<text>.*?)\n\n:::\{dropdown\} Answer\n(?P<answer>.*?)\n:::\n\1$",
    re.DOTALL | re.MULTILINE,
)
# A choice to be made; what is wrong on purpose has no part in what a page says.
OPTION = re.compile(r"^(\d)\. (.*(?:\n {3}.*)*)\n?", re.MULTILINE)


class Question(NamedTuple):
    page: str
    number: int  # of its cell
    title: str
    name: str
    text: str  # without the choices
    options: list[str]
    answer: str


def in_cell(page, number):
    """List the questions of a cell."""
    source = "".join(built_book.cells(page)[number]["source"])
    return [
        Question(
            page,
            number,
            box["title"],
            box["name"],
            OPTION.sub("", box["text"]),
            [" ".join(option.split()) for _, option in OPTION.findall(box["text"])],
            box["answer"],
        )
        for box in BOX.finditer(source)
    ]


def without_options(text):
    """Drop what questions list to choose from."""
    return BOX.sub(lambda box: OPTION.sub("", box[0]), text)


ALL = [
    question
    for page in built_book.notebooks()
    for number, cell in enumerate(built_book.cells(page))
    if cell["cell_type"] == "markdown"
    for question in in_cell(page, number)
]
