"""The figure of the three knobs: each setting is shown, and leads to the next ones."""

from itertools import product

import numpy as np
import pytest

from xcorr_helpers import figures, output_shape, window_index, window_offsets

IMAGE, KERNEL = (7, 12), (2, 3)
FIGURE = figures.knobs(IMAGE, KERNEL, alt="What there is to see.")
FRAMES = {frame.name: frame for frame in FIGURE.frames}
SETTINGS = list(product((0, 1, 2), (1, 2, 3), (1, 2, 3)))


def name_of(setting):
    return "".join(map(str, setting))


def drawn(frame):
    """Return the cells, the outlines and the dots that are seen in a frame."""
    shown = [
        FIGURE.data[number] if mark.x is None else mark
        for number, mark in zip(frame.traces, frame.data, strict=True)
        if mark.visible is not False
    ]
    assert len(shown) == 3
    return shown


@pytest.mark.parametrize("setting", SETTINGS, ids=name_of)
def test_a_frame_shows_what_the_index_functions_say(setting):
    padding, stride, dilation = setting
    frame = FRAMES[name_of(setting)]
    cells, window, starts = drawn(frame)
    padded = tuple(size + 2 * padding for size in IMAGE)
    np.testing.assert_array_equal(
        cells.text, np.arange(np.prod(padded)).reshape(padded)
    )
    is_zero = np.pad(np.zeros(IMAGE), padding, constant_values=1)
    np.testing.assert_array_equal(cells.z, is_zero)
    boxes = np.stack([window.y, window.x], axis=1)
    boxes = np.append(boxes, [[np.nan] * 2], axis=0).reshape(-1, 6, 2)[:, :5]
    rows, columns = boxes.mean(axis=1, where=np.arange(5)[:, None] < 4).T
    np.testing.assert_array_equal(
        rows * padded[1] + columns, window_index(padded, KERNEL, dilation=dilation)
    )
    np.testing.assert_array_equal(
        (starts.y + 0.5) * padded[1] + starts.x + 0.5,
        window_offsets(padded, KERNEL, stride=stride, dilation=dilation),
    )
    out = output_shape(padded, KERNEL, stride=stride, dilation=dilation)
    assert frame.layout.title.text == f"{out[0]} x {out[1]} placements"


@pytest.mark.parametrize("setting", SETTINGS, ids=name_of)
def test_a_knob_leaves_the_others_where_they_are(setting):
    for number, slider in enumerate(FRAMES[name_of(setting)].layout.sliders):
        assert slider.steps[slider.active].label == str(setting[number])
        for step in slider.steps:
            there = [*setting]
            there[number] = int(step.label)
            assert list(step.args[0]) == [name_of(there)]


def test_it_begins_without_any_knob_and_the_image_stays_in_its_place():
    first = FRAMES["011"].layout
    assert FIGURE.layout.title.text == first.title.text
    for slider, there in zip(FIGURE.layout.sliders, first.sliders, strict=True):
        assert (slider.active, slider.steps) == (there.active, there.steps)
    for frame in FIGURE.frames:
        padding = int(frame.name[0])
        assert frame.layout.xaxis.range[0] - padding == first.xaxis.range[0]
        assert frame.layout.yaxis.range[1] - padding == first.yaxis.range[1]


def test_play_turns_each_alone_and_all_three_in_the_end():
    walk = FIGURE.layout.updatemenus[0].buttons[0].args[0]
    turned = [[a != b for a, b in zip(name, "011", strict=True)] for name in walk]
    for knob in range(3):
        assert [number == knob for number in range(3)] in turned
    assert all(turned[-1])
