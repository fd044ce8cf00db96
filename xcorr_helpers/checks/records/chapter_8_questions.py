"""Chapter 8: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise
from .rectangles import rectangle

LAST_POOLING_WINDOW = PaperExercise(
    name="last_pooling_window",
    axes=(),
    answer=rectangle(6, 2, 2, 8),
    positions=True,
    mistakes={
        # The step to the second row.
        rectangle(6, 2, 2, 6): "The map above has 6 columns: how many has this one?",
        rectangle(6, 2, 2, 4): "The map is 4 high, but how long is one of its rows?",
        rectangle(
            6, 2, 2, 7
        ): "A row's last column is 7. How many numbers has the row?",
        rectangle(6, 2, 2, 9): "One column too many in a row.",
        rectangle(
            6, 2, 2, 10
        ): "10 is the step of chapter 1's values: how long is a row?",
        rectangle(
            6, 2, 2, 2
        ): "These lie one behind the other: the window has two rows.",
        rectangle(6, 2, 2, 16): "A row is left out: the window's rows are neighbours.",
        # Where it starts.
        rectangle(7, 2, 2, 8): "That window leaves the map on the right.",
        rectangle(5, 2, 2, 8): "The windows start in every second column, from 0 on.",
        rectangle(4, 2, 2, 8): "There is another one to the right of it.",
        rectangle(4, 2, 2, 6): "That is for the map with 6 columns.",
        rectangle(
            3, 2, 2, 8
        ): "3 is the window's number: in which column does it start?",
        rectangle(
            0, 2, 2, 8
        ): "That is the first window: which is the last of the row?",
        rectangle(
            22, 2, 2, 8
        ): "That is the last window of all: the first row of windows is asked for.",
        # How many, and in which order.
        rectangle(6, 1, 2, 8): "The window has a second row.",
        rectangle(14, 1, 2, 8): "That is its second row: the first belongs to it, too.",
        (6, 14, 7, 15): "Column after column: the index goes row after row.",
    },
)

SHARES_OF_MOVED = PaperExercise(
    name="shares_of_moved",
    axes=(),
    answer=1,
    choices=4,
    mistakes={
        2: "A share is a part of a whole: what would their sum be?",
        3: "So is each power. But what becomes of the sum that they are divided by?",
        4: "The scores do, if one divides them. What does exp make of a score plus 10?",
    },
)

TIE_IN_POOLING = PaperExercise(
    name="tie_in_pooling",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "Then 12 arrives where 6 was sent: how many winners does argmax name?",
        2: "The sum is kept, but how many winners does argmax name?",
        4: "Does the largest number change if the 3 or the 1 grows a little?",
    },
)
