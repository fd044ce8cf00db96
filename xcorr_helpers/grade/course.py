"""Where the course asks each exercise, and which of its sections treat it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .homework import HOMEWORK, SENTENCES

TITLES = {
    1: "one kernel",
    2: "kernels, channels, batches",
    3: "knobs and gradients",
    4: "beyond",
}
# The page of each chapter with exercises that are handed in.
CHAPTERS: dict[int, str] = {
    1: "01_read_an_image_as_a_vector",
    2: "02_slide_one_kernel",
    3: "03_apply_many_kernels",
    4: "04_add_channels",
    5: "05_add_the_batch",
    6: "06_pad_stride_dilate",
    7: "07_run_it_backwards",
    8: "08_train_a_tiny_cnn",
    11: "11_split_grow_and_change_axes",
    12: "12_find_a_picture_in_a_picture",
    13: "13_read_a_real_one",
}
# Of each exercise: its number, its title, its label, and the section that leads to it.
_ASKED: dict[str, tuple[str, str, str, str]] = {
    "position_of_pixel": (
        *("1.1", "Where does it lie?", "ex-1-position"),
        "One position by hand",
    ),
    "shape_of_gather": (
        *("1.2", "Which shape comes out?", "ex-1-shape"),
        "The fact that everything rests on",
    ),
    "patch_index": (
        *("1.3", "A patch anywhere", "ex-1-patch"),
        "A rectangle of positions",
    ),
    "count_placements": (
        *("2.1", "How many placements?", "ex-2-placements"),
        "All of them, by loops",
    ),
    "window_index": ("2.2", "Your own window", "ex-2-window", "The window"),
    "correlate_image": (
        *("2.4", "Find the bug: right on the digit", "ex-2-bug"),
        "All of them, by loops",
    ),
    "shape_of_product": (
        *("3.1", "Which shape has the product?", "ex-3-shape"),
        "One product",
    ),
    "kernel_matrix": (
        *("3.4", "Find the bug: columns that look right", "ex-3-bug"),
        "Kernels as columns",
    ),
    "position_with_channels": (
        *("4.1", "Where is the green?", "ex-4-position"),
        "One number by hand",
    ),
    "shape_of_index": (
        *("4.2", "How large is the index?", "ex-4-shape"),
        "The window grows an axis",
    ),
    "window_with_channels": (
        *("4.3", "A window with channels", "ex-4-window"),
        "The window grows an axis",
    ),
    "shape_of_gathered": (
        *("5.1", "Which shape is gathered?", "ex-5-shape"),
        "A leading axis",
    ),
    "correlate_batch": ("5.2", "The whole layer", "ex-5-batch", "A leading axis"),
    "shape_with_knobs": (
        *("6.1", "Three knobs, one shape", "ex-6-shape"),
        "How large is the output?",
    ),
    "dilated_window": (
        *("6.3", "A window with gaps", "ex-6-window"),
        "Dilation changes the window",
    ),
    "number_of_visits": (
        *("7.1", "How often is it read?", "ex-7-visits"),
        "One number by hand",
    ),
    "input_gradient": (
        *("7.3", "Back to the image", "ex-7-input"),
        "The index scatters",
    ),
    "kernel_gradient": (
        *("7.4", "Find the bug: back to the kernels", "ex-7-bug"),
        "The gradient of the kernel",
    ),
    "shape_of_pooled": (
        *("8.1", "The shape of what is pooled", "exercise-8-1"),
        "Pooling is an index, too",
    ),
    "relu_backward": (
        *("8.3", "Find the bug", "exercise-8-3"),
        "A check for every gradient",
    ),
    "groups_read": (
        *("11.1", "What does it read?", "ex-11-groups"),
        "Groups are blocks",
    ),
    "transposed_shape": (
        *("11.2", "How large does it get?", "ex-11-size"),
        "How large does it get?",
    ),
    "grouped_correlate": (
        *("11.3", "A layer with groups", "ex-11-grouped"),
        "Groups are blocks",
    ),
    "corner_of_peak": ("12.2", "Where is it?", "ex-12-corner", "Where the peak lies"),
    "squared_distances": (
        *("12.3", "The squared distance", "ex-12-distance"),
        "The squared distance, a correlation in disguise",
    ),
    "position_in_windows": (
        *("13.1", "An entry of a matrix that is not there", "ex-13-place"),
        "The index by division",
    ),
    "blocked_index": (
        *("13.4", "Where does a block put it?", "ex-13-blocked"),
        "oneDNN: blocks of channels, and a tile in registers",
    ),
    "ex_2_explain": ("2.5", "In one sentence", "ex-2-explain", "Window plus offsets"),
    "ex_5_explain": ("5.5", "In one sentence", "ex-5-explain", "A leading axis"),
    "ex_7_explain": ("7.5", "In one sentence", "ex-7-explain", "The index scatters"),
    "ex_12_explain": (
        *("12.5", "In one sentence", "ex-12-explain"),
        "Divide by the lengths",
    ),
}
_WRONG = "What goes wrong"


@dataclass(frozen=True)
class Asked:
    """An exercise as the course asks it, and where to read about it."""

    number: str
    title: str
    pages: tuple[tuple[str, str], ...]  # what is there, and its address within the book


def sentences(session: int) -> tuple[str, ...]:
    """List what is asked in words, by the names of their cells.

    >>> sentences(1)
    ('ex_2_explain',)
    """
    return (SENTENCES[session].replace("-", "_"),)


def expected(session: int) -> tuple[str, ...]:
    """List all that may be handed in for a session."""
    return HOMEWORK[session] + sentences(session)


def asked(exercise: str) -> Asked:
    """Find an exercise in the course, by its judge or the name of its cell.

    >>> asked("window_index").number, asked("ex_2_explain").title
    ('2.2', 'In one sentence')
    """
    number, title, label, section = _ASKED[exercise]
    chapter = int(number.split(".")[0])
    page = f"book/{CHAPTERS[chapter]}.html"
    links = [
        (f"chapter {chapter}, {text}", f"{page}#{_anchor(text)}")
        for text in (section, _WRONG)
    ]
    return Asked(number, title, (*links, (f"exercise {number}", f"{page}#{label}")))


def _anchor(heading: str) -> str:
    """Name the place of a heading, as Sphinx does."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
