"""The notebooks for students: exercises open, and nothing left of the solutions."""

import copy
import json
import re

import pytest

from tests.book.solutions import EXERCISES
from tests.grade.solution_lines import cells, found, parts, secrets, shown
from tools import plain_markdown
from tools.classroom import student
from tools.classroom.exercises import chapters, exercises

CHAPTERS = [page.removeprefix("book/") for page in chapters()]
LINK = re.compile(r"\]\(([^)\s]*)\)")


@pytest.fixture(scope="module")
def files():
    return dict(student.files())


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_line_of_a_solution_is_in_a_students_notebook(files, chapter):
    wanted = secrets(chapter)
    assert len(wanted) > 20
    assert found(json.loads(files[f"{chapter}.ipynb"]), wanted) == []


def test_a_line_is_found_wherever_it_hides(files):
    chapter = "02_slide_one_kernel"
    line = "return (rows * image_shape[1] + columns).ravel()"
    assert line in secrets(chapter)
    whole = json.loads(files[f"{chapter}.ipynb"])
    code = next(n for n, c in enumerate(whole["cells"]) if c.get("outputs"))
    for smuggle in (
        lambda cell: cell["source"].append(f"    {line}\n"),
        lambda cell: cell["metadata"].update(key={"of": [line]}),
        lambda cell: cell.update(attachments={"key.txt": {"text/plain": line}}),
        lambda cell: cell["outputs"].append({"text": [line[:9], line[9:]]}),
        lambda cell: cell["outputs"].append({"data": {"text/html": f"<p>{line}"}}),
    ):
        notebook = copy.deepcopy(whole)
        smuggle(notebook["cells"][code])
        assert found(notebook, secrets(chapter)) == [line]
    whole["metadata"]["key"] = line
    assert found(whole, secrets(chapter)) == [line]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_all_else_is_the_chapters(files, chapter):
    """But for one sentence, and what stood under the cells to fill in."""
    lesson, _ = parts(chapter)
    ours = cells(files[f"{chapter}.ipynb"])
    assert len(ours) == len(lesson)
    sources = {"".join(cell["source"]) for cell in ours}
    for exercise in exercises(f"book/{chapter}"):
        assert any(text.startswith(exercise.stub) for text in sources)
        assert any(f":label: {exercise.label}\n" in text for text in sources)
    changed = [(o, t) for o, t in zip(ours, lesson) if o["source"] != t["source"]]
    ((mine, theirs),) = changed
    before, after = "".join(theirs["source"]), "".join(mine["source"])
    assert student.COMPARE.sub(student.ASK, before) == after != before
    for mine, theirs in zip(ours, lesson):
        if "my_" not in "".join(mine["source"]):
            assert mine.get("outputs") == theirs.get("outputs")
        elif mine["cell_type"] == "code":
            assert mine["outputs"] == [] and mine["execution_count"] is None


def test_no_exercise_is_forgotten():
    ours = {e.label: e for page in chapters() for e in exercises(page)}
    # `tests.book.solutions` reads them in a way of its own.
    assert {exercise.name for exercise in EXERCISES} <= ours.keys()
    for exercise in EXERCISES:
        assert tuple(exercise.solved) == ours[exercise.name].solved
    asked = sum(
        "".join(cell["source"]).count("{exercise}")
        for chapter in CHAPTERS
        for cell in shown(chapter)
    )
    assert len(ours) == asked > 60


def markdown(name, content):
    if not name.endswith(".ipynb"):
        return content.decode()
    prose = [c["source"] for c in cells(content) if c["cell_type"] == "markdown"]
    return "\n\n".join(map("".join, prose))


def places(text, content):
    """List what a link may lead to on a page: labels, headings and figures."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    slugs = (re.sub(r"[^\w]+", "-", heading.lower()).strip("-") for heading in headings)
    figures = re.findall(r'"name": "(fig-[\w-]+)"', content.decode())
    return {*slugs, *plain_markdown.LABEL.findall(text), *figures}


def test_no_link_leads_to_what_is_not_there(files):
    texts = {n: markdown(n, c) for n, c in files.items() if not n.endswith(".svg")}
    there = {name: places(text, files[name]) for name, text in texts.items()}
    # Its forms and settings are places, too, which only the book draws.
    del there["explorer.md"]
    for name, text in texts.items():
        for target in LINK.findall(text):
            page, _, label = target.partition("#")
            if not target.startswith(("http", "#")):
                assert page in files, f"{name}: {target}"
            if label and not target.startswith("http") and (page or name) in there:
                assert label in there[page or name], f"{name}: {target}"
        for drawing in re.findall(r"\bdrawings/[\w/]+\.svg", text):
            assert drawing in files, f"{name}: {drawing}"


def test_the_page_for_teachers_is_not_handed_out(files):
    assert "teaching.md" not in files
    assert b"teaching.md" not in b"".join(files.values())
