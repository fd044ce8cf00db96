"""The explorer asks which cells an output reads, and says what the judges say."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser import accessibility, phone
from tests.browser.explorer_page import OPEN, cell, shown
from xcorr_helpers import checks
from xcorr_helpers.checks._predict import _of_positions

MARKS = """() => Object.fromEntries(["right", "wrong", "missed"].map((kind) => [kind,
  [...document.querySelectorAll(`[data-panel="image"] .${kind}`)].map((cell) => [
    Number(cell.dataset.cell), cell.ariaLabel.endsWith(`, ${kind}`),
    getComputedStyle(cell.querySelector("small"), "::before").content[1]])]))"""
VERDICT = """([address, n, marked]) => xcorrExplorer.verdict(
  xcorrExplorer.derive(xcorrExplorer.fromAddress(address)), n, new Set(marked))"""


def test_marked_cells_are_right_wrong_or_missed(explorer):
    page = explorer("cell=8")
    before = shown(page)
    page.locator(".xp-predict").click()
    assert "output[1, 1]" in page.locator(".xp-question").inner_text()
    assert shown(page)["image"]["lit"] == set()
    for name in ("index", "gathered", "window", "offsets"):
        assert page.locator(f'[data-panel="{name}"]').is_hidden()
    assert page.locator(".xp-sentence").is_hidden()
    page.locator(".xp-check").click()
    assert page.locator(".xp-told").inner_text().startswith("no answer yet.")
    for column in (1, 2, 3, 4, 4):  # the last one is marked, and then no longer
        cell(page, "image", 1, column).click()
    assert shown(page)["image"]["lit"] == {(1, 1), (1, 2), (1, 3)}
    keys = ["ArrowRight", "Enter", *["ArrowRight", "Space"] * 3, "7", "ArrowLeft"]
    for key in [*keys, "ArrowLeft", "ArrowLeft", "Enter"]:  # 6, 7 and 8
        page.keyboard.press(key)
    assert page.locator(".xp-counts").inner_text() == "6 marked"
    page.locator(".xp-check").click()
    assert page.evaluate(MARKS) == {
        "right": [[p, True, "✓"] for p in (10, 11, 12)],
        "wrong": [[p, True, "✗"] for p in (15, 16, 17)],
        "missed": [[p, True, "+"] for p in (19, 20, 21)],
    }
    counts = page.locator(".xp-counts").inner_text()
    assert counts == "✓ 3 right, ✗ 3 wrong, + 3 missed"
    assert "not its height, 5." in page.locator(".xp-told").inner_text()
    assert page.locator(".xp-sentence").inner_text().startswith("output[1, 1] = ")
    page.locator(".xp-other").click()
    assert "output[1, 1]" not in page.locator(".xp-question").inner_text()
    assert shown(page)["image"]["lit"] == set()
    cell(page, "output", 1, 1).click()
    page.locator(".xp-predict").click()
    page.mouse.move(0, 0)
    assert shown(page) == before


def test_it_asks_only_what_can_be_marked(explorer):
    page = explorer("a-digit")
    page.locator(".xp-predict").click()
    assert "drawn in numbers" in page.locator(".xp-problem").inner_text()
    assert page.locator(".xp-ask").is_hidden()
    page.evaluate(OPEN, "backwards")
    page.locator(".xp-predict").click()
    assert page.locator(".xp-ask").is_visible()
    assert page.locator('[data-panel="image"]').is_visible()
    page.evaluate(OPEN, "a-wrong-row-step")
    assert page.locator(".xp-ask").is_hidden()


def words(judge, start, *fields):
    exercise = checks._record(judge)
    texts = [t for t, _ in exercise.mistakes if isinstance(t, str)]
    text = min((t for t in texts if t.startswith(start)), key=len)
    return text.format(image_shape=fields[0], kernel_shape=fields[1])


def window(top, left, rows, columns, step):
    return [(top + i) * 9 + left + j if step is None else top * 9 + left + i * step + j
            for i in range(rows) for j in range(columns)]  # fmt: skip


# An address, an output, what is marked, and the judge's words about it.
SHAPES = (5, 9), (2, 3, 1)
BY_HEIGHT = "the row step must be the image's width, {image_shape[1]}, not its height"
MISTAKEN = [
    ("h=5", 8, window(1, 1, 2, 3, 5), "window_index", BY_HEIGHT),
    ("h=5", 8, window(1, 1, 3, 2, None), "window_index",
     "the kernel's height and width are exchanged: a kernel row"),
    ("h=5", 8, window(1, 1, 2, 3, 3), "window_index",
     "the row step must be the image's width, {image_shape[1]}, not the kernel's, "),
    ("h=5", 8, window(1, 2, 2, 3, None), "window_with_channels",
     "this is the window a pixel further to the right"),
    ("h=5", 8, window(2, 1, 2, 3, None), "window_with_channels",
     "this is the window a row further down"),
    ("h=5", 8, window(2, 2, 2, 3, None), "window_with_channels",
     "rows and columns are counted from 1"),
    ("s=2", 6, window(1, 2, 2, 3, None), "strided_offsets", "the stride is left out"),
    ("d=2", 6, window(1, 1, 2, 3, None), "dilated_window", "the dilation is left out"),
]  # fmt: skip


def test_a_known_mistake_is_named_in_the_judges_words(explorer):
    page = explorer()
    for address, n, marked, judge, start in MISTAKEN:
        said = page.evaluate(VERDICT, [address, n, marked])
        assert said.endswith(f". Likely: {words(judge, start, *SHAPES)}."), said
    padded = [row * 11 + column for row in (1, 2) for column in (2, 3, 4)]
    said = page.evaluate(VERDICT, ["p=1", 1, padded])
    text = words("conv2d", "the padding is left out", *SHAPES)
    assert f"Likely: either {text}; or rows and columns" in said
    channel = np.ravel_multi_index(np.indices((2, 3, 1)), (5, 6, 2)).ravel()
    said = page.evaluate(VERDICT, ["w=6&c=2", 0, channel.tolist()])
    start = "the channels are left out"
    text = words("window_with_channels", start, (5, 6), (2, 3, 2))
    assert said.endswith(f"There are 12 positions, not 6. Likely: {text}.")


def test_other_positions_are_answered_as_on_paper(explorer):
    page = explorer()
    rng = np.random.default_rng(19)
    index = xh.correlation_indices((5, 9), (2, 3))
    for _ in range(40):
        n = int(rng.integers(len(index)))
        right = index[n].tolist()
        assert page.evaluate(VERDICT, ["h=5", n, right]) == f"right, {right}."
        others = np.setdiff1d(np.arange(45), right)
        kept = int(rng.integers(6))
        added = sorted(rng.choice(others, int(rng.integers(1, 8)), replace=False))
        marked = [*right[:kept], *map(int, added)]
        # On the page they have no order: those that are right stand in their places.
        paper = _of_positions(tuple(marked), tuple(right)).partition("]. ")[2]
        said = page.evaluate(VERDICT, ["h=5", n, marked])
        assert said.startswith(f"not {sorted(marked)}. {paper}")


@pytest.mark.thorough
def test_axe_finds_nothing_while_it_asks(explorer):
    page = explorer("cell=8", width=390)
    page.locator(".xp-predict").click()
    for column in (1, 2, 5):
        cell(page, "image", 1, column).click()
    page.locator(".xp-settings").evaluate("fold => { fold.open = false; }")
    assert phone.problems(page) == []
    assert accessibility.violations(page, thorough=False) == []
    page.locator(".xp-check").click()
    assert accessibility.violations(page, thorough=False) == []
