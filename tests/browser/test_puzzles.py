"""The puzzles in a real browser: the page's verdicts are those of NumPy."""

import re

import numpy as np
import pytest

from tests.browser import accessibility, phone
from tests.browser.explorer_page import OPEN, PROBLEM, address_of
from tests.support.puzzles import PUZZLES, Arrays, settings, solved
from tools import browser

# Why a setting does not solve a puzzle, or "impossible".
VERDICTS = """([name, changes]) => changes.map((change) => {
  const before = xcorrExplorer.puzzleStart(name);
  try {
    return xcorrExplorer.unsolved(
      xcorrExplorer.derive(xcorrExplorer.changed(before, change)));
  } catch (error) {
    if (error instanceof xcorrExplorer.Impossible) return "impossible";
    throw error;
  }
})"""
MESSAGE = ".xp-problem"
VERDICT = ".xp-puzzle .xp-verdict"
TAUGHT = ".xp-puzzle .xp-taught"
READS = {"once": 1, "twice": 2}


def is_read(made, row, column, times):
    counted = READS.get(times) or int(times.partition(" ")[0])
    return made.reads[int(row), int(column), 0] == counted


def read_unlike(made, row, column, times, *other):
    if len(other) == 3:
        is_so = is_read(made, *other) and other[2] != times
    else:
        is_so = made.reads[int(other[0]), int(other[1]), 0] == 0
    return is_so and is_read(made, row, column, times)


def stands_at(made, width, row, column, *rest):
    *factors, position = map(int, rest)
    assert factors == [int(row), int(width), int(column)]
    return np.arange(made.padded[0] * int(width))[position] == np.ravel_multi_index(
        (int(row), int(column)), made.padded[:2]
    )


def numbers(check):
    return lambda made, *texts: check(made, *map(int, texts))


# What the page may say of a setting, and whether that is so.
PIXEL = r"pixel \((\d+), (\d+)\)"
PRODUCT = r"(\d+) \* (\d+)"
READ = rf"{PIXEL} is read (once|twice|\d+ times)"
UNREAD = rf"no placement reads {PIXEL}"
CLAIMS = {
    READ: is_read,
    UNREAD: lambda made, row, column: made.reads[int(row), int(column), 0] == 0,
    f"{READ}, and {READ}": read_unlike,
    f"{READ}, and {UNREAD}": read_unlike,
    rf"with a width of (\d+), {PIXEL} stands at {PRODUCT} \+ (\d+) = (\d+)": stands_at,
    r"the output is (\d+) x (\d+), not \d+ x \d+": numbers(
        lambda made, *shape: made.out_shape == shape
    ),
    r"the output is (\d+) x (\d+), the image (\d+) x (\d+)": numbers(
        lambda made, *sizes: (*made.out_shape, *made.shape[:2]) == sizes
    ),
    r"after position (\d+) the window reads position (\d+)": numbers(
        lambda made, before, after: (
            after in made.window[1:][made.window[:-1] == before] and after != before + 1
        )
    ),
    r"the window has (\d+) positions?, and 12 are wanted": numbers(
        lambda made, size: made.window.size == size != 12
    ),
    r"position (\d+) of the window is (\d+), and (\d+) is wanted": numbers(
        lambda made, place, came, wanted: made.window[place] == came != wanted
    ),
    r"the index has (\d+) rows?, and 6 are wanted": numbers(
        lambda made, rows: len(made.index) == rows != 6
    ),
    r"row 0 has (\d+) positions?, and 4 are wanted": numbers(
        lambda made, size: made.index.shape[1] == size != 4
    ),
    r"position (\d+) of row (\d+) is (\d+), and (\d+) is wanted": numbers(
        lambda made, place, row, came, wanted: made.index[row, place] == came != wanted
    ),
    r"the output is (-?\d+), not 7": numbers(
        lambda made, value: made.output[0, 0] == value != 7
    ),
    r"all values of the kernel are 0": lambda made: not any(made.setting["kernel"]),
    r"output \((\d+), (\d+)\) is (-?\d+), not 0": numbers(
        lambda made, row, column, value: made.output[row, column] == value != 0
    ),
    r"pixel \(1, 1\) gets (\d+), not 7": numbers(
        lambda made, value: made.input_gradient[1, 1] == value != 7
    ),
    r"the image is square, and both steps make the same index": lambda made: (
        made.shape[0] == made.shape[1] and (made.index == made.right).all()
    ),
    r"it shows, but (\d+) pixels are not the fewest": numbers(
        lambda made, count: (made.index != made.right).any() and count > 6
    ),
    r"the number of placements is (\d+), not 4": numbers(
        lambda made, count: len(made.index) == count != 4
    ),
    r"offsets and window differ in length: (\d+) and (\d+)": numbers(
        lambda made, *sizes: made.index.shape == sizes and sizes[0] != sizes[1]
    ),
    r"there is one offset only": lambda made: len(made.index) == 1,
    r"offsets\[(\d+)\] is (\d+), and window\[(\d+)\] is (\d+)": numbers(
        lambda made, n, offset, m, position: (
            n == m and made.index[n, 0] == offset != position == made.window[m]
        )
    ),
}


def holds(claim, setting):
    for pattern, check in CLAIMS.items():
        if match := re.fullmatch(pattern, claim):
            return check(Arrays(setting), *match.groups())
    raise AssertionError(f"a sentence that no test knows: {claim}")


EVERY = pytest.param(10**6, marks=pytest.mark.thorough)


@pytest.mark.parametrize("most", [20, EVERY], ids=["few", "every"])
def test_verdicts_in_range_are_those_of_numpy_and_reasons_are_true(most, explorer):
    page = explorer("puzzle=which-width")
    for puzzle in PUZZLES:
        free = list(puzzle["free"])
        tried = list(settings(puzzle))
        tried = tried[:: len(tried) // most or 1]
        changes = [{name: setting[name] for name in free} for setting in tried]
        said = page.evaluate(VERDICTS, [puzzle["name"], changes])
        for setting, change, why in zip(tried, changes, said, strict=True):
            where = f"{puzzle['name']} {change}: {why}"
            verdict = solved(puzzle, setting)
            assert {None: why == "impossible", True: not why}.get(verdict, why), where
            assert verdict is not False or holds(why, setting), where


def set_to(page, **values):
    for name, value in values.items():
        field = page.locator(f"#index-explorer [name={name}]")
        field.fill(str(value))
        field.press("Enter")


def test_a_puzzle_is_solved_by_keyboard_marked_and_left(explorer):
    page = explorer("puzzle=which-width")
    assert page.locator(VERDICT).get_attribute("role") == "status"
    assert page.locator(VERDICT).inner_text() == (
        "Not yet: with a width of 9, pixel (2, 3) stands at 2 * 9 + 3 = 21."
    )
    assert page.locator(TAUGHT).is_hidden()
    shown = page.locator("#index-explorer [name]:visible")
    assert shown.evaluate_all("all => all.map((one) => one.name)") == ["width"]
    assert page.get_by_label("transposed layer").is_hidden()
    set_to(page, width=3)
    assert "the width goes from 4 to 12 here" in page.locator(VERDICT).inner_text()
    set_to(page, width=8)
    assert (
        page.locator(VERDICT).inner_text().startswith("Solved, and there is no other")
    )
    assert page.locator(".xp-is-solved").is_visible()
    assert PUZZLES[0]["taught"] in page.locator(TAUGHT).inner_text()
    assert address_of(page) == "w=8&puzzle=which-width"
    # A setting that is impossible says so beside the field.
    page.evaluate(OPEN, "puzzle=no-gap")
    assert page.evaluate("document.activeElement.id") == "xp-puzzle"
    set_to(page, kernelWidth=8)
    assert "The kernel must fit" in page.locator(f".xp-puzzle {MESSAGE}").inner_text()
    page.get_by_role("link", name="Leave", exact=True).press("Enter")
    page.locator(".xp-puzzle").wait_for(state="hidden")
    assert page.locator("#index-explorer [name]:disabled").count() == 0
    assert page.locator(".xp-steps + .xp-settings").is_visible()
    page.goto(page.url.replace("explorer.html", "puzzles.html").partition("#")[0])
    assert page.locator(".puzzle-count").inner_text() == f"1 of {len(PUZZLES)} solved"
    taught = page.locator(".puzzle-taught:visible").all_inner_texts()
    assert taught == [f"{PUZZLES[0]['taught']} Chapter 1"]
    page.evaluate(FORGET)


def test_values_are_the_readers_and_the_rest_stays(explorer):
    page = explorer("puzzle=make-seven&kernel=0,0,0,1,1,0")
    assert page.locator(VERDICT).inner_text() == "Solved, with one of 21 solutions."
    assert page.locator(".xp-is-solved").is_hidden()  # by who sent the link
    page.keyboard.press("Tab")
    page.locator('[data-panel="kernel"] [tabindex="0"]').focus()
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    allowed = "Not yet: a value of the kernel is 2, and may be from -1 to 1."
    assert page.locator(VERDICT).inner_text() == allowed
    page.keyboard.type("0.5")
    page.keyboard.press("Enter")
    refused = "A value must be a whole number from -1 to 1."
    assert page.locator(PROBLEM).inner_text() == refused
    page.keyboard.press("Escape")
    image = "0,8,2,6,1,9"
    for address, why in {
        f"image={image}&kernel=0,0,0,1,1,0": "the values of the image are to stay",
        "s=2": "the stride is to stay 1",
        "p=1": "the padding is to stay 0",
    }.items():
        page.evaluate(OPEN, f"puzzle=make-seven&{address}")
        assert page.locator(VERDICT).inner_text().startswith(f"Not yet: {why}"), address
    page.evaluate(OPEN, "puzzle=nothing")
    assert 'gives "nothing" for puzzle' in page.locator(PROBLEM).inner_text()


FORGET = "localStorage.removeItem('xcorr-puzzles')"
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""


@pytest.mark.thorough
def test_it_works_from_disk_and_where_nothing_is_kept(book_html, context):
    folder = book_html.resolve().as_uri()
    address = f"{folder}/book/explorer.html#puzzle=which-width"
    with browser.Visit(context, address, folder) as visit:
        for is_kept in (True, False):
            if not is_kept:
                visit.page.add_init_script(BLOCKED)
                visit.page.goto("about:blank")
                visit.page.goto(address)
            else:
                assert visit.problems == []
            set_to(visit.page, width=8)
            assert visit.page.locator(VERDICT).inner_text().startswith("Solved")
            visit.page.get_by_role("link", name="All puzzles").click()
            visit.page.locator(".puzzles").first.wait_for()
            assert visit.page.locator(".puzzle-solved:visible").count() == is_kept
            if is_kept:
                visit.page.evaluate(FORGET)
    theirs = ("blocked", "theme mode")  # the theme's own scripts do complain
    assert [p for p in visit.problems if not any(one in p for one in theirs)] == []


@pytest.mark.thorough
@pytest.mark.parametrize("width", [pytest.param(1300, marks=pytest.mark.weekly), 390])
def test_axe_finds_nothing_on_a_puzzle(width, explorer):
    page = explorer(width=width)
    for address in ("", "&w=7&kw=2&s=2&d=2"):
        page.evaluate(OPEN, f"puzzle=whose-index{address}")
        page.locator(VERDICT).wait_for()
        assert accessibility.violations(page, thorough=False) == []
        if width == 390:
            assert phone.problems(page) == []
