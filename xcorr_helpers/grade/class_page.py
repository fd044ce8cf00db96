"""One page on the class: what was solved, and which mistakes were made. No names."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from xcorr_helpers import checks
from xcorr_helpers.checks._exercise import CodeExercise

from .anonymous_code import anonymous
from .answers import held
from .course import TITLES, asked
from .homework import FUNCTIONS, HOMEWORK
from .marking import NOT_HANDED_IN, Mark
from .page import page, reading, sentence, text
from .wishes import Wishes

OTHER = "another difference"
UNASKED = "the answer could not be asked for: its cells end in an error, or never"
_EXAMPLES, _MOST_OFTEN = 2, 3
_RAISED = re.compile(r"^  it raised (\w+)", re.MULTILINE)
_SHAPE = re.compile(
    r"^  expected  (?:shape .*|one number)\n  got       shape", re.MULTILINE
)
# What a judge quotes of a student's code: what works in place, if it is not NumPy's.
_OF_A_STUDENT = re.compile(r"^`(?!np\.|numpy\.|\.|print`)[^`]*`(?= works in place)")
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Mistake:
    """A mistake of an exercise: how many made it, and what some of them wrote."""

    said: str
    count: int
    codes: tuple[str, ...]


def class_page(sessions: Mapping[int, Sequence[Sequence[Mark]]], wishes: Wishes) -> str:
    """Write the page, from the marks of each student in each session."""
    parts = ["<h1>What the class did</h1>"]
    for session, marked in sorted(sessions.items()):
        there = [marks for marks in marked if not _is_missing(marks)]
        parts.append(f"<h2>Homework {session}: {TITLES[session]}</h2>")
        parts.append(f'<p class="muted">{_summary(session, marked, there)}</p>')
        if there:
            parts.append(_solved(session, there))
            parts.append(_most_often(session, there, wishes))
            parts += _mistaken(session, there, wishes)
    return page("What the class did", "\n".join(parts))


def mistakes(marks: Iterable[Mark], wishes: Wishes) -> list[Mistake]:
    """Count the mistakes of an exercise, the most frequent first."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.points == 0:
            own = wishes.varied and mark.exercise not in FUNCTIONS
            said = _NUMBER.sub("0", kind(mark)) if own else kind(mark)
            groups.setdefault(said, []).append(mark)
    found = [
        Mistake(_common(group), len(group), _examples(group) if wishes.codes else ())
        for group in groups.values()
    ]
    return sorted(found, key=lambda m: (m.said == OTHER, -m.count, m.said))


def _common(group: Sequence[Mark]) -> str:
    """Say a mistake without those of its numbers that are not the same for all."""
    parts = zip(*(_NUMBER.split(kind(mark)) for mark in group))
    return "".join(part[0] if len({*part}) == 1 else "…" for part in parts)


def kind(mark: Mark) -> str:
    """Say which mistake it is, or what can be said of one that nobody knows."""
    if mark.unasked:
        return UNASKED
    if mark.mistake:
        return _OF_A_STUDENT.sub("`...`", mark.mistake)
    if "raised TimeoutError: it took more than" in mark.report:
        return "it does not end"
    if found := _RAISED.search(mark.report):
        error = getattr(builtins, found[1], None)
        is_known = isinstance(error, type) and issubclass(error, BaseException)
        return f"it raises {found[1] if is_known else 'an error of its own'}"
    return "it gives another shape" if _SHAPE.search(mark.report) else OTHER


def _examples(group: Sequence[Mark]) -> tuple[str, ...]:
    """Choose two codes, short ones, whosoever they are."""
    exercise = group[0].exercise
    record = checks._record(exercise)
    if not isinstance(record, CodeExercise):
        return ()
    names = (*record.arguments, held(exercise))
    found = {anonymous(mark.code, names) for mark in group} - {""}
    return tuple(sorted(found, key=lambda code: (len(code), code))[:_EXAMPLES])


def _is_missing(marks: Sequence[Mark]) -> bool:
    return all(mark.mistake == NOT_HANDED_IN for mark in marks)


def _summary(
    session: int, marked: Sequence[Sequence[Mark]], there: Sequence[Sequence[Mark]]
) -> str:
    said = f"{len(there)} of {len(marked)} handed it in."
    whole = [marks for marks in there if not any(mark.unmarked for mark in marks)]
    if whole:
        points = sum(mark.points or 0 for marks in whole for mark in marks)
        mean, most = points / len(whole), len(HOMEWORK[session])
        said += f" They solved {mean:.1f} of {most} exercises on average."
    every = [mark for marks in there for mark in marks]
    words = sum(mark.points is None and not mark.unmarked for mark in every)
    if words:
        said += " What was answered in words is to be read by hand, and not counted."
    if left := len(there) - len(whole):
        said += f" Of {left}, exercises on paper are not marked, and not counted."
    return said


def _of(exercise: str, there: Sequence[Sequence[Mark]]) -> list[Mark]:
    return [mark for marks in there for mark in marks if mark.exercise == exercise]


def _solved(session: int, there: Sequence[Sequence[Mark]]) -> str:
    rows = []
    for exercise in HOMEWORK[session]:
        about = asked(exercise)
        marks = [mark for mark in _of(exercise, there) if not mark.unmarked]
        count = sum(mark.points == 1 for mark in marks)
        share = f"{100 * count / max(len(marks), 1):.0f}%"
        rows.append(
            f"<tr><td>{about.number} {text(about.title)}</td>"
            f'<td class="number">{count} of {len(marks)}</td>'
            f'<td class="share"><span class="bar"><span style="width:{share}"></span>'
            "</span></td></tr>"
        )
    head = '<th>Exercise</th><th class="number">Solved</th><td class="share"></td>'
    body = "\n".join(rows)
    return (
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _most_often(session: int, there: Sequence[Sequence[Mark]], wishes: Wishes) -> str:
    """Name the mistakes that most made, of those that are known."""
    every = [
        (-mistake.count, place, mistake.said, asked(exercise).number)
        for place, exercise in enumerate(HOMEWORK[session])
        for mistake in mistakes(_of(exercise, there), replace(wishes, codes=False))
        if mistake.count > 1 and mistake.said not in (OTHER, UNASKED)
    ]
    items = "".join(
        f"<li><b>{-count}</b> in {number}: {sentence(said)}</li>\n"
        for count, _, said, number in sorted(every)[:_MOST_OFTEN]
    )
    return f'<h3>Most often</h3>\n<ul class="most">\n{items}</ul>' if items else ""


def _mistaken(
    session: int, there: Sequence[Sequence[Mark]], wishes: Wishes
) -> list[str]:
    parts = []
    for exercise in HOMEWORK[session]:
        found = mistakes(_of(exercise, there), wishes)
        if not found:
            continue
        about = asked(exercise)
        pages = reading(about, wishes.book)
        items = "\n".join(_item(mistake, len(there)) for mistake in found)
        parts.append(
            f'<section class="exercise">\n<h3>{about.number} {text(about.title)}</h3>\n'
            f'<p class="small muted">The course treats it in {pages}.'
            f'</p>\n<ol class="mistakes">\n{items}\n</ol>\n</section>'
        )
    return parts


def _item(mistake: Mistake, students: int) -> str:
    said = f"<b>{mistake.count} of {students}</b> {sentence(mistake.said)}"
    blocks = "".join(f"<pre>{text(code)}</pre>" for code in mistake.codes)
    two = " two" if len(mistake.codes) > 1 else ""
    shown = f'\n<div class="codes{two}">{blocks}</div>' if blocks else ""
    return f"<li><p>{said}</p>{shown}</li>"
