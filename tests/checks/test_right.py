"""The judges of the exercises accept what is right, however it is written."""

import importlib

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate, correlate2d

import xcorr_helpers as x
from xcorr_helpers import checks
from xcorr_helpers._engine import strips

PREDICTED = {
    "position_of_pixel": 51,
    "shape_of_gather": (2, 5, 4),
    "count_placements": (5, 8),
    "shape_of_product": (36, 5),
    "number_of_mix": 23,
    "position_with_channels": 58,
    "shape_of_index": (80, 36),
    "shape_of_gathered": (6, 35, 24),
    "shape_with_knobs": (4, 5),
    "impulse_number": 6,
    "number_of_visits": 8,
    "shape_of_scatter": (6, 35, 24),
    "shape_of_banded": (54, 30),
}


def patch(image_shape, corner, patch_shape):
    positions = np.arange(image_shape[0] * image_shape[1]).reshape(image_shape)
    (row, column), (rows, columns) = corner, patch_shape
    return positions[row : row + rows, column : column + columns]


def one(image, kernel):
    return x.correlate(image[None, ..., None], kernel[None, ..., None])[0, ..., 0]


def many(image, kernels):
    return x.correlate(image[None, ..., None], kernels[..., None])[0]


def from_output(output_gradient, kernel, image_shape):
    grown, weights = output_gradient[None, ..., None], kernel[None, ..., None]
    return x.correlate_input_gradient(grown, weights, (*image_shape, 1))[0, ..., 0]


def from_images(output_gradient, image, kernel_shape):
    grown, images = output_gradient[None], image[None, ..., None]
    return x.correlate_kernel_gradient(grown, images, (*kernel_shape, 1))[..., 0]


def first_window(image_shape, kernel_shape):
    positions = np.arange(np.prod(image_shape)).reshape(image_shape)
    channels, rows, columns = kernel_shape
    return positions[:channels, :rows, :columns].ravel()


def banded(kernels, t):
    return strips.banded_matrix(kernels, strips.strips_of(t, kernels.shape[2], 1, 1))


def cheapest(out_width, kernel_width, n_kernels, ratio):
    def times_t(t):  # whole numbers: no rounding decides
        return (t + kernel_width - 1) * (ratio + n_kernels * t)

    best = 1
    for t in range(2, out_width + 1):
        best = t if times_t(t) * best < times_t(best) * t else best
    return best


RIGHT = {
    "patch_index": patch,
    "row_and_column": lambda position, shape: divmod(position, shape[1]),
    "window_index": x.window_index,
    "correlation_indices": x.correlation_indices,
    "correlate_image": one,
    "kernel_matrix": x.kernel_matrix,
    "apply_kernels": many,
    "window_with_channels": x.window_index,
    "offsets_with_channels": x.window_offsets,
    "correlate_batch": x.correlate,
    "window_channels_first": first_window,
    "correlate_in_blocks": lambda images, kernels, block: x.correlate(images, kernels),
    "dilated_window": lambda i, k, dilation: x.window_index(i, k, dilation=dilation),
    "strided_offsets": lambda i, k, stride: x.window_offsets(i, k, stride=stride),
    "input_gradient": from_output,
    "kernel_gradient": from_images,
    "strip_width": lambda t, width, stride, dilation: (
        strips.strips_of(t, width, stride, dilation).extent
    ),
    "banded_matrix": banded,
    "correlate_in_strips": lambda images, kernels, t: x.correlate(images, kernels),
    "cheapest_t": cheapest,
}


def loops_image(image, kernel):
    rows, columns = (i - k + 1 for i, k in zip(image.shape, kernel.shape))
    return np.array(
        [
            [
                sum(
                    image[r + i, c + j] * kernel[i, j]
                    for i in range(len(kernel))
                    for j in range(len(kernel[0]))
                )
                for c in range(columns)
            ]
            for r in range(rows)
        ]
    )


def by_fourier(image, kernel):
    return correlate(image.astype(float), kernel.astype(float), "valid", method="fft")


def loops_batch(images, kernels):
    n, height, width, channels = images.shape
    k, rows, columns, _ = kernels.shape
    out = np.zeros((n, height - rows + 1, width - columns + 1, k))
    for at in np.ndindex(out.shape):
        for i, j, c in np.ndindex(rows, columns, channels):
            pixel = images[at[0], at[1] + i, at[2] + j, c]
            out[at] += pixel * kernels[at[3], i, j, c]
    return out


def by_einsum(images, kernels):
    windows = sliding_window_view(images, kernels.shape[1:3], axis=(1, 2))
    return np.einsum("nrocij,kijc->nrok", windows, kernels)


def blocks(images, kernels, block):
    parts = [images[n : n + block] for n in range(0, len(images), block)]
    return np.concatenate([by_einsum(part, kernels) for part in parts])


def add_at(output_gradient, kernel, image_shape):
    index = x.correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


def by_product(output_gradient, image, kernel_shape):
    gathered = image.ravel()[x.correlation_indices(image.shape, kernel_shape)]
    n_kernels = output_gradient.shape[2]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel_shape)


OTHERWISE = [
    (
        "patch_index",
        lambda i, c, p: (
            np.add.outer(np.arange(p[0]) * i[1], np.arange(p[1])) + c[0] * i[1] + c[1]
        ),
    ),
    (
        "patch_index",
        lambda i, c, p: np.ravel_multi_index(
            np.ogrid[c[0] : c[0] + p[0], c[1] : c[1] + p[1]], i
        ),
    ),
    ("patch_index", lambda i, c, p: patch(i, c, p).astype(np.int32)),
    ("patch_index", lambda i, c, p: np.asfortranarray(patch(i, c, p))),
    ("patch_index", lambda i, c, p: patch(i, c, p).tolist()),
    ("row_and_column", lambda position, shape: np.unravel_index(position, shape)),
    (
        "row_and_column",
        lambda position, shape: [position // shape[1], position % shape[1]],
    ),
    ("row_and_column", lambda position, shape: np.array(divmod(position, shape[1]))),
    (
        "window_index",
        lambda i, k: [r * i[1] + c for r in range(k[0]) for c in range(k[1])],
    ),
    (
        "window_index",
        lambda i, k: np.arange(i[0] * i[1]).reshape(i)[: k[0], : k[1]].ravel(),
    ),
    (
        "window_index",
        lambda i, k: np.flatnonzero(
            np.pad(np.ones(k), [(0, i[0] - k[0]), (0, i[1] - k[1])])
        ),
    ),
    ("window_index", lambda i, k: x.window_index(i, k).astype(np.uint32)),
    (
        "correlation_indices",
        lambda i, k: sliding_window_view(np.arange(i[0] * i[1]).reshape(i), k).reshape(
            -1, k[0] * k[1]
        ),
    ),
    (
        "correlation_indices",
        lambda image_shape, kernel_shape, *ignored: np.add.outer(
            x.window_offsets(image_shape, kernel_shape),
            x.window_index(image_shape, kernel_shape),
        ),
    ),
    ("correlate_image", loops_image),
    ("correlate_image", by_fourier),
    ("correlate_image", lambda image, kernel: correlate2d(image, kernel, "valid")),
    (
        "correlate_image",
        lambda image, kernel: convolve2d(image, kernel[::-1, ::-1], "valid"),
    ),
    ("correlate_image", lambda image, kernel: loops_image(image, kernel).tolist()),
    ("correlate_image", lambda image, kernel: np.asfortranarray(one(image, kernel))),
    ("kernel_matrix", lambda kernels: np.stack([k.ravel() for k in kernels], axis=1)),
    (
        "kernel_matrix",
        lambda kernels: np.moveaxis(kernels, 0, 2).reshape(-1, len(kernels)),
    ),
    (
        "apply_kernels",
        lambda image, kernels: np.stack(
            [correlate2d(image, k, "valid") for k in kernels], axis=2
        ),
    ),
    (
        "apply_kernels",
        lambda image, kernels: np.moveaxis(
            np.array([loops_image(image, k) for k in kernels]), 0, 2
        ),
    ),
    (
        "window_with_channels",
        lambda i, k: np.arange(np.prod(i)).reshape(i)[: k[0], : k[1]].ravel(),
    ),
    (
        "offsets_with_channels",
        lambda i, k: (
            np.arange(np.prod(i))
            .reshape(i)[: i[0] - k[0] + 1, : i[1] - k[1] + 1, 0]
            .ravel()
        ),
    ),
    ("correlate_batch", loops_batch),
    ("correlate_batch", by_einsum),
    ("correlate_in_blocks", blocks),
    (
        "window_channels_first",
        lambda i, k: [
            (c * i[1] + r) * i[2] + q
            for c in range(k[0])
            for r in range(k[1])
            for q in range(k[2])
        ],
    ),
    (
        "dilated_window",
        lambda i, k, d: [
            r * d[0] * i[1] + c * d[1] for r in range(k[0]) for c in range(k[1])
        ],
    ),
    (
        "strided_offsets",
        lambda i, k, s: (
            np.arange(i[0] * i[1])
            .reshape(i)[: i[0] - k[0] + 1 : s, : i[1] - k[1] + 1 : s]
            .ravel()
        ),
    ),
    ("input_gradient", add_at),
    ("input_gradient", lambda g, k, shape: convolve2d(g, k, mode="full")),
    ("kernel_gradient", by_product),
    (
        "kernel_gradient",
        lambda g, image, k: np.stack(
            [correlate2d(image, g[..., n], "valid") for n in range(g.shape[2])]
        ),
    ),
]


def judged(capsys, name, function):
    """Run a judge; it must return nothing, and print one report."""
    assert getattr(checks, name)(function) is None
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.startswith(f"{name}: ")
    return captured.out


def task_of(name, monkeypatch):
    """Look into a judge: what it asks for, its cases and its causes."""
    module = importlib.import_module(getattr(checks, name).__module__)
    found = []
    monkeypatch.setattr(module, "judge", lambda function, task: found.append(task))
    getattr(checks, name)(None)
    monkeypatch.undo()
    return found[0]


def test_every_judge_is_tested():
    judges = {
        name
        for name in checks.__all__
        if not getattr(checks, name).__module__.endswith("chapter_8")  # tested apart
    }
    assert {*PREDICTED, *RIGHT} == judges


@pytest.mark.parametrize("name", RIGHT)
def test_right(capsys, name):
    report = judged(capsys, name, RIGHT[name])
    assert ": right on " in report and "likely" not in report
    assert "list" not in report, "a pair of numbers needs no note"


@pytest.mark.parametrize(("name", "function"), OTHERWISE, ids=[o[0] for o in OTHERWISE])
def test_right_but_written_otherwise(capsys, name, function):
    report = judged(capsys, name, function)
    assert ": right on " in report, report


def test_a_list_passes_with_a_note(capsys):
    report = judged(capsys, "window_index", lambda i, k: x.window_index(i, k).tolist())
    assert "right on" in report and "returned a list" in report


@pytest.mark.parametrize("name", PREDICTED)
def test_right_prediction(capsys, name):
    right = PREDICTED[name]
    written = [right, np.array(right)]
    written += [list(right)] if isinstance(right, tuple) else [np.int64(right)]
    for answer in written:
        assert judged(capsys, name, answer) == f"{name}: right, {right}.\n"


def test_the_predictions_are_what_the_package_says():
    assert PREDICTED["position_of_pixel"] == np.ravel_multi_index((4, 7), (6, 11))
    assert PREDICTED["shape_of_gather"] == np.ones((7, 4))[np.zeros((2, 5), int)].shape
    assert PREDICTED["count_placements"] == x.output_shape((7, 12), (3, 5))
    index = x.correlation_indices((6, 10), (3, 2))
    assert PREDICTED["shape_of_product"] == (np.ones(60)[index] @ np.ones((6, 5))).shape
    position = np.ravel_multi_index((2, 5, 1), (4, 7, 3))
    assert PREDICTED["position_with_channels"] == position
    index = x.correlation_indices((10, 13, 3), (3, 4, 3))
    assert PREDICTED["shape_of_index"] == index.shape
    index = x.correlation_indices((7, 10, 2), (3, 4, 2))
    assert PREDICTED["shape_of_gathered"] == np.ones((6, 140))[:, index].shape
    knobs = {"stride": (2, 3), "padding": 1, "dilation": (2, 1)}
    assert PREDICTED["shape_with_knobs"] == x.output_shape((9, 14), (3, 2), **knobs)
    impulse = np.zeros((3, 5), int)
    impulse[1, 2] = 1
    out = correlate2d(impulse, np.arange(1, 7).reshape(2, 3), "valid")
    assert PREDICTED["impulse_number"] == out[0, 0]
    visits = from_output(np.ones((5, 9)), np.ones((3, 4)), (7, 12))
    assert PREDICTED["number_of_visits"] == visits[1, 5]
    scattered = np.ones((6, 35, 5)) @ np.ones((24, 5)).T
    assert PREDICTED["shape_of_scatter"] == scattered.shape
    assert PREDICTED["shape_of_banded"] == banded(np.ones((5, 2, 4, 3)), 6).shape


@pytest.mark.parametrize("name", RIGHT)
def test_cases_are_unlike_and_small(name, monkeypatch):
    task = task_of(name, monkeypatch)
    assert len(task.cases) >= 16
    assert 1 <= len(task.causes) <= 4
    wanted = [task.reference(*case) for case in task.cases]
    # Loops in plain Python, too, are done in well under a second.
    given = [a for case in task.cases for a in case if isinstance(a, np.ndarray)]
    assert sum(array.size for array in (*wanted, *given)) < 40_000
    for case, array in zip(task.cases, wanted):
        np.testing.assert_array_equal(array, RIGHT[name](*case))
        assert array.ndim == len(task.axes)
