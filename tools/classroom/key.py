"""What stays with the teacher: solutions, each student's key, and the rubrics."""

import tomllib
from pathlib import Path

from .. import copy_notebooks
from ..built_book import ROOT
from .exercises import by_name, chapters, exercises, title_of
from .graders import nbgrader_course, otter_tests
from .homework import as_text, markdown_safe
from .page import page, table
from .student import COPIED

RUBRICS = Path(__file__).with_name("rubrics.toml")
ABOUT = """# How to mark the sentences

One point for a sentence that says what must be in it, in whatever words; none for one
that says something wrong beside it. What is often wrongly said stands below each.

"""
KEYS = """# The key of each student

Each student's own numbers follow from the name and your seed, and these are the
answers. `python -m xcorr_helpers.grade FOLDER` compares by itself, if it is given the
same list and seed (`--students`, `--seed`). Whoever has this page has the key: it stays
with you.

"""


def files():
    """Yield the place and the content of each file of the key but the students'."""
    book = ROOT / "book"
    for pattern in COPIED:
        for source in sorted(book.glob(pattern)):
            name = source.relative_to(book).as_posix()
            yield f"chapters/{name}", copy_notebooks.as_shown(source)
    yield "rubrics.html", page("How to mark the sentences", rubrics_text()).encode()
    for folder, made in (("nbgrader", nbgrader_course()), ("otter", otter_tests())):
        for name, text in made.items():
            yield f"{folder}/{name}", text.encode()


def rubrics():
    """Read the rubrics, by the labels of their exercises."""
    return tomllib.loads(RUBRICS.read_text(encoding="utf-8"))


def in_words():
    return [e for name in chapters() for e in exercises(name) if e.in_words]


def rubrics_text():
    known, parts = rubrics(), [ABOUT]
    for exercise in in_words():
        rubric = known[exercise.label]
        asked = as_text(exercise).partition("<details>")[0].strip()
        wrong = "\n".join(f"- {line}" for line in rubric["wrong"])
        parts.append(
            f"## Chapter {exercise.number}, {title_of(exercise.page)}\n\n{asked}\n\n"
            f"**The book's sentence.** {exercise.solution}\n\n"
            f"**Must be in it.** {rubric['must']}\n\n"
            f"**Often said, and wrong.**\n\n{wrong}\n"
        )
    return "\n".join(parts)


def variants_page(answers):
    """Make the table of all students' answers: of each, by exercise, the right one."""
    judges = list(next(iter(answers.values())))
    parts = [KEYS]
    for judge in judges:
        rows = [
            (markdown_safe(student), f"`{keys[judge]}`")
            for student, keys in answers.items()
        ]
        title = f"## {by_name()[judge].title} (`{judge}`)"
        parts.append(f"{title}\n\n{table(('student', 'answer'), rows)}")
    return page("The key of each student", "\n".join(parts))
