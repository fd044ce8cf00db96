"""The homework of a session: the chapters' exercises, and nothing else is needed."""

import ast
import contextlib
import io
import json
import re

import pytest

from tests.grade.solution_lines import found, secrets
from tools import built_book
from tools.classroom.exercises import by_name, of_session
from tools.classroom.graders import key
from tools.classroom.homework import FUNCTIONS, PAPER, WORDS, homework
from tools.classroom.own import class_answers, own_texts, varied
from xcorr_helpers import checks
from xcorr_helpers.grade.homework import HOMEWORK, SENTENCES, session_of

SEED = "a seed for the tests"
SESSIONS = pytest.mark.parametrize("session", HOMEWORK)
JUDGED = [judge for judges in HOMEWORK.values() for judge in judges]


def source(cell):
    return "".join(cell["source"])


def by_id(notebook):
    """Return the cells that carry nbgrader's metadata, by its names."""
    told = [(cell["metadata"].get("nbgrader"), cell) for cell in notebook["cells"]]
    return {meta["grade_id"]: cell for meta, cell in told if meta}


def stubs(session):
    """Return the cells to fill in, read off the chapters anew, by judge or label."""
    pages = {exercise.page for exercise in of_session(session)}
    found = {}
    for page in pages:
        label = ""
        for cell in built_book.cells(page):
            text = source(cell)
            if cell["cell_type"] == "markdown":
                labels = re.findall(r"^:label: (\S+)$", text, re.MULTILINE)
                label = labels[-1] if labels else label
                if text.startswith("## Solutions"):
                    break
            elif judge := re.search(r"^(# )?checks\.(\w+)\(my_\w+\)", text, re.M):
                found[judge[2]] = text[: judge.start()].rstrip()
            elif WORDS in text:
                found[label] = text
    return found


@SESSIONS
def test_each_session_has_six_to_eight_with_one_in_words(session):
    exercises = of_session(session)
    assert {e.judge or e.label for e in exercises} == {
        *HOMEWORK[session],
        SENTENCES[session],
    }
    assert 6 <= len(exercises) <= 8
    assert [e.label for e in exercises if e.in_words] == [SENTENCES[session]]
    assert session_of(f"homework_{session}.ipynb") == session


@SESSIONS
def test_the_cells_are_the_chapters(session):
    cells, wanted = by_id(homework(session)), stubs(session)
    for name in (*HOMEWORK[session], SENTENCES[session]):
        assert source(cells[name.replace("-", "_")]) == wanted[name], name


@SESSIONS
def test_the_cells_say_to_nbgrader_what_they_are(session):
    cells = by_id(homework(session))
    sentence = SENTENCES[session].replace("-", "_")
    judges = HOMEWORK[session]
    assert cells.keys() == {*judges, *(f"{j}-judge" for j in judges), sentence}
    for name, cell in cells.items():
        told = cell["metadata"]["nbgrader"]
        test, words = name.endswith("-judge"), name == sentence
        assert told["schema_version"] == 3 and not told["task"]
        assert (told["solution"], told["grade"]) == (not test, test or words), name
        assert told["locked"] == test and told.get("points", 0) == (test or words)


def test_the_names_are_those_that_the_stubs_define():
    on_paper = {judge for judge in JUDGED if PAPER in by_name()[judge].stub}
    assert FUNCTIONS.keys() == set(JUDGED) - on_paper
    for judge, name in FUNCTIONS.items():
        tree = ast.parse(by_name()[judge].stub)
        made = [n.name for n in tree.body if isinstance(n, ast.FunctionDef)]
        assert [one for one in made if one.startswith("my_")] == [name]


@SESSIONS
def test_a_homework_needs_nothing_beside_it(session):
    """Every cell but the judges' runs from the top, and every import is wanted."""
    notebook = homework(session)
    code = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    variables = {}
    with contextlib.redirect_stdout(io.StringIO()) as said:
        for cell in code:
            if not cell["id"].endswith("-judge"):
                exec(source(cell), variables)
    assert "False" not in said.getvalue()
    text = "\n".join(map(source, notebook["cells"][2:]))
    for node in ast.walk(ast.parse(source(code[0]))):
        if isinstance(node, ast.alias) and node.asname != "np":
            name = node.asname or node.name
            assert re.search(rf"\b{name}\b", text), f"{name} is imported, and not used"
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])


@SESSIONS
def test_the_text_is_plain_and_speaks_of_nothing_that_is_not_there(session):
    text = "\n".join(map(source, homework(session)["cells"]))
    for strange in (":::", "`#`", "](", "{term}", "{cite", "above."):
        assert strange not in text
    hints = re.findall(r"<details>(.*)</details>$", text, re.MULTILINE)
    assert len(hints) == text.count("<details>") == text.count("</details>") > 5
    assert all("<p>" in hint for hint in hints)


@SESSIONS
def test_no_line_of_a_solution_is_in_it(session):
    given = "\n".join(exercise.stub for exercise in of_session(session))
    for page in {exercise.page for exercise in of_session(session)}:
        wanted = secrets(page.removeprefix("book/"))
        assert found(homework(session), wanted) == found([given], wanted)


@SESSIONS
def test_a_student_has_numbers_of_their_own(session):
    mine, theirs = (
        homework(session, own_texts(session, name, SEED), name) for name in "AB"
    )
    practice = homework(session)
    assert "**A**" in source(mine["cells"][0])
    for judge in varied(session):
        place = f"{judge.replace('_', '-')}-text"
        texts = [
            source(next(c for c in n["cells"] if c["id"] == place))
            for n in (mine, theirs, practice)
        ]
        assert len({text.partition("<details>")[0] for text in texts}) >= 2, judge
        hint, books = (text.partition("<details>")[2] for text in (texts[0], texts[2]))
        assert not re.search(r"\d", hint), "a hint holds the book's numbers"
        assert hint == books or re.search(r"\d", books)
        asked = source(by_id(mine)[f"{judge}-judge"])
        assert "checks" not in asked and PAPER in asked
    assert SEED not in json.dumps([mine, theirs])


def test_all_on_paper_vary():
    assert set(varied()) == set(JUDGED) - FUNCTIONS.keys()
    answers = class_answers(["Anna", "Bo"], SEED)
    assert answers == class_answers(["Anna", "Bo"], SEED)
    assert answers["Anna"] != answers["Bo"]
    assert answers != class_answers(["Anna", "Bo"], f"{SEED}!")


@pytest.mark.parametrize("seed", ["", "short"])
def test_a_seed_that_is_none_is_refused(seed):
    with pytest.raises(SystemExit, match="seed"):
        class_answers(["Anna"], seed)


@pytest.mark.thorough
@pytest.mark.parametrize("judge", JUDGED)
def test_the_key_is_right(judge):
    variables = {}
    exec(key(by_name()[judge]), variables)
    assert checks.result(judge, variables[FUNCTIONS.get(judge, PAPER)]).passed
