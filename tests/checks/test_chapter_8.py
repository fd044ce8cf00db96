"""The judges of chapter 8: wrong answers get their diagnosis, right ones pass."""

import numpy as np
import pytest

from xcorr_helpers import correlation_indices
from xcorr_helpers.checks import chapter_8


def report(capsys, judge, answer):
    judge(answer)
    return capsys.readouterr().out


def by_index(gradient, map_shape):
    out = np.zeros(map_shape[0] * map_shape[1])
    index = correlation_indices(map_shape, (2, 2), stride=2)
    np.add.at(out, index, gradient.ravel()[:, None] / 4)
    return out.reshape(map_shape)


def by_repeat(gradient, map_shape):
    large = gradient.repeat(2, axis=0).repeat(2, axis=1) * 0.25
    missing = [(0, size - came) for size, came in zip(map_shape, large.shape)]
    return np.pad(large, missing)


def by_kron(gradient, map_shape):
    out = np.zeros(map_shape)
    large = np.kron(gradient, np.full((2, 2), 0.25))
    out[: large.shape[0], : large.shape[1]] = large
    return out


def by_lists(gradient, map_shape):
    rows, columns = gradient.shape
    return [
        [
            float(gradient[r // 2, c // 2]) / 4
            if r // 2 < rows and c // 2 < columns
            else 0.0
            for c in range(map_shape[1])
        ]
        for r in range(map_shape[0])
    ]


def by_brackets(gradient, map_shape):
    out = np.zeros(map_shape)
    rows, columns = 2 * gradient.shape[0], 2 * gradient.shape[1]
    for i in range(2):
        for j in range(2):
            out[i:rows:2, j:columns:2] += gradient / 4
    return out


@pytest.mark.parametrize(
    "function", [by_index, by_repeat, by_kron, by_lists, by_brackets]
)
def test_mean_pool_backward_passes(capsys, function):
    assert "right on 16 cases" in report(capsys, chapter_8.mean_pool_backward, function)


def whole(gradient, map_shape):
    return 4 * by_index(gradient, map_shape)


def halved(gradient, map_shape):
    return 2 * by_index(gradient, map_shape)


def first_place(gradient, map_shape):
    out = np.zeros(map_shape[0] * map_shape[1])
    index = correlation_indices(map_shape, (2, 2), stride=2)
    np.add.at(out, index[:, 0], gradient.ravel())
    return out.reshape(map_shape)


def last_place_quarter(gradient, map_shape):
    out = np.zeros(map_shape[0] * map_shape[1])
    index = correlation_indices(map_shape, (2, 2), stride=2)
    out[index[:, -1]] = gradient.ravel() / 4
    return out.reshape(map_shape)


def swapped_index(gradient, map_shape):
    out = np.zeros(map_shape[0] * map_shape[1])
    index = correlation_indices(map_shape[::-1], (2, 2), stride=2)
    np.add.at(out, index, gradient.ravel()[:, None] / 4)
    return out.reshape(map_shape)


def swapped_gradient(gradient, map_shape):
    return by_index(gradient.T, map_shape)


def transposed(gradient, map_shape):
    return by_index(gradient, map_shape).T


def in_ints(gradient, map_shape):
    out = np.zeros(map_shape, dtype=int)
    for row, column in np.ndindex(gradient.shape):
        out[2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = (
            gradient[row, column] / 4
        )
    return out


def floored(gradient, map_shape):
    return np.floor(by_index(gradient, map_shape))


@pytest.mark.parametrize(
    "function, diagnosis",
    [
        (whole, "each gets a quarter of the gradient, not all of it"),
        (halved, "each gets a quarter of the gradient, not a half"),
        (
            lambda g, s: 4 * by_index(g, s) / g.size,
            "it was divided by the number of windows",
        ),
        (first_place, "only one place of each window"),
        (last_place_quarter, "only one place of each window"),
        (swapped_index, "rows and columns are swapped in the index"),
        (swapped_gradient, "rows and columns are swapped in the gradient"),
        (transposed, "rows and columns are swapped: shape (7, 4), transposed"),
        (in_ints, "the decimals are lost"),
        (floored, "the decimals are lost"),
        (lambda g, s: by_index(g, s)[:-1], "axis 0, row"),
        (lambda g, s: by_repeat(g, (2 * g.shape[0], 2 * g.shape[1])), "axis 1, column"),
        (lambda g, s: None, "did you return it?"),
        (lambda g, s: by_index(g, s).ravel(), "1 axes came, 2 were expected"),
        (lambda g, s: np.zeros(s), "first difference"),
    ],
)
def test_mean_pool_backward_names_the_mistake(capsys, function, diagnosis):
    told = report(capsys, chapter_8.mean_pool_backward, function)
    assert diagnosis in told
    assert "right on 16" not in told


def test_an_input_that_is_changed_is_told(capsys):
    def changing(gradient, map_shape):
        gradient /= 4
        return 4 * by_index(gradient, map_shape)

    told = report(capsys, chapter_8.mean_pool_backward, changing)
    assert "right on 16" not in told


@pytest.mark.parametrize(
    "function",
    [
        lambda gradient, maps: gradient * (maps > 0),
        lambda gradient, maps: np.where(maps > 0, gradient, 0),
        lambda gradient, maps: np.where(maps <= 0, 0.0, gradient),
        lambda gradient, maps: gradient * (np.sign(maps) == 1),
        lambda gradient, maps: [
            [float(g) if m > 0 else 0.0 for g, m in zip(*pair)]
            for pair in zip(gradient, maps)
        ],
    ],
)
def test_relu_backward_passes(capsys, function):
    assert "right on 16 cases" in report(capsys, chapter_8.relu_backward, function)


@pytest.mark.parametrize(
    "function, diagnosis",
    [
        (lambda g, m: g * (g > 0), "the sign of the maps, not of the gradient"),
        (lambda g, m: np.maximum(g, 0), "the sign of the maps, not of the gradient"),
        (lambda g, m: np.maximum(g * (m > 0), 0), "not of the gradient, too"),
        (lambda g, m: g * (m >= 0), "where the map is 0, ReLU is flat"),
        (lambda g, m: g, "below zero, nothing passes"),
        (lambda g, m: g * (m < 0), "the wrong half is stopped"),
        (lambda g, m: np.maximum(m, 0), "this is the way forward"),
        (lambda g, m: (m > 0) * 1, "multiply it by the gradient"),
        (lambda g, m: m > 0, "True and False"),
        (lambda g, m: g * np.maximum(m, 0), "do not multiply by the map"),
        (lambda g, m: g[m > 0], "1 axes came, 2 were expected"),
        (lambda g, m: None, "not written yet"),
        (lambda m, g: g * (m > 0), "not yet"),
    ],
)
def test_relu_backward_names_the_mistake(capsys, function, diagnosis):
    told = report(capsys, chapter_8.relu_backward, function)
    assert diagnosis in told
    assert "right on 16" not in told


@pytest.mark.parametrize(
    "answer, told",
    [
        ((6, 3, 5, 4), "right, (6, 3, 5, 4)."),
        ([6, 3, 5, 4], "right, (6, 3, 5, 4)."),
        ((6, 4, 6, 4), "sticks out"),
        ((6, 6, 10, 4), "stride of 1"),
        ((6, 5, 3, 4), "swapped"),
        ((6, 3, 5, 2), "Each map"),
        ((3, 5, 4), "It has 4 axes"),
        (None, "no answer yet"),
    ],
)
def test_shape_of_pooled(capsys, answer, told):
    assert told in report(capsys, chapter_8.shape_of_pooled, answer)
