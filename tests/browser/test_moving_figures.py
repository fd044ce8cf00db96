"""The figures that move: played, paused and stepped by keyboard in a real browser."""

import json

import pytest

from tools import browser, built_book

FRAME = "plot => plot._fullLayout._currentFrame"
PLAYED = """plot => plot.layout.updatemenus[0].buttons[0].args[0]
  ?? plot._transitionData._frames.map((frame) => frame.name)"""
ACTIVE = "plot => plot._fullLayout.sliders.map((slider) => slider.active)"


def moving(page):
    """Return the number of a page's first figure with frames, or None."""
    figures = enumerate(built_book.stored_figures(page))
    return next((number for number, figure in figures if figure.get("frames")), None)


PAGES = [page for page in built_book.notebooks() if moving(page) is not None]


# The same code moves them all: of one that moves, a person sees that it works.
FIRST, *OTHERS = PAGES
EACH = [FIRST, *(pytest.param(page, marks=pytest.mark.thorough) for page in OTHERS)]


@pytest.fixture(params=EACH)
def visit(request, home, context):
    address = f"{home}/{request.param}.html"
    with browser.Visit(context, address, home, width=390) as visit:
        figure = visit.page.locator(".plotly-figure").nth(moving(request.param))
        visit.figure = visit.drawn(figure)
        visit.plot = visit.figure.locator(".plotly-figure-plot")
        yield visit
        assert visit.problems == []


def wait_for(visit, condition, arg=None):
    handle = visit.plot.element_handle()
    visit.page.wait_for_function(
        f"([plot, arg]) => ({condition})(plot, arg)", arg=[handle, arg]
    )


def test_the_chapters_that_have_one():
    assert {page.split("/")[1][:2] for page in PAGES} >= {"04", "05", "06"}


@pytest.mark.parametrize("page", PAGES)
def test_frames_move_marks_and_repeat_no_image(page):
    for figure in built_book.stored_figures(page):
        for frame in figure.get("frames") or []:
            for data in frame["data"]:
                assert not {"z", "source"} & set(data), json.dumps(data)[:200]


def test_an_animation_plays_and_pauses(visit):
    buttons = visit.figure.locator(".updatemenu-button")
    words = {text.split()[0] for text in buttons.all_text_contents()}
    assert words == {"Play", "Pause"}
    buttons.first.click()
    played = visit.plot.evaluate(PLAYED)
    # On a busy machine the third may be over before anyone asks.
    wait_for(visit, f"(plot, later) => later.includes(({FRAME})(plot))", played[2:])
    buttons.nth(1).click()
    visit.page.wait_for_timeout(300)
    stopped = visit.plot.evaluate(FRAME)
    visit.page.wait_for_timeout(1200)
    assert visit.plot.evaluate(FRAME) == stopped
    # Three are over before anyone can pause them.
    assert stopped != played[-1] or len(played) == 3


def test_controls_are_reachable_by_keyboard(visit):
    sliders = visit.figure.get_by_role("slider")
    picture = "plot => plot.querySelector('.cartesianlayer').innerHTML"
    before, left = visit.plot.evaluate(picture), []
    for number, slider in enumerate(sliders.all()):
        slider.focus()
        visit.page.keyboard.press("End")
        wait_for(
            visit,
            """(plot, number) => {
            const slider = plot._fullLayout.sliders[number];
            return slider.active === slider.steps.length - 1;
        }""",
            number,
        )
        visit.page.keyboard.press("ArrowLeft")
        wait_for(
            visit,
            """(plot, number) => {
            const slider = plot._fullLayout.sliders[number];
            return slider.active === slider.steps.length - 2;
        }""",
            number,
        )
        # The knobs stay where they were left; of two ways, the figure shows one.
        active = visit.plot.evaluate(ACTIVE)
        above = left if "06_pad" in visit.page.url else [0] * number
        assert active[:number] == above and not any(active[number + 1 :])
        left.append(active[number])
        label = visit.plot.evaluate(
            "(plot, n) => plot._fullLayout.sliders[n].steps.at(-2).label", number
        )
        assert slider.get_attribute("aria-valuetext") == label
        assert slider.evaluate("slider => slider === document.activeElement")
    assert visit.plot.evaluate(picture) != before
    visit.figure.get_by_role("button", name="Play").first.focus()
    stopped = visit.plot.evaluate(FRAME)
    visit.page.keyboard.press("Enter")
    wait_for(visit, f"(plot, name) => ({FRAME})(plot) !== name", stopped)


def test_controls_fit_on_a_phone(visit):
    widths = visit.figure.evaluate("figure => [figure.scrollWidth, figure.clientWidth]")
    assert widths[0] <= widths[1], "the controls are partly out of sight"
    for button in visit.figure.locator(".updatemenu-button").all():
        box, frame = button.bounding_box(), visit.figure.bounding_box()
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]


def test_the_theme_is_switched_and_the_figure_stays_where_it_was(visit):
    written = "['.gtitle', '.updatemenu-button text', '.slider-label']"
    colours = f"""plot => {written}.map(
        (text) => getComputedStyle(plot.querySelector(text)).fill)"""
    visit.figure.get_by_role("slider").first.focus()
    visit.page.keyboard.press("End")
    title = "plot => plot.querySelector('.gtitle').textContent"
    wait_for(visit, "plot => plot._fullLayout.sliders[0].active > 0")
    before, shown = visit.plot.evaluate(colours), visit.plot.evaluate(title)
    visit.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    wait_for(
        visit,
        f"""(plot, before) =>
        ({colours})(plot).every((colour, i) => colour !== before[i])""",
        before,
    )
    assert visit.plot.evaluate(title) == shown
    assert visit.figure.get_by_role("slider").first.get_attribute("tabindex") == "0"
