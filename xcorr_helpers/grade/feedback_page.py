"""What one student reads: of each exercise what the judge found."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from .course import TITLES, asked
from .marking import NOT_HANDED_IN, Mark
from .page import page, reading, sentence, text
from .wishes import Wishes

_LIKELY = re.compile(r"^  likely    .*\n?", re.MULTILINE)
_EXPLORER = re.compile(r"\n  explorer: (?:.*?)(book/explorer\.html\S*)$")


def feedback(
    label: str, homework: Iterable[tuple[int, Sequence[Mark]]], wishes: Wishes
) -> str:
    """Write a student's page, from the marks of each session."""
    parts = [f"<h1><bdi>{text(label)}</bdi></h1>"]
    for session, marks in homework:
        parts.append(f"<h2>Homework {session}: {TITLES[session]}</h2>")
        parts.append(f'<p class="muted">{total(marks)}</p>')
        if all(mark.mistake == NOT_HANDED_IN for mark in marks):
            continue
        parts += [_exercise(mark, wishes) for mark in marks]
    return page(f"Homework of {label}", "\n".join(parts))


def total(marks: Sequence[Mark]) -> str:
    """Say the points of a homework in words."""
    if all(mark.mistake == NOT_HANDED_IN for mark in marks):
        return "Not handed in."
    judged = [mark.points for mark in marks if mark.points is not None]
    unmarked = sum(mark.unmarked for mark in marks)
    words = sum(bool(mark.sentence) for mark in marks)
    said = f"{sum(judged)} of {len(judged)} points."
    if words:
        read = (
            "one answer in words is" if words == 1 else f"{words} answers in words are"
        )
        said += f" Beside these, {read} read by your teacher."
    if unmarked:
        said += f" Not marked: {unmarked} on paper."
    return said


def _exercise(mark: Mark, wishes: Wishes) -> str:
    about = asked(mark.exercise)
    kind = {1: "right", 0: "wrong", None: "open"}[mark.points]
    points = {1: "1 of 1", 0: "0 of 1", None: "by hand"}[mark.points]
    points = "open" if mark.unmarked else points
    lines = [
        f'<article class="{kind}">',
        f"<header><h3>{about.number} {text(about.title)}</h3>",
        f'<p class="points">{points}</p></header>',
    ]
    if mark.points is None and not mark.unmarked:
        lines += _in_words(mark)
    elif not mark.report:
        lines.append(f'<p class="said">{sentence(mark.mistake)}</p>')
    else:
        lines += _judged(mark, wishes)
    if mark.points == 0:
        lines.append(
            f'<p class="small muted">To read: {reading(about, wishes.book)}.</p>'
        )
    return "\n".join([*lines, "</article>"])


def _in_words(mark: Mark) -> list[str]:
    if not mark.sentence:
        return ["<p>No sentence yet.</p>"]
    return [
        f"<blockquote><bdi>{text(mark.sentence)}</bdi></blockquote>",
        '<div class="rubric" aria-hidden="true"></div>',
    ]


def _judged(mark: Mark, wishes: Wishes) -> list[str]:
    """Write the judge's report: its first line, the mistake, then what came."""
    report = mark.report.removeprefix(f"{mark.exercise}: ")
    explorer = _EXPLORER.search(report)
    headline, _, rest = _EXPLORER.sub("", report).partition("\n")
    lines = [f"<p>{sentence(headline)}</p>"]
    if _LIKELY.search(f"{rest}\n"):
        hedge = "Likely: " if wishes.likely else ""
        said = f"{hedge}{mark.mistake}"
        lines.append(f'<p class="said">{sentence(said)}</p>')
        rest = _LIKELY.sub("", f"{rest}\n").rstrip()
    if rest.strip():
        lines.append(f"<pre>{text(_less_indented(rest))}</pre>")
    if explorer and wishes.book:
        address = html.escape(f"{wishes.book.rstrip('/')}/{explorer[1]}")
        lines.append(
            f'<p class="small"><a href="{address}">See this case in the index explorer'
            "</a></p>"
        )
    return lines


def _less_indented(report: str) -> str:
    return "\n".join(line.removeprefix("  ") for line in report.splitlines())
