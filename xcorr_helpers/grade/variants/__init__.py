"""Exercises on paper that are each student's own: other sizes, the same question.

    from xcorr_helpers.grade.variants import variant

    own = variant("position_of_pixel", "Ada Lovelace", seed)

Seed and name decide the sizes. Who has the seed can make every key again, so it is
given at the command and written into no file. Who sees a text can work the answer
out: that is the exercise.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...checks._exercise import PaperExercise
from .draw import Draw
from .exercises.chapter_1_gather import ShapeOfGather
from .exercises.chapter_1_position import PositionOfPixel
from .exercises.chapter_2_placements import CountPlacements
from .exercises.chapter_3_mix import NumberOfMix
from .exercises.chapter_3_product import ShapeOfProduct
from .exercises.chapter_4_index import ShapeOfIndex
from .exercises.chapter_4_position import PositionWithChannels
from .exercises.chapter_5_gathered import ShapeOfGathered
from .exercises.chapter_6_impulse import ImpulseNumber
from .exercises.chapter_6_knobs import ShapeWithKnobs
from .exercises.chapter_7_scatter import ShapeOfScatter
from .exercises.chapter_7_visits import NumberOfVisits
from .exercises.chapter_8_pooled import ShapeOfPooled
from .exercises.chapter_9_bytes import BytesOfWindows
from .exercises.chapter_10_banded import ShapeOfBanded
from .exercises.chapter_11_groups import GroupsRead
from .exercises.chapter_11_transposed import TransposedShape
from .exercises.chapter_12_corner import CornerOfPeak
from .exercises.chapter_12_mean import ZeroMeanByHand
from .exercises.chapter_13_loads import LoadsOfTiles
from .exercises.chapter_13_position import PositionInWindows
from .template import Template

_TEMPLATES: dict[str, type[Template]] = {
    template.judge: template
    for template in (
        *(PositionOfPixel, ShapeOfGather, CountPlacements),
        *(ShapeOfProduct, NumberOfMix, PositionWithChannels, ShapeOfIndex),
        *(ShapeOfGathered, ShapeWithKnobs, ImpulseNumber),
        *(NumberOfVisits, ShapeOfScatter, ShapeOfPooled),
        *(BytesOfWindows, ShapeOfBanded, GroupsRead, TransposedShape),
        *(ZeroMeanByHand, CornerOfPeak, PositionInWindows, LoadsOfTiles),
    )
}
VARIED: tuple[str, ...] = tuple(_TEMPLATES)  # the judges, in the book's order


@dataclass(frozen=True)
class Variant:
    """An exercise on paper with its sizes, and what its judge knows.

    Attributes
    ----------
    judge : str
        The judge's name, the same for every student.
    title : str
        What the book calls the exercise.
    text : str
        The exercise in Markdown.
    record : PaperExercise
        Right answer, known mistakes and replies: `checks._predict.compared` takes it.
    """

    judge: str
    title: str
    text: str
    record: PaperExercise = field(compare=False)  # follows from the text


def variant(judge: str, student: str, seed: str) -> Variant:
    """Make a student's own exercise.

    Parameters
    ----------
    judge : str
        One of `VARIED`.
    student : str
        The name, as it is in the teacher's list.
    seed : str
        The teacher's secret, at least 8 characters: the longer and the more by chance,
        the better. Who guesses it has all keys.

    Returns
    -------
    Variant

    Raises
    ------
    TypeError
        If name or seed is no text.
    ValueError
        If the exercise does not vary, the seed is too short or the name empty.

    Examples
    --------
    >>> own = variant("position_of_pixel", "Ada", "a seed for the examples")
    >>> print(own.text)
    An image has 8 rows and 18 columns. At which position of the flat image is the \
pixel in row 6, column 4? Work it out on paper.
    >>> own.record.answer
    112
    """
    return _made(_template(judge).drawn(Draw(seed, judge, student)))


def in_book(judge: str) -> Variant:
    """Take an exercise as it stands in its chapter, with all that its judge knows.

    >>> in_book("position_of_pixel").record.answer
    51
    """
    return _made(_template(judge)())


def _made(template: Template) -> Variant:
    return Variant(template.judge, template.title, template.text(), template.record())


def _template(judge: str) -> type[Template]:
    if judge not in _TEMPLATES:
        raise ValueError(f"{judge!r} does not vary; these do: {', '.join(VARIED)}")
    return _TEMPLATES[judge]
