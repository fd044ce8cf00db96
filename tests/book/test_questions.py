"""What a page asks is not answered in the reader's sight, before the folded answer."""

import itertools
import re

import numpy as np
import pytest

from tests.book.notebook_values import running
from tests.book.solutions import EXERCISES, answers
from tools import built_book

QUESTION = "{admonition} Before you go on\n"
# What each asks for, computed from the notebook; `None` where it is no number.
ASKED = {
    "book/01_read_an_image_as_a_vector": "20 + rectangle",
    "book/02_slide_one_kernel": "6 + window_index(image.shape, kernel.shape)",
    "book/03_apply_many_kernels": "kernel_matrix(kernels).shape",
    "book/04_add_channels": "np.ravel_multi_index((1, 5, 2), image.shape)",
    "book/05_add_the_batch": "(n_images, *index.shape)",
    "book/06_pad_stride_dilate": "(-(-6 // 2), -(-10 // 3))",
    "book/07_run_it_backwards": None,
    "book/08_train_a_tiny_cnn": "8 * np.arange(2)[:, None] + np.arange(6, 8)",
    "book/09_measure_it": None,
    "book/10_make_it_fast": "(4 * 7, 3 * 7)",
    "book/many_machines": "4 * 255",
}
LATER = {"book/many_machines": pytest.mark.weekly}  # it starts workers
ASKING = [
    pytest.param(page, number, id=page, marks=LATER.get(page, ()))
    for page in built_book.notebooks()
    for number, cell in enumerate(built_book.cells(page))
    if cell["cell_type"] == "markdown" and QUESTION in "".join(cell["source"])
]
# Whose answer has one digit, which is everywhere: looked at by hand.
ONE_DIGIT = {"ex-6-impulse", "ex-7-visits"}
# What is answered by a folded cell, rather than by a text.
FIND = re.compile(r"\*\*Find the |before you open the")


def spelled(value):
    """Return a pattern for a value in any spelling of an array, a tuple or a shape."""
    numbers = [re.escape(str(number)) for number in np.ravel(value)]
    between = r"[\s,()\[\]x*]+"
    return re.compile(rf"(?<![\d.]){between.join(numbers)}(?![\d.])")


def printed(cells):
    """Return what cells show unless they are opened, in one text."""
    return "\n".join(
        "".join(output.get("text", ""))
        for cell in cells
        for output in cell.get("outputs", [])
        if "hide-cell" not in cell["metadata"].get("tags", [])
    )


def next_printed(page, number):
    """Return what the first cell below a place prints in sight."""
    below = built_book.cells(page)[number + 1 :]
    return next(text for cell in below if (text := printed([cell])))


def test_every_question_is_known():
    assert {case.values[0] for case in ASKING} == set(ASKED)


@pytest.mark.parametrize(("page", "number"), ASKING)
def test_a_question_is_not_answered_by_the_next_output(page, number):
    text = "".join(built_book.cells(page)[number]["source"])
    answer = re.search(r":::\{dropdown\} Answer\n(.*?)\n:::", text, re.DOTALL)[1]
    if ASKED[page] is None:
        return
    value = eval(ASKED[page], dict(running(page).near(number)))
    said = re.findall(r"\d+", answer.replace(",", " "))
    assert {str(part) for part in np.ravel(value)} <= set(said), "asks something else"
    assert not spelled(value).search(next_printed(page, number)), next_printed
    assert not spelled(value).search(text.partition(":::{dropdown}")[0])


@pytest.mark.parametrize(
    "exercise",
    [
        # chapter 8 has to be trained before its solutions answer
        pytest.param(e, id=e.name, marks=[pytest.mark.thorough] * ("/08" in e.page))
        for e in EXERCISES
    ],
)
def test_an_exercise_is_not_answered_before_its_solution(exercise):
    between = built_book.cells(exercise.page)[exercise.asked : min(exercise.solved)]
    assert "likely" not in printed(between), "a judge has named the mistake"
    for answer in answers(exercise).values():
        if len(str(answer)) == 1:
            assert exercise.name in ONE_DIGIT
        elif not callable(answer):
            found = spelled(answer).search(printed(between))
            assert not found, f"{exercise.name} asks for {answer}: {found}"


@pytest.mark.parametrize("page", built_book.notebooks())
def test_what_is_to_be_found_is_folded(page):
    cells = built_book.cells(page)
    for cell, below in itertools.pairwise(cells):
        if FIND.search("".join(cell["source"])) and below["cell_type"] == "code":
            assert "hide-cell" in below["metadata"].get("tags", [])
