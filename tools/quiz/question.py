"""A paper exercise as a question with a field: key, replies, and how each is typed."""

import html
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

TIMES = ("x", "\N{MULTIPLICATION SIGN}")
DIGITS = 4  # after the point: nobody types more
_MARKDOWN = MarkdownIt("commonmark", {"xhtmlOut": True})


@dataclass(frozen=True)
class Question:
    """One exercise for one student, or for all.

    `student` is empty for an exercise as it stands in the book. Texts are XHTML.
    """

    judge: str
    student: str
    title: str
    text: str
    right: object
    wrong: tuple  # of pairs: a value, and what is said to it
    other: str  # what is said to anything else
    kind: str  # of the key: "number", "shape" or "list"

    @property
    def name(self):
        return f"{self.title} ({self.student or self.judge})"


def question(variant, student=""):
    """Make a question of a variant."""
    record = variant.record
    return Question(
        judge=variant.judge,
        student=student,
        title=variant.title,
        text=_MARKDOWN.render(variant.text).strip(),
        right=record.answer,
        wrong=tuple(
            (value, reply(said))
            for value, said in record.mistakes.items()
            if _is_typed(value)
        ),
        other=reply(f"Not right, or not written as {record.asked}."),
        kind="shape" if record.axes else "list" if record.positions else "number",
    )


def reply(said):
    """Write a judge's reply as XHTML: its only mark-up is code between backticks.

    >>> reply("`full` has k - 1 zeros, 1*2 < 4*50")
    '<code>full</code> has k - 1 zeros, 1*2 &lt; 4*50'
    """
    return re.sub("`([^`]*)`", r"<code>\1</code>", html.escape(said, quote=False))


def _is_typed(value):
    parts = value if isinstance(value, tuple) else (value,)
    return all(round(part, DIGITS) == part for part in parts)


def spellings(question, value):
    """List the ways to type a value that the book's own fields take, too.

    >>> from xcorr_helpers.grade.variants import in_book
    >>> asked = question(in_book("count_placements"))
    >>> spellings(asked, (5, 8))[:4], spellings(asked, 40)
    (['(5, 8)', '(5,8)', '5, 8', '5,8'], ['40'])
    """
    if not isinstance(value, tuple):
        return [str(value)]
    if not value:
        return ["()", "[]"]
    parts = [str(part) for part in value]
    if len(parts) == 1:
        return [f"({parts[0]},)", f"[{parts[0]}]", f"{parts[0]},"]
    wide, tight = ", ".join(parts), ",".join(parts)
    ways = [f"({wide})", f"({tight})", wide, tight, f"[{wide}]", f"[{tight}]"]
    if question.kind == "shape":
        ways += [f" {sign} ".join(parts) for sign in TIMES]
        ways += [sign.join(parts) for sign in TIMES]
    if question.kind == "list":
        ways.append(f"[{' '.join(parts)}]")
    return ways


def pattern(question, value):
    """Describe these ways by a regular expression of XML Schema, spaces where they may.

    >>> from xcorr_helpers.grade.variants import in_book
    >>> print(pattern(question(in_book("position_of_pixel")), 51))
    \\s*51\\s*
    """
    if not isinstance(value, tuple):
        return rf"\s*{_escaped(value)}\s*"
    parts = [_escaped(part) for part in value]
    listed = r"\s*,\s*".join(parts)
    if not parts:
        return r"\s*(\(\s*\)|\[\s*\])\s*"
    if len(parts) == 1:
        ways = [
            rf"\(\s*{listed}\s*,\s*\)",
            rf"\[\s*{listed}\s*,?\s*\]",
            rf"{listed}\s*,",
        ]
        return rf"\s*({'|'.join(ways)})\s*"
    bare = rf"{listed}(\s*,)?"
    ways = [rf"\(\s*{bare}\s*\)", rf"\[\s*{bare}\s*\]", bare]
    if question.kind == "shape":
        sizes = rf"\s*[xX{TIMES[1]}]\s*".join(parts)
        ways += [rf"\(\s*{sizes}\s*\)", sizes]
    if question.kind == "list":
        printed = r"\s+".join(parts)
        ways.append(rf"\[\s*{printed}\s*\]")
    return rf"\s*({'|'.join(ways)})\s*"


def _escaped(number):
    """Write a number for a regular expression; a minus means nothing there."""
    return str(number).replace(".", r"\.")
