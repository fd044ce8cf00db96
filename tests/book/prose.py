"""The numbers in the prose of a page, held against what its notebook has.

Numbers that stand together must stand together, in the same order, in a line that the
code cell before or after the text (for an exercise, also its solution's) prints or has
in its source; a number alone, outside of printed matrices, which hold them all. What
does not, or matters most, is computed from the notebook's variables: `sentences.toml`.
"""

import functools
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.book.notebook_values import running
from tests.book.questions import without_options
from tools import built_book
from tools.built_book import MIME_TYPE, NOT_COMPARED

SENTENCES = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)
WORDS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
]
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
JOINED = r"(?:[\s,*+=()\[\]@x·-]|and|by)+?"
RUN = re.compile(rf"{NUMBER.pattern}(?:{JOINED}{NUMBER.pattern})*")
TABLE = re.compile(r"^\|.*$", re.M)
NOT_PROSE = re.compile(
    r"\[[^]]*\]\(http[^)]*\)|\]\([^)]*\)|\{cite:[pt]\}`[^`]*`|\{solution-start\} .*"
    r"|\{ref\}`[^`]*`|:(?:label|name): .*|^\([\w-]+\)="
    r"|[Cc]hapters? \d+(?: and \d+)?|CIFAR-10"
)
MATRIX = re.compile(r"\s*\[\[|\s+\[")
FIELD = re.compile(r"\{(.+?)\}")
WORD = r"-?\w+(?:\.\d+)?"
VALUE = rf"(\(?{WORD}(?:, {WORD})*\)?)"  # a number, a word, a list or a shape


class Cell(NamedTuple):
    kind: str
    source: str
    printed: str
    alt: str


def without_commas(text):
    return re.sub(r"(?<=\d)[,_](?=\d{3}\b)", "", text)


def numbers(text):
    """List the numbers in a text, 60,000 as 60000."""
    return NUMBER.findall(without_commas(text))


def plain(text):
    """Drop links, tables, names with numbers and choices; a paragraph is one line."""
    text = without_options(text)
    text = re.sub(r"^(#+) \d+\. ", r"\1 ", text, flags=re.M)  # the number of a heading
    text = without_commas(NOT_PROSE.sub("", TABLE.sub("", text)))
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))


@functools.cache
def cells(page):
    found = []
    for cell in built_book.cells(page):
        printed = alt = ""
        for output in cell.get("outputs", ()):
            if NOT_COMPARED not in cell["metadata"].get("tags", ()):
                printed += "".join(output.get("text", ()))
            if MIME_TYPE in output.get("data", ()):
                alt = output["data"][MIME_TYPE]["layout"]["meta"]["alt"]
        found.append(Cell(cell["cell_type"], "".join(cell["source"]), printed, alt))
    return found


@functools.cache
def texts(page):
    """Map each place with prose, or a figure, to that or to its alternative text."""
    return {
        place: plain(cell.source if cell.kind == "markdown" else cell.alt)
        for place, cell in enumerate(cells(page))
        if cell.kind == "markdown" or cell.alt
    }


def lines_of(cell):
    """List (numbers, whether of a matrix) of each line that a cell has or prints."""
    source = [line.partition("#")[0] for line in cell.source.splitlines()]
    found = [(numbers(line), False) for line in (*source, cell.alt)]
    return found + [(numbers(x), MATRIX.match(x)) for x in cell.printed.splitlines()]


def all_lines(page):
    """The same of all code cells of a page."""
    code = [cell for cell in cells(page) if cell.kind == "code"]
    return [line for cell in code for line in lines_of(cell)]


@functools.cache
def lines_near(page, place):
    """The same of the cells that a text speaks of, and of the tables in it."""
    text = cells(page)[place].source
    code = [n for n, cell in enumerate(cells(page)) if cell.kind == "code"]
    near = [n for n in code if n < place][-1:] + [n for n in code if n > place][:1]
    for label in re.findall(r":label: (\S+)", text):
        start = f"{{solution-start}} {label}\n"
        (solution,) = [n for n, cell in enumerate(cells(page)) if start in cell.source]
        near += [n for n in code if n > solution][:1]
    found = [(numbers(row), False) for row in TABLE.findall(text)]
    return found + [line for n in near for line in lines_of(cells(page)[n])]


def stands_in(run, lines):
    size = len(run)
    return any(
        run == line[start : start + size]
        for line, is_matrix in lines
        if size > 1 or not is_matrix
        for start in range(len(line) - size + 1)
    )


def shown(value):
    """Write a value as a sentence does."""
    if isinstance(value, str) or not hasattr(value, "__len__"):
        return str(value)
    text = ", ".join(map(str, value))
    return f"({text})" if isinstance(value, tuple) else text


def compiled(sentence, variables):
    """Return the pattern of a sentence, and the values that it must find."""
    pattern = re.compile(VALUE.join(map(re.escape, FIELD.split(sentence)[::2])))
    variables = {**variables, "word": WORDS.__getitem__}
    return pattern, [shown(eval(code, variables)) for code in FIELD.findall(sentence)]


@functools.cache
def sentences(page):
    """List (place, pattern, values) of the sentences of a page."""
    found = []
    for sentence in SENTENCES.get(page, {}).get("says", ()):
        pattern = VALUE.join(map(re.escape, FIELD.split(sentence)[::2]))
        places = [n for n, text in texts(page).items() if re.search(pattern, text)]
        assert len(places) == 1, f"{page} has this {len(places)} times: {sentence}"
        found.append((places[0], *compiled(sentence, running(page).near(places[0]))))
    return found


def compare(text, pattern, values):
    """Tell what is wrong with a sentence, and return the text without its values."""
    match = pattern.search(text)
    if match is None:
        return f"not there: {pattern.pattern}", text
    wrong = list(match.groups()) != values and f"{match[0]!r}: it is {values}"
    for number in range(len(values), 0, -1):
        text = text[: match.start(number)] + "…" + text[match.end(number) :]
    return wrong, text


def faults(page, place, text, allowed=()):
    """List what is wrong with the numbers of a text that stands in a place."""
    found = []
    for where, pattern, values in sentences(page):
        if where == place:
            wrong, text = compare(text, pattern, values)
            found += [wrong] if wrong else []
    if cells(page)[place].kind == "code":
        return found
    runs = {match[0]: numbers(match[0]) for match in RUN.finditer(text)}
    return found + [
        name
        for name, run in runs.items()
        if (len(run) > 1 or len(run[0]) > 1) and name not in allowed
        if not stands_in(run, lines_near(page, place))
    ]
