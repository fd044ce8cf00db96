"""Where the course asks each exercise, and which of its sections treat it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .homework import HOMEWORK

TITLES = {
    1: "one kernel",
    2: "kernels, channels, batches",
    3: "knobs and gradients",
    4: "beyond",
}
# Each chapter's title, its page, and what is asked "in one sentence".
CHAPTERS: dict[int, tuple[str, str, str]] = {
    1: (
        "Read an image as a vector",
        "01_read_an_image_as_a_vector",
        "ex-1-explain",
    ),
    2: ("Slide one kernel", "02_slide_one_kernel", "ex-2-explain"),
    3: ("Apply many kernels", "03_apply_many_kernels", "ex-3-explain"),
    4: ("Add channels", "04_add_channels", "ex-4-explain"),
    5: ("Add the batch", "05_add_the_batch", "ex-5-explain"),
    6: ("Pad, stride, dilate", "06_pad_stride_dilate", "ex-6-explain"),
    7: ("Run it backwards", "07_run_it_backwards", "ex-7-explain"),
    8: ("Train a tiny CNN", "08_train_a_tiny_cnn", "exercise-8-4"),
    11: (
        "Split, grow, and change the axes",
        "11_split_grow_and_change_axes",
        "ex-11-explain",
    ),
    12: (
        "Find a picture in a picture",
        "12_find_a_picture_in_a_picture",
        "ex-12-explain",
    ),
    13: ("Read a real one", "13_read_a_real_one", "ex-13-explain"),
}
_CHAPTERS_OF = {1: (1, 2), 2: (3, 4, 5), 3: (6, 7, 8), 4: (11, 12, 13)}
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
    "apply_kernels": ("3.3", "All kernels at once", "ex-3-apply", "One product"),
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
    "strided_offsets": (
        *("6.4", "Find the bug: every second one", "ex-6-bug"),
        "Stride changes the offsets",
    ),
    "conv2d": ("6.6", "The whole layer", "ex-6-conv2d", "All three together"),
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
    "window_nd": (
        *("11.5", "A window of any number of axes", "ex-11-window"),
        "Change the axes: a position is a sum",
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
    ('ex_1_explain', 'ex_2_explain')
    """
    return tuple(CHAPTERS[c][2].replace("-", "_") for c in _CHAPTERS_OF[session])


def expected(session: int) -> tuple[str, ...]:
    """List all that may be handed in for a session."""
    return HOMEWORK[session] + sentences(session)


def asked(exercise: str) -> Asked:
    """Find an exercise in the course, by its judge or the name of its cell.

    >>> asked("window_index").number, asked("ex_2_explain").title
    ('2.2', 'In one sentence')
    """
    if exercise in _ASKED:
        number, title, label, section = _ASKED[exercise]
        chapter = int(number.split(".")[0])
        sections: tuple[str, ...] = (section, _WRONG)
    else:
        chapter = next(
            n for n, c in CHAPTERS.items() if c[2] == exercise.replace("_", "-")
        )
        number, title, label = str(chapter), "In one sentence", CHAPTERS[chapter][2]
        sections = ()
    page = f"book/{CHAPTERS[chapter][1]}.html"
    links = [
        (f"chapter {chapter}, {text}", f"{page}#{_anchor(text)}") for text in sections
    ]
    return Asked(number, title, (*links, (f"exercise {number}", f"{page}#{label}")))


def _anchor(heading: str) -> str:
    """Name the place of a heading, as Sphinx does."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
