"""What a page asks is not answered in the reader's sight, before the folded answer."""

import re

import numpy as np
import pytest

from tests.book.notebook_values import running
from tests.book.test_exercises import EXERCISES, answers
from tools import built_book

# Each question by the words that it begins with, and what it asks for, computed.
# `None` where no number is asked; a number of one digit is everywhere: those are looked
# at by hand.
QUESTIONS = {}
BEGINS = re.compile(r"\*\*(?:Before you go on|Try)[^*]*\*\*")


def spelled(value):
    """Return a pattern for a value in any spelling of an array, a tuple or a shape."""
    numbers = [re.escape(str(number)) for number in np.ravel(value)]
    return re.compile(r"(?<![\d.])" + r"[\s,()\[\]x*-]+".join(numbers) + r"(?![\d.])")


def said(cells):
    """Return what code cells print, in one text."""
    return "\n".join(
        "".join(output.get("text", ""))
        for cell in cells
        for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_an_exercise_is_not_answered_before_its_solution(exercise):
    between = built_book.cells(exercise.page)[exercise.asked : min(exercise.solved)]
    for answer in answers(exercise).values():
        if callable(answer) or len(str(answer)) == 1:
            continue
        found = spelled(answer).search(said(between))
        assert not found, f"{exercise.name} asks for {answer}: {found}"
