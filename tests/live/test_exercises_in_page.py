"""Exercises run in their page, with a real NumPy, as `make live` deploys them."""

import re
import time

import pytest
from playwright.sync_api import expect

from live import lock
from live import site as live_site
from tests.live.real_stand_in import RealStandIn
from tests.live.stand_in import StandIn
from tests.live.test_in_browsers import sizes
from tools import browser
from xcorr_helpers import checks

pytestmark = pytest.mark.thorough

CHAPTER = "02_slide_one_kernel"
START = 180_000  # milliseconds, on a machine that has other things to do
WRONG = """\
def my_window(image_shape, kernel_shape):
    rows = np.arange(kernel_shape[0])[:, None]
    return (rows * image_shape[0] + np.arange(kernel_shape[1])).ravel()


print("asked")
checks.window_index(my_window)"""
RIGHT = WRONG.replace("image_shape[0]", "image_shape[1]")
HANGS = "print('before', end='')\nwhile True: pass"
EXITS = WRONG.replace("    rows =", "    import sys; sys.exit(3)\n    rows =")


class Exercise:
    """One exercise on a page, as its reader uses it."""

    def __init__(self, page, number):
        self.box = page.locator(".run").nth(number)
        self.code = self.box.locator("textarea")
        self.status = self.box.locator(".run-status")
        self.output = page.locator(".run-output").nth(number)
        self.printed = self.output.locator("pre")

    def press(self, name):
        self.box.get_by_role("button", name=name, exact=True).click()

    def run(self, code, until):
        self.code.fill(code)
        self.press("Run")
        expect(self.status).to_contain_text(until, timeout=START)

    def seconds(self):
        (text,) = re.findall(r"Python started in ([\d.]+) s", self.status.inner_text())
        return float(text)


@pytest.fixture(scope="module")
def real(site, real_numpy, tmp_path_factory):
    return RealStandIn(site, lock.HOST, real_numpy, tmp_path_factory.mktemp("narwhals"))


@pytest.fixture
def opened(live_home, context):
    with browser.Visit(context, f"{live_home}/book/{CHAPTER}.html", live_home) as visit:
        visit.page.locator(".run").first.wait_for()
        yield visit


def asked_of(host):
    # Browsers look for an icon at the root by themselves.
    asked = host.answered | host.refused
    return {url for url in asked if not url.endswith("/favicon.ico")}


def as_in_python(code):
    """Return what the judge says in CPython."""
    import numpy as np

    namespace = {"np": np, "checks": checks, "print": lambda text: None}
    exec(code.rpartition("\n")[0], namespace)
    return checks.result("window_index", namespace["my_window"]).report


def test_an_exercise_runs_in_its_page(real, live_home, html, context, report):
    with real.between(context, live_home):
        page, own = context.new_page(), []
        page.on("request", lambda request: own.append(request.url))
        page.goto(f"{live_home}/book/{CHAPTER}.html", wait_until="networkidle")
        exercise = Exercise(page, 0)
        expect(exercise.box.locator(".run-note")).to_contain_text(
            f"It is fetched once, about {live_site.PAGE_MEGABYTES} MB, from "
            "cdn.jsdelivr.net and from here."
        )
        assert asked_of(real) == set()
        assert not [url for url in own if "/lite/pypi/" in url or ".ipynb" in url]
        own.clear()

        exercise.run(WRONG, "Not yet.")
        first = exercise.seconds()
        # The report, word for word, and what the function reads.
        assert exercise.printed.inner_text().strip() == f"asked\n{as_in_python(WRONG)}"
        figure = exercise.output.locator(".plotly-figure[data-drawn='1']")
        expect(figure).to_have_attribute(
            "aria-label", re.compile("^What output 0 reads")
        )
        figure.locator(".main-svg").first.wait_for()
        fetched = sum(map(real.size, real.answered)) + sizes(set(own), live_home, html)
        assert 0.8 < fetched / (live_site.PAGE_MEGABYTES * 1e6) < 1.2
        # The older Pyodide needs `packaging`, and has another name for its core.
        names = {url.removeprefix(lock.HOST).partition("-")[0] for url in real.answered}
        names -= {"packaging", "pyodide.asm.js"}
        assert names == {
            *("pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip"),
            *("numpy", "narwhals", "threadpoolctl"),
        }
        assert asked_of(real) == real.answered

        exercise.run(EXITS, "Not yet. Ran")
        assert "it raised SystemExit" in exercise.printed.inner_text()
        exercise.run(RIGHT, "Right. Ran")
        assert exercise.printed.inner_text().strip() == f"asked\n{as_in_python(RIGHT)}"
        expect(exercise.output.locator(".plotly-figure")).to_have_count(0)

        exercise.run(HANGS, "Running.")
        expect(exercise.printed).to_have_text("before")
        other = Exercise(page, 1)
        expect(other.box.get_by_text("Run", exact=True)).to_be_disabled()
        exercise.press("Stop")
        expect(exercise.status).to_contain_text("The next Run starts Python anew")
        assert exercise.code.input_value() == HANGS
        expect(exercise.printed).to_have_text("before")
        page.reload()
        assert exercise.code.input_value() == HANGS
        # Another exercise of the page, with a function of this one.
        exercise.code.fill(RIGHT)
        other.run("my_window((5, 9), (2, 3))", "Ran in")
        assert other.printed.inner_text() == "array([ 0,  1,  2,  9, 10, 11])\n"
        report(f"Python in the page: {first} s to start, {other.seconds()} s again")
        page.close()


@pytest.mark.weekly
def test_what_a_cell_does_to_python_ends_with_it(real, live_home, opened, context):
    with real.between(context, live_home):
        exercise = Exercise(opened.page, 0)
        exercise.run("import os; print(1); os._exit(3)", "Python has ended.")
        assert exercise.printed.inner_text().startswith("1\n")
        exercise.run("correlate2d(image, kernel, mode='valid').shape", "Ran in")
        assert exercise.printed.inner_text() == "(4, 7)\n"
        exercise.run("def f(): return f()\nf()", "Ran in")
        assert "RecursionError" in exercise.printed.inner_text()
        exercise.run("print('x' * 60)\nwhile True: print('spam')", "Running.")
        expect(exercise.printed).to_contain_text("it is too long", timeout=60_000)
        exercise.press("Stop")
        eats = "eaten = []\nwhile True: eaten.append(bytearray(50_000_000))"
        exercise.code.fill(eats)
        exercise.press("Run")
        ended = re.compile("Ran in|Python has ended")
        expect(exercise.status).to_have_text(ended, timeout=START)
        exercise.run("6 * 7", "Ran in")
        assert exercise.printed.inner_text() == "42\n"


def test_where_the_host_is_blocked_the_reader_is_told(site, live_home, context):
    stand_in = StandIn(site, "https://nobody.invalid/")
    with stand_in.between(context, live_home):
        page = context.new_page()
        page.goto(f"{live_home}/book/{CHAPTER}.html")
        exercise = Exercise(page, 0)
        exercise.press("Run")
        expect(exercise.status).to_have_text("Python did not start.")
        told = exercise.output.inner_text()
        assert "Python cannot be fetched from cdn.jsdelivr.net." in told
        assert "What to do: " in told and "take the notebook (How to run it)" in told
        page.goto(f"{live_home}/lite/notebooks/index.html?path={CHAPTER}.ipynb")
        notice = page.locator("#python-notice[role=status]")
        expect(notice).to_contain_text(
            "Python cannot be fetched from cdn.jsdelivr.net."
        )
        link = notice.get_by_text("How to run it on your machine")
        assert (
            link.get_attribute("href") == f"{live_home}/book/intro.html#how-to-run-it"
        )
        page.close()
    assert asked_of(stand_in) == {f"{lock.HOST}pyodide.mjs"}


def test_a_host_that_does_not_answer_is_named_after_a_while(live_home, context):
    context.route(f"{lock.HOST}**", lambda route: time.sleep(0))
    page = context.new_page()
    page.clock.install()
    page.goto(f"{live_home}/book/{CHAPTER}.html")
    exercise = Exercise(page, 0)
    exercise.press("Run")
    expect(exercise.status).to_contain_text("Starting Python")
    page.clock.run_for(21_000)
    expect(exercise.output).to_contain_text("Still waiting for cdn.jsdelivr.net")
    exercise.press("Stop")
    expect(exercise.status).to_contain_text("Stopped.")
    context.unroute(f"{lock.HOST}**")
    page.close()
