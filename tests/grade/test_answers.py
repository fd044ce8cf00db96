"""Which cells answer which exercise, by their names and without."""

import pytest

from xcorr_helpers.grade.answers import answers, sentence, session_in
from xcorr_helpers.grade.notebook import Cell, Notebook


def cells(*parts):
    """Make cells of (source, name) or of a source alone."""
    return Notebook(
        tuple(Cell(*part) if isinstance(part, tuple) else Cell(part) for part in parts)
    )


NAMED = cells(
    "import numpy as np",
    ("my_answer = 51", "position_of_pixel"),
    ("assert checks.position_of_pixel(my_answer).passed", "position_of_pixel-judge"),
    "def helper(): pass",
    ("def my_patch_index(image_shape): pass", "patch_index"),
    "width = 9",
    ("assert checks.patch_index(my_patch_index).passed", "patch_index-judge"),
    ("my_answer = (4, 7)", "count_placements"),
    ("assert checks.count_placements(my_answer).passed", "count_placements-judge"),
    "print('the end')",
    ("my_sentence = 'All that is ' 'symmetric.'", "ex_2_explain"),
)


def test_by_the_names_of_the_cells():
    found = answers(NAMED, 1)
    assert [*found] == [
        *("position_of_pixel", "patch_index", "count_placements", "ex_2_explain")
    ]
    assert found["position_of_pixel"].code == ("import numpy as np", "my_answer = 51")
    assert found["patch_index"].code == (
        *("import numpy as np", "def helper(): pass"),
        *("def my_patch_index(image_shape): pass", "width = 9"),
    )
    assert found["count_placements"].code == (
        *("import numpy as np", "def helper(): pass", "width = 9"),
        "my_answer = (4, 7)",
    )
    assert found["patch_index"].own == "def my_patch_index(image_shape): pass"
    assert sentence(found["ex_2_explain"]) == "All that is symmetric."
    assert session_in(NAMED) == 1


def test_without_names_by_what_the_cells_define():
    loose = Notebook(tuple(Cell(cell.source) for cell in NAMED.cells))
    named, found = answers(NAMED, 1), answers(loose, 1)
    assert {name: answer.own for name, answer in found.items()} == {
        name: answer.own for name, answer in named.items()
    }
    assert session_in(loose) is None


def test_on_paper_without_judges_by_their_order():
    three = cells(*(f"my_answer = {n}" for n in range(3)))
    assert {name: a.own for name, a in answers(three, 1).items()} == {
        "position_of_pixel": "my_answer = 0",
        "shape_of_gather": "my_answer = 1",
        "count_placements": "my_answer = 2",
    }
    assert answers(cells("my_answer = 1", "my_answer = 2"), 1) == {}


def test_a_cell_that_was_added_belongs_to_the_exercise_above():
    added = cells(
        ("my_answer = None", "position_of_pixel"),
        "my_answer = 51",
        ("def my_window(a): pass", "window_index"),
        "def my_window(a): return a",
    )
    found = answers(added, 1)
    assert found["position_of_pixel"].code == ("my_answer = None", "my_answer = 51")
    assert found["window_index"].code == (
        *("def my_window(a): pass", "def my_window(a): return a"),
    )


def test_what_only_jupyter_understands_hides_nothing():
    magic = cells("%matplotlib inline\n!ls\ndef my_window(a):\n    return a")
    assert "window_index" in answers(magic, 1)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("my_sentence = '  Two words. '", "Two words."),
        ("my_sentence = None", ""),
        ("my_sentence = ''", ""),
        ("my_sentence = '...'", ""),
        ("my_sentence = ...", ""),
        ("my_sentence = 'one'\nmy_sentence = 'two'", "two"),
        ("Only words, no code.", "Only words, no code."),
        ("my_sentence = quit()", ""),
    ],
)
def test_a_sentence_is_read_and_never_run(source, said):
    found = answers(cells((source, "ex_2_explain")), 1)
    assert sentence(found["ex_2_explain"]) == said


@pytest.mark.parametrize(
    "source",
    ["(" * 19_000, "-" * 19_999 + "1", "a" + ".b" * 9_000, "x = '\0'", "1" * 5_000],
)
def test_no_code_ends_the_program_that_reads_it(source):
    assert answers(cells((source, "window_index")), 1)["window_index"].own == source
