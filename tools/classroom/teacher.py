"""The page for the teacher: what lies here, and each session on one screen."""

import json
import re
from pathlib import Path

from xcorr_helpers.grade.homework import HOMEWORK, PAPER, SENTENCES

from .. import built_book
from .exercises import chapters, exercises, of_session, title_of
from .homework import CALLED
from .key import rubrics
from .page import page, table, unlinked
from .stops import stops_text

RUN_TIMES = Path(__file__).with_name("run_times.json")
MUSEUM = "bug_museum.ipynb"
TEXT = Path(__file__).with_name("teacher.md")
CARD = re.compile(
    r"\*\*You'll build\*\* (.*?)\n\n\*\*You'll learn\*\*\n\n(.*?)\n\n", re.S
)
MINUTES = re.compile(r'class="reading-minutes">(.*?)\.?</p>')
ROW = re.compile(r"^\* - ", re.MULTILINE)
CELL = re.compile(r"^  - ", re.MULTILINE)
SENTENCE = """The sentence is marked by hand ([all rubrics](key/rubrics.html)).

**Must be in it:** {must}

**Often said, and wrong:**

{wrong}
"""


def teacher_page(wheel):
    """Make the page."""
    told = built_book.markdown("book/teaching")
    times = json.loads(RUN_TIMES.read_text(encoding="utf-8"))
    parts = [session_text(session, told, times) for session in HOMEWORK]
    text = TEXT.read_text(encoding="utf-8")
    text = text.replace("{wheel}", wheel).replace("{machine}", times["machine"])
    made = page("For the teacher", text.replace("{sessions}", "\n".join(parts)))
    return re.sub(r"<h2>(Session (\d))", r'<h2 id="session-\2">\1', made)


def session_text(session, told, times):
    """Say of a session what it is for, its minutes, its notebooks and its homework."""
    pages = [name for name in chapters() if int(name[5:7]) in numbers_of(session)]
    plan, leave_out = planned(session, told)
    goals = []
    for name in pages:
        build, learn = CARD.search(built_book.markdown(name)).groups()
        goals.append(
            f"**Chapter {int(name[5:7])}, {title_of(name)}.** They build "
            f"{unlinked(build)} They learn\n\n{unlinked(learn)}\n"
        )
    notebooks = notebook_rows(pages, plan, times)
    homework = [
        (number, exercise.title, exercise.number, kind_of(exercise))
        for number, exercise in enumerate(of_session(session), 1)
    ]
    head = "notebook", "to read it alone", "to run all of its cells"
    asked = "", "exercise", "chapter", "what it is"
    return "\n".join(
        [
            f"## Session {session}: {CALLED[session]}\n",
            "### What they can do afterwards\n",
            *goals,
            "### 90 minutes\n",
            table(("minutes", "what happens", "where"), plan),
            f"{leave_out}\n",
            "### Where to stop and ask\n",
            *(f"{stops_text(int(name[5:7]), name)}\n" for name in pages),
            "### The notebooks\n",
            table(head, notebooks),
            f"### Homework: `homework_{session}.ipynb`\n",
            table(asked, homework),
            sentence_text(SENTENCES[session]),
            for_the_class(pages, session),
        ]
    )


def notebook_rows(pages, plan, times):
    """List the chapters of a session, and the museum where its plan goes there."""
    names = {name: f"{int(name[5:7])}. {title_of(name)}" for name in pages}
    if re.search("museum|exhibit", str(plan)):
        name = f"book/{MUSEUM.removesuffix('.ipynb')}"
        names[name] = title_of(name)
    return [(title, reading(name), ran(name, times)) for name, title in names.items()]


def numbers_of(session):
    """Return the numbers of the chapters of a session: those with homework."""
    return {exercise.number for exercise in of_session(session)}


def planned(session, told):
    """Read a session's table from the teaching page, and what it may leave out."""
    part = told.partition(f"## Session {session}:")[2].partition("\n## ")[0]
    lines = part.partition(":::{list-table}\n:header-rows: 1\n\n")[2].partition("\n:::")
    rows = [CELL.split(row) for row in ROW.split(lines[0])[1:]]
    rest = lines[2].strip()
    return [[unlinked(cell) for cell in row] for row in rows[1:]], unlinked(rest)


def reading(name):
    """Say what stands under the title of the built page."""
    found = MINUTES.search(built_book.html_path(name).read_text(encoding="utf-8"))
    return found[1] if found else "not measured"


def ran(name, times):
    seconds = times["seconds"].get(f"{name.removeprefix('book/')}.ipynb")
    return "not measured" if seconds is None else f"{seconds} s"


def kind_of(exercise):
    if exercise.in_words:
        return "one sentence, marked by hand"
    if PAPER in exercise.stub:
        return "on paper"
    return "find the bug" if "Find the bug" in exercise.title else "write a function"


def sentence_text(label):
    rubric = rubrics()[label]
    wrong = "\n".join(f"- {line}" for line in rubric["wrong"])
    return SENTENCE.format(must=rubric["must"], wrong=wrong)


def for_the_class(pages, session):
    """List the exercises that the homework leaves for the end of the session."""
    handed_in = of_session(session)
    left = [
        f"{exercise.title} (chapter {exercise.number})"
        for name in pages
        for exercise in exercises(name)
        if exercise.judge and exercise not in handed_in
    ]
    return f"**Left for the last ten minutes:** {'; '.join(left)}.\n"
