"""The figures that move: played, paused and stepped by keyboard in a real browser."""

import json

import pytest

from tests.browser import phone
from tools import browser, built_book

FRAME = "plot => plot._fullLayout._currentFrame"


def moving(page):
    """Return the number of a page's first figure with frames, or None."""
    figures = enumerate(built_book.stored_figures(page))
    return next((number for number, figure in figures if figure.get("frames")), None)


def played(page):
    """List the frames that the first button of that figure plays."""
    figure = built_book.stored_figures(page)[moving(page)]
    names = figure["layout"]["updatemenus"][0]["buttons"][0]["args"][0]
    return names or [frame["name"] for frame in figure["frames"]]


PAGES = [page for page in built_book.notebooks() if moving(page) is not None]


# The same code moves them all: of one that moves, a person sees that it works.
FIRST, *OTHERS = PAGES
EACH = [FIRST, *(pytest.param(page, marks=pytest.mark.weekly) for page in OTHERS)]


@pytest.fixture(params=EACH)
def visit(request, home, context):
    address = f"{home}/{request.param}.html"
    with browser.Visit(context, address, home, width=390) as visit:
        figure = visit.page.locator(".plotly-figure").nth(moving(request.param))
        visit.figure = visit.drawn(figure)
        visit.frames = played(request.param)
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
    play, pause = visit.figure.get_by_role("button").all()[:2]
    assert play.inner_text().split()[0] == "Play" and pause.inner_text() == "Pause"
    play.click()
    # On a busy machine the third may be over before anyone asks.
    wait_for(
        visit, f"(plot, later) => later.includes(({FRAME})(plot))", visit.frames[2:]
    )
    pause.click()
    visit.page.wait_for_timeout(300)
    stopped = visit.plot.evaluate(FRAME)
    visit.page.wait_for_timeout(1200)
    assert visit.plot.evaluate(FRAME) == stopped
    # Three are over before anyone can pause them.
    assert stopped != visit.frames[-1] or len(visit.frames) == 3


def test_sliders_go_by_keyboard(visit):
    picture = "plot => plot.querySelector('.cartesianlayer').innerHTML"
    before, left = visit.plot.evaluate(picture), []
    sliders = visit.figure.get_by_role("slider")
    for number, slider in enumerate(sliders.all()):
        slider.focus()
        visit.page.keyboard.press("End")
        visit.page.keyboard.press("ArrowLeft")
        last = int(slider.get_attribute("max"))
        steps = [int(each.input_value()) for each in sliders.all()]
        # The knobs stay where they were left; of two ways, the figure shows one.
        above = left if "06_pad" in visit.page.url else [0] * number
        assert steps[:number] == above and not any(steps[number + 1 :])
        assert steps[number] == last - 1
        left.append(last - 1)
        shown = visit.figure.locator("output").nth(number).inner_text()
        assert slider.get_attribute("aria-valuetext") == shown != ""
    wait_for(visit, f"(plot, before) => ({picture})(plot) !== before", before)
    assert visit.plot.evaluate(FRAME) != visit.frames[0]


def test_the_theme_is_switched_and_the_figure_stays_where_it_was(visit):
    colour = "plot => getComputedStyle(plot.querySelector('.gtitle')).fill"
    title = "plot => plot.querySelector('.gtitle').textContent"
    first = visit.plot.evaluate(title)
    visit.figure.get_by_role("slider").first.focus()
    visit.page.keyboard.press("End")
    wait_for(visit, f"(plot, first) => ({title})(plot) !== first", first)
    before, shown = visit.plot.evaluate(colour), visit.plot.evaluate(title)
    visit.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    wait_for(visit, f"(plot, before) => ({colour})(plot) !== before", before)
    assert visit.plot.evaluate(title) == shown


def test_a_figure_follows_the_width_and_a_phone_shows_all_of_its_page(visit):
    size = "plot => [plot.clientHeight, plot.querySelector('.main-svg').clientWidth]"
    height, _ = visit.plot.evaluate(size)
    visit.page.set_viewport_size({"width": 1300, "height": 900})
    wait_for(visit, f"(plot, width) => ({size})(plot)[1] === plot.clientWidth")
    wide, width = visit.plot.evaluate(size)
    assert width > 500 and wide != height
    visit.page.set_viewport_size({"width": 390, "height": 844})
    wait_for(visit, f"(plot, height) => ({size})(plot)[0] === height", height)
    visit.figures()
    assert phone.problems(visit.page) == []
