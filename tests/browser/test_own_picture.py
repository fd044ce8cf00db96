"""Kernels on the reader's own picture, in a real browser, held against Python."""

import numpy as np
import pytest
from scipy.signal import correlate2d

import xcorr_helpers as xh
from tests.browser.kernels_page import (
    LENS,
    OPEN,
    PIXELS,
    PROBLEM,
    READY,
    ROOT,
    SEEN,
    choose,
    saved,
)
from tests.support import pictures

FEW = range(3)
MANY = pytest.param(range(3, 30), marks=pytest.mark.thorough)
MORE = pytest.param(range(30, 60), marks=pytest.mark.weekly)


def in_python(page, folder, monkeypatch):
    """Run the page's own lines beside the pixels that it gave."""
    monkeypatch.chdir(folder)
    names = {}
    exec(page.locator(".op-python").text_content(), names)
    return names


def random_step(rng):
    height, width = (int(size) for size in rng.integers(1, 8, 2))
    kernel = rng.integers(-9, 10, (height, width))
    if rng.random() < 0.3:
        kernel = kernel / 4
    stride, dilation = rng.integers(1, 4, (2, 2))
    padding = rng.integers(0, 4, 2)
    divisor = int(rng.choice([1, 1, 9, -4]))
    return kernel, tuple(stride), tuple(padding), tuple(dilation), divisor


def address_of_steps(steps):
    parts = []
    for k, (kernel, stride, padding, dilation, divisor) in enumerate(steps, start=1):
        numbers = ",".join(f"{value:g}" for value in [*kernel.shape, *kernel.ravel()])
        parts.append(f"k{k}={numbers}&v{k}={divisor}")
        for name, (down, across) in zip("spd", (stride, padding, dilation)):
            parts.append(f"{name}{k}={down},{across}")
    return "&".join(parts)


def by_scipy(plane, step):
    kernel, stride, (above, before), (down, across), divisor = step
    spread = np.zeros((np.array(kernel.shape) - 1) * (down, across) + 1)
    spread[::down, ::across] = kernel
    padded = np.pad(plane, ((above, above), (before, before)))
    whole = correlate2d(padded, spread, mode="valid")
    return whole[:: stride[0], :: stride[1]] / divisor


def seen_by(shapes, steps, placement):
    """Return what a placement has read: its window, and the pixels of the picture."""
    seen, window = {placement}, None
    for shape, (kernel, stride, padding, dilation, _) in reversed(
        list(zip(shapes, steps))
    ):
        height, width = np.array(shape) + 2 * np.array(padding)
        index = xh.correlation_indices(
            (height, width), kernel.shape, stride=stride, dilation=dilation
        )
        window = index[placement] if window is None else window
        rows, columns = np.divmod(np.unique(index[sorted(seen)]), width)
        rows, columns = rows - padding[0], columns - padding[1]
        inside = (rows >= 0) & (rows < shape[0])
        inside &= (columns >= 0) & (columns < shape[1])
        seen = {int(p) for p in (rows * shape[1] + columns)[inside]}
    return window, seen


def in_words(row, column, seen, width):
    name = f"result[{row}, {column}] has seen "
    if not seen:
        return f"{name}nothing but padding."
    axes = np.divmod(sorted(seen), width)
    within = " x ".join(str(np.ptp(axis) + 1) for axis in axes)
    spans = (
        f"{what}s {axis.min()} to {axis.max()}"
        if np.ptp(axis)
        else f"{what} {axis.min()}"
        for what, axis in zip(("row", "column"), axes)
    )
    count = f"{len(seen)} pixel{'s' * (len(seen) > 1)} of the picture"
    return f"{name}{count}, within {within}: {', '.join(spans)}."


def grey_of(pixels):
    return (pixels.astype(int) @ [299, 587, 114] + 500) // 1000


def shown_as(result, shown):
    """Return the bytes that are shown, in the words of the page."""
    if shown == "overflow":
        return np.floor(result).astype(np.int64).astype(np.uint8)
    if shown == "absolute":
        result = np.abs(result)
    return np.clip(np.floor(result + 0.5), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("numbers", [FEW, MANY, MORE], ids=["few", "many", "more"])
def test_random_pictures_and_kernels(numbers, own_picture, tmp_path, monkeypatch):
    page = own_picture()
    for number in numbers:
        rng = np.random.default_rng(number)
        height, width = (int(size) for size in rng.integers(24, 60, 2))
        pixels = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
        steps = [random_step(rng) for _ in range(1 + number % 3)]
        shapes, planes = [(height, width)], [grey_of(pixels)]
        colour = bool(number % 2)
        if colour:
            planes = list(np.moveaxis(pixels, 2, 0))
        for k, step in enumerate(steps):
            try:
                planes = [by_scipy(plane, step) for plane in planes]
            except ValueError:
                planes = [np.empty((0, 0))]
            if 0 in planes[0].shape or planes[0].size < 4:
                steps = steps[:k]
                break
            shapes.append(planes[0].shape)
        if not steps:
            continue
        expected = pixels_planes(pixels, colour, steps)
        row, column = (int(rng.integers(size)) for size in expected.shape[:2])
        shown = ["clip", "absolute", "overflow"][number % 3]
        channel = int(rng.integers(3)) if colour else 0
        address = (
            f"{address_of_steps(steps)}&at={row},{column}&show={shown}"
            f"&colour={int(colour)}&channel={channel}"
        )
        choose(page, pictures.png(pixels))
        page.evaluate(OPEN, address)
        page.wait_for_function(READY)
        where = f"{number}: {address}"
        assert page.locator(PROBLEM).inner_text() == "", where
        np.testing.assert_array_equal(saved(page, "pixels", tmp_path), pixels)
        result = saved(page, "result", tmp_path)
        np.testing.assert_allclose(result, expected, rtol=0, atol=1e-8, err_msg=where)
        names = in_python(page, tmp_path, monkeypatch)
        np.testing.assert_allclose(names["result"], result, rtol=0, atol=1e-8)
        # The page's own numbers: a last digit may lie on the other side of a whole one.
        bytes_shown = np.broadcast_to(shown_as(result, shown), (*result.shape[:2], 3))
        assert canvas(page, ".op-after").tolist() == bytes_shown.tolist(), where
        if all(divisor in (1, -4) for *_, divisor in steps):
            np.testing.assert_array_equal(names["shown"], shown_as(result, shown))
        placement = row * expected.shape[1] + column
        window, seen = seen_by(shapes, steps, placement)
        assert set(page.evaluate(SEEN)) == seen, where
        words = page.locator(".op-seen").inner_text()
        assert words == in_words(row, column, seen, width), where
        check_lens(page, steps, window, result[row, column, channel])


def pixels_planes(pixels, colour, steps):
    planes = np.moveaxis(pixels, 2, 0) if colour else [grey_of(pixels)]
    for step in steps:
        planes = [by_scipy(plane, step) for plane in planes]
    return np.stack(planes, axis=-1)


def canvas(page, selector):
    height, width, data = page.evaluate(PIXELS, selector)
    return np.reshape(data, (height, width, 4))[:, :, :3]


def check_lens(page, steps, window, value):
    """Check the tables under the pictures, and what each cell lights in the others."""
    kernel, *_, divisor = steps[-1]
    lens = page.evaluate(LENS)
    assert [cell["note"] for cell in lens["window"]] == window.tolist()
    assert [cell["number"] for cell in lens["kernel"]] == kernel.ravel().tolist()
    numbers = np.array([cell["number"] for cell in lens["window"]])
    products = np.array([cell["number"] for cell in lens["products"]])
    np.testing.assert_allclose(products, numbers * kernel.ravel(), rtol=1e-6)
    np.testing.assert_allclose(products.sum() / divisor, value, rtol=1e-4, atol=1e-2)
    sentence = page.locator(f"{ROOT} .xp-sentence").inner_text()
    assert sentence.count("×") == kernel.size
    for m in range(kernel.size):
        page.locator(f'{ROOT} .xp-term[data-entry="{m}"]').dispatch_event(
            "pointerover", {"bubbles": True}
        )
        lit = page.evaluate(LENS)
        for name, cells in lit.items():
            assert [k for k, cell in enumerate(cells) if cell["lit"]] == [m], name
