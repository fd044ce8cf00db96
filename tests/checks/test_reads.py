"""What a function reads is drawn as it is, however the function was written."""

import re

import numpy as np
import pytest
from scipy.signal import convolve2d

from tests.checks.exercises import CODE, RIGHT
from tests.checks.table import WRONG
from tests.support.thorough import every_third
from xcorr_helpers import checks, correlation_indices
from xcorr_helpers.checks import _search
from xcorr_helpers.checks._drawing import drawing
from xcorr_helpers.checks._reads import NothingToDrawError, has_picture, reads

DRAWN = [name for name, exercise in CODE.items() if has_picture(exercise)]
NOT_LINEAR = (
    *("softmax", "bfloat16_rounded"),
    *("squared_distances", "normalized_scores"),
)
PROBED = [n for n in DRAWN if not CODE[n].positions and n not in NOT_LINEAR]
PLACED = [name for name in DRAWN if CODE[name].positions]


@pytest.mark.parametrize("name", every_third(PROBED))
def test_the_matrix_makes_of_an_image_what_the_function_makes_of_it(name):
    drawn = 0
    for function in (*WRONG[name], RIGHT[name]):
        try:
            read = reads(CODE[name], function)
        except NothingToDrawError:
            continue
        got = np.asarray(function(*read.case)).ravel()
        np.testing.assert_allclose(read.came @ read.case[0].ravel(), got, atol=1e-9)
        due = np.ravel(CODE[name].reference(*read.case))
        np.testing.assert_allclose(read.due @ read.case[0].ravel(), due, atol=1e-9)
        drawn += 1
    assert drawn > 5


@pytest.mark.parametrize("name", every_third(PLACED))
def test_positions_are_drawn_where_they_lie_in_their_order(name):
    for function in (*WRONG[name], RIGHT[name]):
        try:
            read = reads(CODE[name], function)
        except NothingToDrawError:
            continue
        places = np.asarray(function(*read.case)).astype(float)
        rows = places if len(read.came) > 1 else places.reshape(1, -1)
        for output, row in enumerate(rows):
            texts = read.texts(read.came, output).ravel()
            size = texts.size
            for position in range(size):
                told = [str(place) for place in np.flatnonzero(row == position)]
                assert texts[position] == ", ".join(told)
            inside = (row >= 0) & (row < size) & (row % 1 == 0)
            assert inside.all() or "outside of the image" in read.beyond
        counts = read.weights(read.came)
        assert counts.sum() == (read.came >= 0).sum()


def test_slips_look_as_algebra_says():
    exercise = CODE["correlate_image"]
    turned = reads(exercise, lambda image, kernel: convolve2d(image, kernel, "valid"))
    kernel = turned.case[1]
    shape = turned.case[0].shape
    for due, came in zip(turned.due, turned.came):
        top, left = np.argwhere(due.reshape(shape)).min(0)
        rows, columns = kernel.shape
        window = np.s_[top : top + rows, left : left + columns]
        np.testing.assert_array_equal(came.reshape(shape)[window], kernel[::-1, ::-1])
        assert np.count_nonzero(came) == np.count_nonzero(kernel)

    def by_height(image_shape, kernel_shape):
        rows, columns = np.ogrid[: kernel_shape[0], : kernel_shape[1]]
        return (rows * image_shape[0] + columns).ravel()

    read = reads(CODE["window_index"], by_height)
    assert read.case == ((5, 9), (2, 3)) and read.shape == (5, 9)
    assert np.flatnonzero(read.weights(read.came)).tolist() == [0, 1, 2, 5, 6, 7]

    # Back is the transpose of the way forward, which is made of the index.
    back = reads(CODE["input_gradient"], RIGHT["input_gradient"])
    _, kernel, image_shape = back.case
    index = correlation_indices(image_shape, kernel.shape)
    forward = np.zeros((len(index), np.prod(image_shape)))
    forward[np.arange(len(index))[:, None], index] = kernel.ravel()
    np.testing.assert_array_equal(back.came, forward.T)


@pytest.mark.parametrize("name", every_third(DRAWN))
def test_a_figure_says_which_cells_are_wrong(name):
    for function in (*WRONG[name][::9], RIGHT[name]):
        try:
            figure = drawing(reads(CODE[name], function))
        except NothingToDrawError:
            continue
        alt = figure.layout.meta["alt"]
        assert 60 <= len(alt) <= 300 and alt.isascii()
        outlines = figure.data[2]
        wrong = np.isnan(np.asarray(outlines.x, float)).sum()
        assert ("Wrong cells: row " in alt) == bool(wrong)
        assert alt.count(", column ") == min(wrong, 4)


def test_what_is_not_linear_is_told_so(capsys):
    assert checks.show("correlate_image", lambda image, kernel: image**2) is None
    assert "f(x + y) != f(x) + f(y)" in capsys.readouterr().out
    assert checks.show("correlate_image", lambda image, kernel: 1 / 0) is None
    assert "it raised ZeroDivisionError" in capsys.readouterr().out
    assert checks.show("strip_width", lambda t, w, s, d: t) is None
    assert "reads no image" in capsys.readouterr().out


def test_arguments_are_checked():
    with pytest.raises(ValueError, match="no judge 'window'; there are apply_kernels"):
        checks.show("window", len)
    with pytest.raises(ValueError, match="answered on paper"):
        checks.show("count_placements", len)
    with pytest.raises(TypeError, match="must be callable, not int"):
        checks.show("window_index", 3)
    with pytest.raises(ValueError, match="no judge"):
        checks.result("window", len)


@pytest.mark.parametrize("name", every_third(DRAWN))
def test_a_report_has_a_line_that_draws_and_after_it_the_explorers_alone(
    judged, monkeypatch, name
):
    monkeypatch.setattr(_search, "LONGEST", 0)  # what is likely, is asked elsewhere

    def mine(*arguments):
        return np.array(RIGHT[name](*arguments)) + 1

    after = judged(name, mine).partition(f'draw      checks.show("{name}", mine)\n')[2]
    assert after == "" or re.fullmatch(r"  explorer: \S+#\S+\n", after)
