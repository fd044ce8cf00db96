"""Wrong answers that learners give, and what the judges must say to them."""

import inspect

import numpy as np
import pytest
from scipy.signal import convolve2d, correlate2d

import xcorr_helpers as x
from tests.checks.test_right import PREDICTED, RIGHT, judged, task_of
from xcorr_helpers import checks


def grid(rows, columns, row_step, column_step=1):
    return np.arange(rows)[:, None] * row_step + np.arange(columns) * column_step


def out_of(i, k):
    return i[0] - k[0] + 1, i[1] - k[1] + 1


def ints_only(image, kernel):
    out = np.zeros(out_of(image.shape, kernel.shape), dtype=image.dtype)
    for r, c in np.ndindex(out.shape):
        part = image[r : r + kernel.shape[0], c : c + kernel.shape[1]]
        out[r, c] = (part * kernel).sum()
    return out


def reshaped_kernels(image, kernels):
    index = x.correlation_indices(image.shape, kernels.shape[1:])
    out = image.ravel()[index] @ kernels.reshape(-1, len(kernels))
    return out.reshape(*out_of(image.shape, kernels.shape[1:]), -1)


def mixed_images(images, kernels):
    flat = images.reshape(-1, len(images)).T
    out = flat[:, x.correlation_indices(images.shape[1:], kernels.shape[1:])]
    return (out @ x.kernel_matrix(kernels)).reshape(x.correlate(images, kernels).shape)


def channels_first_kernels(images, kernels):
    weights = np.moveaxis(kernels, 3, 1).reshape(len(kernels), -1).T
    flat = images.reshape(len(images), -1)
    out = flat[:, x.correlation_indices(images.shape[1:], kernels.shape[1:])] @ weights
    return out.reshape(x.correlate(images, kernels).shape)


def whole_blocks(images, kernels, block):
    out = [
        x.correlate(images[n * block : (n + 1) * block], kernels)
        for n in range(len(images) // block)
    ]
    return np.concatenate(out)


def add_once(output_gradient, kernel, image_shape):
    gradient = np.zeros(image_shape[0] * image_shape[1])
    index = x.correlation_indices(image_shape, kernel.shape)
    gradient[index] += np.outer(output_gradient, kernel)
    return gradient.reshape(image_shape)


def reshaped_gradient(output_gradient, image, kernel_shape):
    gathered = image.ravel()[x.correlation_indices(image.shape, kernel_shape)]
    n_kernels = output_gradient.shape[2]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.reshape(n_kernels, *kernel_shape)


SWAPPED = "rows and columns are swapped"
HEIGHT = "the row step must be the image's width, 9, not its height, 5"
WRONG = [
    ("patch_index", lambda i, c, p: grid(*p, i[0]) + c[0] * i[0] + c[1], HEIGHT),
    ("patch_index", lambda i, c, p: grid(*p, i[0]) + c[0] * i[1] + c[1], HEIGHT),
    ("patch_index", lambda i, c, p: grid(*p, i[1]), "the corner is left out"),
    (
        "patch_index",
        lambda i, c, p: RIGHT["patch_index"](i, c, p).T,
        "shape (3, 2): transposed",
    ),
    (
        "patch_index",
        lambda i, c, p: (
            RIGHT["patch_index"](i, c[::-1], p)
            if c[1] + p[0] <= i[0]
            else grid(*p, i[1]) + c[1] * i[1] + c[0]
        ),
        SWAPPED,
    ),
    (
        "patch_index",
        lambda i, c, p: RIGHT["patch_index"](i, c, p).astype(float),
        "floats",
    ),
    (
        "patch_index",
        lambda i, c, p: RIGHT["patch_index"](i, c, p).ravel(),
        "1 axes came, 2 were expected",
    ),
    (
        "row_and_column",
        lambda p, s: (p // s[0], p % s[1]),
        "divide by the image's width, 9",
    ),
    ("row_and_column", lambda p, s: divmod(p, s[0]), "divide by the image's width, 9"),
    ("row_and_column", lambda p, s: divmod(p, s[1])[::-1], SWAPPED),
    ("row_and_column", lambda p, s: (p // s[1] + 1, p % s[1] + 1), "off by one"),
    ("row_and_column", lambda p, s: (p / s[1], p % s[1]), "/ makes a fraction"),
    ("row_and_column", lambda p, s: (float(p // s[1]), p % s[1]), "floats"),
    ("window_index", lambda i, k: grid(*k, i[0]).ravel(), HEIGHT),
    ("window_index", lambda i, k: grid(*k[::-1], i[1]).ravel(), SWAPPED),
    (
        "window_index",
        lambda i, k: (
            np.tile(np.arange(k[0]), k[1]) + np.repeat(np.arange(k[0]) * i[0], k[1])
        ),
        SWAPPED,
    ),
    ("window_index", lambda i, k: grid(*k, i[1]).T.ravel(), SWAPPED),
    ("window_index", lambda i, k: np.arange(k[0] * k[1]), "not the kernel's, 3"),
    ("window_index", lambda i, k: grid(*k, i[1]), "ravel()"),
    ("window_index", lambda i, k: grid(*k, i[1]).ravel() * 1.0, "floats"),
    ("window_index", lambda i, k: (grid(*k, i[1]).ravel() * 1.0).tolist(), "floats"),
    (
        "window_index",
        lambda i, k: print(grid(*k, i[1])),
        "returned None: did you return",
    ),
    ("window_index", lambda i, k: grid(*k, i[1]).ravel() > 0, "numbers were asked for"),
    (
        "window_index",
        lambda i, k: grid(*k, i[1]).ravel().astype(np.int16),
        "right on 24 cases, then not",
    ),
    (
        "correlation_indices",
        lambda i, k: x.correlation_indices(i, k).T,
        "shape (6, 28): transposed",
    ),
    (
        "correlation_indices",
        lambda i, k: (
            grid(i[0] - k[0], i[1] - k[1] + 1, i[1]).reshape(-1, 1)
            + x.window_index(i, k)
        ),
        "off by one: 3 rows, 4 fit",
    ),
    (
        "correlation_indices",
        lambda i, k: (
            grid(i[0] - k[0], i[1] - k[1], i[1]).reshape(-1, 1) + x.window_index(i, k)
        ),
        "off by one: 3 x 6 placements, 4 x 7 fit",
    ),
    (
        "correlation_indices",
        lambda i, k: grid(*out_of(i, k), i[1]).reshape(-1, 1) + grid(*k, i[0]).ravel(),
        f"{HEIGHT}, in the window",
    ),
    (
        "correlation_indices",
        lambda i, k: (
            grid(*out_of(i, k)[::-1], i[1]).reshape(-1, 1) + x.window_index(i, k)
        ),
        SWAPPED,
    ),
    (
        "correlation_indices",
        lambda i, k: x.window_offsets(i, k)[None] + x.window_index(i, k)[:, None],
        "transposed",
    ),
    (
        "correlate_image",
        lambda i, k: convolve2d(i, k, "valid"),
        "this is the convolution",
    ),
    ("correlate_image", ints_only, "the decimals are lost"),
    (
        "correlate_image",
        lambda i, k: RIGHT["correlate_image"](i, k)[:-1],
        "off by one: 3 rows, 4 fit",
    ),
    (
        "correlate_image",
        lambda i, k: RIGHT["correlate_image"](i, k).reshape(
            out_of(i.shape, k.shape)[::-1]
        ),
        SWAPPED,
    ),
    ("correlate_image", lambda i, k: RIGHT["correlate_image"](i, k).T, "transposed"),
    (
        "correlate_image",
        lambda i, k: correlate2d(i, k),
        "axis 0, output row: 6 came, 4 expected",
    ),
    ("kernel_matrix", lambda k: k.reshape(len(k), -1), "shape (8, 6): transposed"),
    ("kernel_matrix", lambda k: k.reshape(-1, len(k)), "the kernels are mixed"),
    ("kernel_matrix", lambda k: k.T.reshape(-1, len(k)), SWAPPED),
    ("kernel_matrix", lambda k: k[:, ::-1, ::-1].reshape(len(k), -1).T, "are turned"),
    (
        "apply_kernels",
        lambda i, k: np.moveaxis(RIGHT["apply_kernels"](i, k), 2, 0),
        "the kernels are the last axis",
    ),
    (
        "apply_kernels",
        lambda i, k: RIGHT["apply_kernels"](i, k).reshape(
            len(k), *out_of(i.shape, k.shape[1:])
        ),
        "the kernels are the last axis",
    ),
    ("apply_kernels", reshaped_kernels, "the kernels are mixed"),
    (
        "apply_kernels",
        lambda i, k: RIGHT["apply_kernels"](i, k).reshape(
            *out_of(i.shape, k.shape[1:])[::-1], len(k)
        ),
        SWAPPED,
    ),
    (
        "window_with_channels",
        lambda i, k: x.window_index(i, k).reshape(k).transpose(2, 0, 1).ravel(),
        "the channels come last inside a window",
    ),
    (
        "window_with_channels",
        lambda i, k: (grid(k[0], k[1], i[1], 1)[..., None] + np.arange(k[2])).ravel(),
        "one pixel is 3 positions long",
    ),
    (
        "window_with_channels",
        lambda i, k: (
            grid(k[0], k[1], i[1], i[2])[..., None] + np.arange(k[2])
        ).ravel(),
        "one row is width * channels = 27 positions long, not 9",
    ),
    (
        "window_with_channels",
        lambda i, k: x.window_index(i[:2], k[:2]),
        "the channels are left out: 8 positions, not 24",
    ),
    (
        "window_with_channels",
        lambda i, k: (
            grid(k[0], k[1], i[0] * i[2], i[2])[..., None] + np.arange(k[2])
        ).ravel(),
        "the row step must be the image's width, 9, not its height, 8",
    ),
    (
        "offsets_with_channels",
        lambda i, k: grid(*out_of(i, k), i[1] * i[2], 1).ravel(),
        "one step to the right is 3 positions",
    ),
    (
        "offsets_with_channels",
        lambda i, k: x.window_offsets(i[:2], k[:2]),
        "the channels are left out",
    ),
    (
        "offsets_with_channels",
        lambda i, k: grid(*out_of(i, k)[::-1], i[1] * i[2], i[2]).ravel(),
        SWAPPED,
    ),
    (
        "offsets_with_channels",
        lambda i, k: grid(i[0] - k[0], i[1] - k[1], i[1] * i[2], i[2]).ravel(),
        "off by one",
    ),
    ("correlate_batch", mixed_images, "the images are mixed"),
    (
        "correlate_batch",
        channels_first_kernels,
        "the channels come last inside a window",
    ),
    (
        "correlate_batch",
        lambda i, k: np.moveaxis(x.correlate(i, k), 3, 1),
        "the kernels are the last axis",
    ),
    ("correlate_batch", lambda i, k: x.correlate(i, k).swapaxes(1, 2), SWAPPED),
    (
        "correlate_batch",
        lambda i, k: x.correlate(i, k)[0],
        "3 axes came, 4 were expected",
    ),
    (
        "window_channels_first",
        lambda i, k: x.window_index((*i[1:], i[0]), (*k[1:], k[0])),
        "this is channels last",
    ),
    (
        "window_channels_first",
        lambda i, k: (
            RIGHT["window_channels_first"](i, k).reshape(k).transpose(1, 2, 0).ravel()
        ),
        "the channels come first",
    ),
    (
        "window_channels_first",
        lambda i, k: (
            np.arange(k[0])[:, None, None] * i[1] * i[2] + grid(k[1], k[2], i[1])
        ).ravel(),
        "the row step must be the image's width, 9, not its height, 8",
    ),
    (
        "window_channels_first",
        lambda i, k: (
            np.arange(k[0])[:, None, None] * i[1] + grid(k[1], k[2], i[2])
        ).ravel(),
        "one channel is height * width = 72 positions long, not 8",
    ),
    ("correlate_in_blocks", whole_blocks, "the last block is missing"),
    (
        "correlate_in_blocks",
        lambda i, k, b: x.correlate(i[:b], k),
        "only the first block",
    ),
    (
        "dilated_window",
        lambda i, k, d: x.window_index(i, k),
        "the dilation is left out",
    ),
    ("dilated_window", lambda i, k, d: grid(*k, d[1] * i[1], d[0]).ravel(), SWAPPED),
    (
        "dilated_window",
        lambda i, k, d: grid(*k, d[0] * i[0], d[1]).ravel(),
        "not its height",
    ),
    (
        "dilated_window",
        lambda i, k, d: grid(*k, i[1], d[1]).ravel(),
        "the rows are not dilated",
    ),
    (
        "dilated_window",
        lambda i, k, d: grid(*k, d[0] * i[1], 1).ravel(),
        "the columns are not dilated",
    ),
    (
        "dilated_window",
        lambda i, k, d: grid(*k, (d[0] + 1) * i[1], d[1] + 1).ravel(),
        "a dilation of 2 is a step of 2",
    ),
    ("strided_offsets", lambda i, k, s: x.window_offsets(i, k)[::s], "every 2nd"),
    (
        "strided_offsets",
        lambda i, k, s: x.window_offsets(i, k),
        "the stride is left out",
    ),
    ("strided_offsets", lambda i, k, s: x.window_offsets(i, k) * s, "more placements"),
    (
        "strided_offsets",
        lambda i, k, s: x.window_offsets(i, k, stride=(s, 1)),
        "the columns have no stride",
    ),
    ("input_gradient", add_once, "np.add.at"),
    (
        "input_gradient",
        lambda g, k, s: correlate2d(g, k, "full"),
        "the kernel is turned",
    ),
    ("input_gradient", lambda g, k, s: convolve2d(g, k, "full").T, "transposed"),
    ("kernel_gradient", reshaped_gradient, "the kernels are mixed"),
    (
        "kernel_gradient",
        lambda g, i, k: np.moveaxis(RIGHT["kernel_gradient"](g, i, k), 0, 2),
        "the kernels are the first axis",
    ),
    (
        "kernel_gradient",
        lambda g, i, k: RIGHT["kernel_gradient"](g, i, k).swapaxes(1, 2),
        SWAPPED,
    ),
    (
        "kernel_gradient",
        lambda g, i, k: RIGHT["kernel_gradient"](g, i, k)[:, ::-1, ::-1],
        "the kernels are turned",
    ),
]


@pytest.mark.parametrize(("name", "function", "said"), WRONG, ids=[w[0] for w in WRONG])
def test_diagnosis(capsys, name, function, said):
    report = judged(capsys, name, function)
    assert said in report, report


@pytest.mark.parametrize("name", RIGHT)
def test_every_cause_is_recognised(capsys, name, monkeypatch):
    """A function that computes just what a cause says is told that cause."""
    task = task_of(name, monkeypatch)
    for cause in task.causes:
        for number, (text, _) in enumerate(cause(*task.cases[0])):

            def function(*arguments, cause=cause, number=number):
                given = tuple(a.copy() if hasattr(a, "copy") else a for a in arguments)
                return list(cause(*given))[number][1]

            report = judged(capsys, name, function)
            assert "likely" in report, (cause, text, report)


@pytest.mark.parametrize("name", PREDICTED)
def test_wrong_predictions_do_not_give_the_answer_away(capsys, name):
    right = PREDICTED[name]
    if isinstance(right, int):
        wrong = [n for n in range(-3, 130) if n != right] + [
            right + 0.5,
            [right],
            (right,),
        ]
    else:
        sizes = range(9)
        wrong = [(a, b) for a in sizes for b in sizes] + [
            right[::-1],
            right[:-1],
            (*right, 1),
        ]
        wrong += [str(right), [right], list(map(float, right)), 0, right[0]]
    for answer in wrong:
        if answer == right:
            continue
        report = judged(capsys, name, answer)
        assert ": right" not in report
        repeated = report.replace(repr(answer), "").replace("(2, 3)", "")
        if isinstance(right, tuple):
            assert str(right) not in repeated, report
    for answer in (None, ...):
        assert "no answer yet" in judged(capsys, name, answer)


@pytest.mark.parametrize("name", PREDICTED)
def test_every_hint_is_given(capsys, name):
    source = inspect.getsource(getattr(checks, name))
    assert "hints = {" in source
    assert source.count('": "') <= 4


def test_wrong_shapes_name_their_axis(capsys):
    report = judged(capsys, "count_placements", (5, 9))
    assert report == "count_placements: not (5, 9). Look again at: output columns.\n"


@pytest.mark.parametrize("name", [*RIGHT, *PREDICTED])
def test_an_unfinished_answer_is_met_kindly(capsys, name):
    if name in PREDICTED:
        assert judged(capsys, name, None).count("no answer yet") == 1
        return

    def unfinished(*arguments): ...

    def later(*arguments):
        raise NotImplementedError

    for function in (unfinished, later, lambda *arguments: ...):
        report = judged(capsys, name, function)
        assert report.startswith(f"{name}: not written yet?")
        assert "is called as my_function(" in report
