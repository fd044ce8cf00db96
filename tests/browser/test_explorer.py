"""The index explorer in a real browser, held against xcorr_helpers."""

import numpy as np
import pytest

import xcorr_helpers as xh
from tests.browser import explorer_page
from tools import browser

VIEWS = ("gather", "scatter", "toeplitz")
SETTINGS_A_VIEW = 100
SENTENCE = "#index-explorer .xp-sentence"
PROBLEM = "#index-explorer .xp-problem"


@pytest.fixture(scope="module")
def home(book_html):
    with browser.served(book_html) as address:
        yield address


@pytest.fixture
def opened(home, context):
    """Open the explorer at an address; what goes wrong on the page fails the test."""
    visits = []

    def open_at(address="", *, everything=False, **options):
        url = f"{home}/book/explorer.html{address and '#'}{address}"
        visits.append(browser.Visit(context, url, home, **options))
        page = visits[-1].page
        if everything:
            page.add_style_tag(content=explorer_page.EVERYTHING)
        return page

    yield open_at
    problems = [problem for visit in visits for problem in visit.problems]
    for visit in visits:
        visit.page.close()
    assert problems == []


def cell(page, panel, row, column):
    return page.locator(
        f'[data-panel="{panel}"] [aria-rowindex="{row + 1}"] '
        f'[aria-colindex="{column + 1}"]'
    )


def address_of(page):
    page.wait_for_timeout(300)  # it is written once the reader pauses
    return page.url.partition("#")[2]


def settings_of(page):
    names = page.locator("#index-explorer [name]").evaluate_all(
        "all => all.filter((one) => one.type !== 'radio' || one.checked)"
        ".map((one) => [one.name, one.value])"
    )
    return dict(names)


def as_text(array):
    filled = np.ma.asarray(array)
    return {
        place: str(value)
        for place, value in np.ndenumerate(filled.data)
        if not np.ma.getmaskarray(filled)[place]
    }


@pytest.mark.parametrize("view", VIEWS)
def test_random_settings_agree_with_the_package(view, opened):
    rng = np.random.default_rng(VIEWS.index(view))
    page = opened(everything=True)
    for _ in range(SETTINGS_A_VIEW):
        setting = explorer_page.random_setting(rng, view)
        page.evaluate(explorer_page.OPEN, setting.address())
        arrays = setting.arrays()
        panel = str(rng.choice(sorted(arrays)))
        places = sorted(as_text(arrays[panel]))
        row, column = places[rng.integers(len(places))]
        page.evaluate(explorer_page.POINT, [panel, row, column])
        shown = explorer_page.shown(page)
        assert shown.keys() == arrays.keys()
        for name, array in arrays.items():
            where = f"{name}, from {panel} {row}, {column} of {setting.address()}"
            numbers = undotted(shown[name]["numbers"], array)
            assert numbers == as_text(array.astype(int)), where
            assert shown[name]["lit"] == setting.lit(panel, row, column)[name], where
        check_notes(shown, setting)
        names = {}
        exec(page.locator(".xp-python").text_content(), names)
        np.testing.assert_array_equal(names["index"], setting.index)


def undotted(numbers, array):
    """Read the dots of a Toeplitz matrix, which stand where nothing is read, as 0."""
    return {
        place: "0" if text == "·" and array[place] == 0 else text
        for place, text in numbers.items()
    }


def check_notes(shown, setting):
    """Check the small numbers: flat positions, and the numbers of placements."""
    shapes = {
        "image": setting.padded.shape,
        "inputGradient": setting.padded.shape,
        "kernel": setting.kernel.shape,
        "output": (*setting.out_shape, 1),
        "outputGradient": (*setting.out_shape, 1),
    }
    for panel in shapes.keys() & shown.keys():
        flat = np.arange(np.prod(shapes[panel])).reshape(shapes[panel])
        assert shown[panel]["notes"] == as_text(explorer_page.side_by_side(flat))


def test_pointing_tapping_and_focusing_light_up_the_same(opened):
    page = opened("h=5&w=7&kh=2&kw=3", everything=True)
    cell(page, "output", 1, 2).hover()
    pointed = explorer_page.shown(page)
    said = page.locator(SENTENCE).inner_text()
    assert said.startswith("output[1, 2] = ")
    page.mouse.move(0, 0)
    assert page.locator(SENTENCE).inner_text().startswith("output[0, 0] = ")
    cell(page, "output", 1, 2).click()
    page.mouse.move(0, 0)
    assert explorer_page.shown(page) == pointed
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        assert page.locator(SENTENCE).inner_text() != said
        page.keyboard.press(key)
    assert explorer_page.shown(page) == pointed
    assert page.locator(SENTENCE).inner_text() == said
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("output, row 1, column 2: ")


def test_the_sum_is_written_out(opened):
    page = opened("h=2&w=3&kh=2&kw=2&image=3,0,1,2,-4,5&kernel=1,0,-2,1")
    assert page.locator(SENTENCE).inner_text() == (
        "output[0, 0] = 3*1 + 0*0 - 2*2 - 4*1 = -5"
    )
    assert page.locator(SENTENCE).get_attribute("role") == "status"


def test_tab_goes_from_panel_to_panel(opened):
    page = opened()
    page.locator("#index-explorer .xp-placement").focus()
    seen = []
    for _ in range(7):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.closest('[data-panel]')?.dataset.panel"
            )
        )
    assert seen == [
        "image",
        "kernel",
        "output",
        "window",
        "offsets",
        "index",
        "gathered",
    ]


def test_the_keyboard_reaches_what_is_out_of_sight(opened):
    page = opened("h=28&w=28&kh=3&kw=3")
    page.locator('[data-panel="index"] [tabindex="0"]').focus()
    for _ in range(60):
        page.keyboard.press("ArrowDown")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    expected = xh.correlation_indices((28, 28), (3, 3))[60, 0]
    assert focused == f"index, row 60, column 0: {expected}"


def test_the_arrow_keys_go_from_channel_to_channel(opened):
    page = opened("h=2&w=3&c=2&kh=1&kw=1")
    page.locator('[data-panel="image"] [tabindex="0"]').focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    focused = page.locator('[data-panel="image"] :focus')
    flat = np.ravel_multi_index((0, 0, 1), (2, 3, 2))
    assert focused.get_attribute("aria-label").startswith(
        "image, row 0, column 0, channel 1"
    )
    assert focused.get_attribute("aria-colindex") == str(3 + 1 + 1)  # a gap between
    assert focused.locator("small").inner_text() == str(flat)


SCROLLED = """() => Object.fromEntries(["offsets", "window", "index", "gathered"].map(
  (name) => [name, document.querySelector(`[data-panel="${name}"] .xp-box`)]
).map(([name, box]) => [name, [box.scrollTop, box.scrollLeft]]))"""


def test_what_belongs_beside_each_other_scrolls_together(opened):
    page = opened("h=28&w=28&kh=12&kw=12")

    def assert_aligned():
        page.wait_for_timeout(200)
        at = page.evaluate(SCROLLED)
        assert at["offsets"][0] == at["index"][0] == at["gathered"][0]
        assert at["window"][1] == at["index"][1] == at["gathered"][1]
        return at["index"]

    page.locator('[data-panel="index"] .xp-box').evaluate(
        "box => box.scrollTo(700, 1500)"
    )
    assert assert_aligned() == [1500, 700]
    cell(page, "kernel", 0, 0).dispatch_event("pointerover")
    assert assert_aligned()[1] < 700


def test_the_address_keeps_the_whole_state(opened):
    page = opened()
    page.get_by_label("height").first.fill("4")
    for name, value in {"width": "6", "channels": "2", "stride": "2"}.items():
        page.locator(f"#index-explorer [name={name}]").fill(value)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
    page.get_by_label("scatter").check()
    cell(page, "kernel", 1, 2).click()
    page.keyboard.type("-7")
    page.keyboard.press("Enter")
    again = opened(address_of(page))
    assert settings_of(again) == settings_of(page)
    assert settings_of(again)["channels"] == "2"
    assert explorer_page.shown(again) == explorer_page.shown(page)
    assert again.locator(SENTENCE).inner_text() == page.locator(SENTENCE).inner_text()
    assert "-7" in again.locator(SENTENCE).inner_text()


IMPOSSIBLE = [
    ("kernelHeight", "6", "The kernel must fit into the padded image: it spans 6 x 3"),
    ("dilation", "6", "it spans 7 x 13 pixels, and the padded image has 5 x 9"),
    ("stride", "0", "The stride must be a whole number from 1 to 12, not 0."),
    ("height", "29", "The height must be a whole number from 1 to 28, not 29."),
    ("width", "2.5", "The width must be a whole number from 1 to 28, not 2.5."),
    ("channels", "", "The channels must be a whole number from 1 to 3, not NaN."),
]


def test_an_impossible_setting_says_why_and_changes_nothing(opened):
    page = opened()
    before = (settings_of(page), explorer_page.shown(page), address_of(page))
    for name, value, says in IMPOSSIBLE:
        page.locator(f"#index-explorer [name={name}]").fill(value)
        page.locator(f"#index-explorer [name={name}]").press("Tab")
        assert says in page.locator(PROBLEM).inner_text()
        now = (settings_of(page), explorer_page.shown(page), address_of(page))
        assert now == before, name
    page.locator("#index-explorer [name=stride]").fill("2")
    page.locator("#index-explorer [name=stride]").press("Tab")
    assert page.locator(PROBLEM).inner_text() == ""


def test_a_wrong_row_step_that_runs_out_of_the_image_is_refused(opened):
    page = opened("h=9&w=5")
    page.locator("#index-explorer [name=rowStep]").select_option("height")
    window = np.add.outer(np.arange(2) * 9, np.arange(3)).max()
    last = xh.window_offsets((9, 5), (2, 3)).max() + window
    assert last >= 9 * 5
    assert f"position {last}" in page.locator(PROBLEM).inner_text()
    assert "IndexError" in page.locator(PROBLEM).inner_text()
    assert settings_of(page)["rowStep"] == "width"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("h=5&w=x", 'gives "x" for w, which is no whole number'),
        ("h=2&kh=3", "The kernel must fit"),
        ("view=sideways", 'gives "sideways" for view'),
        ("h=2&w=2&kh=1&kw=1&image=1,2,3", "gives 3 values for image; 4 are needed"),
        ("h=2&w=2&kh=1&kw=1&image=1,2,3,100", "from -99 to 99"),
        ("panel=constructor", 'gives "constructor" for panel'),
    ],
)
def test_a_wrong_address_says_why_and_shows_the_plain_example(address, says, opened):
    page = opened(address)
    assert says in page.locator(PROBLEM).inner_text()
    assert settings_of(page) == settings_of(opened())


def test_a_value_is_changed_by_keyboard(opened):
    page = opened("h=2&w=3&kh=1&kw=2&image=1,2,3,4,5,6&kernel=1,10")
    page.locator('[data-panel="image"] [tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("8")
    page.keyboard.press("Enter")
    image = np.array([[1, 8, 3], [4, 5, 6]])
    expected = xh.correlate(image[None, :, :, None], np.array([[[[1], [10]]]]))
    numbers = explorer_page.shown(page)["output"]["numbers"]
    assert numbers == as_text(expected[0, :, :, 0].astype(int))
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("image, row 0, column 1: 8")
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    assert "whole number" in page.locator(PROBLEM).inner_text()
    assert explorer_page.shown(page)["output"]["numbers"] == numbers


def test_padding_cannot_be_changed(opened):
    page = opened("p=1")
    cell(page, "image", 0, 0).click()
    assert page.locator(".xp-editor").is_hidden()
    cell(page, "image", 1, 1).click()
    assert page.locator(".xp-editor").is_visible()


def test_placements_are_stepped_through(opened):
    page = opened("h=3&w=4&kh=2&kw=2")
    slider = page.locator(".xp-placement")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(SENTENCE).inner_text().startswith("output[0, 1] = ")
    page.locator(".xp-play").click()
    page.wait_for_function(
        "() => document.querySelector('.xp-sentence').textContent"
        ".startsWith('output[1, 0]')"
    )
    page.locator(".xp-play").click()
    stopped = slider.input_value()
    page.wait_for_timeout(1200)
    assert slider.input_value() == stopped
    page.locator(".xp-play").click()
    page.wait_for_function(
        "() => document.querySelector('.xp-placement').value === '5'"
    )
    assert page.locator(".xp-play").inner_text() == "Play"


def test_every_preset_opens_from_its_button_and_from_its_place(opened):
    page = opened()
    buttons = page.locator(".xp-presets button")
    names = page.evaluate("xcorrExplorer.PRESETS.map((preset) => preset.name)")
    assert buttons.count() == len(names) >= 5
    for number, name in enumerate(names):
        buttons.nth(number).click()
        assert page.locator(PROBLEM).inner_text() == ""
        by_button = settings_of(page), address_of(page)
        assert page.locator(f"[id='{name}']").count() == 1
        page.evaluate(explorer_page.OPEN, "one-window")
        page.evaluate(explorer_page.OPEN, name)
        assert (settings_of(page), address_of(page)) == by_button


def test_a_link_to_a_preset_opens_with_the_explorer_in_sight(opened):
    page = opened("backwards")
    assert settings_of(page)["view"] == "scatter"
    top = "document.getElementById('index-explorer').getBoundingClientRect().top"
    page.wait_for_function(f"() => {top} >= 0 && {top} < 100")


def test_the_digit_is_the_samples_first(opened):
    five = opened().evaluate("xcorrExplorer.FIVE")
    image = xh.load_mnist().images[0]
    np.testing.assert_array_equal(np.reshape(five, (28, 28)), np.rint(image * 9))


def test_the_wrong_row_step_reads_the_wrong_pixels(opened):
    page = opened("a-wrong-row-step", everything=True)
    names = {}
    exec(page.locator(".xp-python").text_content(), names)
    right = xh.correlation_indices((5, 9), (2, 3))
    assert (names["index"] != right).any()
    panels = explorer_page.shown(page)
    assert panels["index"]["numbers"] == as_text(names["index"])
    places = zip(*np.unravel_index(names["index"][0], (5, 9)))
    assert panels["image"]["lit"] == set(places)
    assert page.locator(".xp-hidden-mistake").is_hidden()
    page.locator("#index-explorer [name=height]").fill("9")
    page.locator("#index-explorer [name=height]").press("Tab")
    assert page.locator(".xp-hidden-mistake").is_visible()


def test_a_large_toeplitz_matrix_is_not_drawn_but_counted(opened):
    page = opened("a-digit")
    page.get_by_role("radio", name="Toeplitz").check()
    index = xh.correlation_indices((28, 28), (3, 3))
    cells = len(index) * 28 * 28
    zeros = 100 * (1 - index.size / cells)
    message = page.locator(".xp-too-large").inner_text()
    for number in (
        f"{len(index):,}",
        f"{cells:,}",
        f"{index.size:,}",
        f"{zeros:.1f} %",
    ):
        assert number in message
    assert page.locator('[data-panel="toeplitz"]').is_hidden()
    assert page.locator('[data-panel="index"]').is_visible()


def test_a_phone_shows_digits_that_can_be_read(opened):
    page = opened("a-digit", width=390)
    sizes = page.locator("#index-explorer .xp-cell :is(b, small)").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 11
    boxes = page.locator(".xp-box:visible").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().right)"
    )
    assert max(boxes) <= 390


HOVER = """async (panel) => {
  const cells = [...document.querySelectorAll(`[data-panel="${panel}"] .xp-cell`)];
  const times = [];
  for (const cell of cells.slice(0, 25)) {
    const start = performance.now();
    cell.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    document.body.getBoundingClientRect(); // the page is laid out anew
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}"""


def test_the_largest_setting_answers(opened, report):
    page = opened("h=28&w=28&c=3&kh=12&kw=12&p=6")
    assert page.locator(PROBLEM).inner_text() == ""
    for panel in (
        "image",
        "kernel",
        "output",
        "window",
        "offsets",
        "index",
        "gathered",
    ):
        time = page.evaluate(HOVER, panel)
        report(f"explorer, largest setting: a hover in {panel} takes {time:.0f} ms")
        assert explorer_page.shown(page)[panel]["lit"]


def test_it_works_from_disk(book_html, context):
    folder = book_html.resolve().as_uri()
    address = f"{folder}/book/explorer.html#h=5&w=7&kh=2&kw=3&s=2"
    with browser.Visit(context, address, folder) as visit:
        cell(visit.page, "output", 1, 1).click()
        assert visit.page.locator(SENTENCE).inner_text().startswith("output[1, 1] = ")
        assert address_of(visit.page) == "w=7&s=2&cell=4"
        assert visit.problems == []
