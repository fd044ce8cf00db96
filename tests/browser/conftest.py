"""The built book as a browser is served it."""

import pytest

from tests.browser import draw_page, kernels_page
from tests.browser.explorer_page import DRAWN, EVERYTHING
from tools import browser


@pytest.fixture(scope="session")
def home(book_html):
    with browser.served(book_html) as address:
        yield address


@pytest.fixture(scope="session")
def scratch(context):
    """An empty page, to compare pictures on."""
    page = context.new_page()
    page.goto("about:blank")
    return page


@pytest.fixture(scope="session")
def chapter(home, context):
    """A chapter, loaded once for the tests that leave it as it was."""
    with browser.Visit(context, f"{home}/book/02_slide_one_kernel.html", home) as visit:
        visit.figures()
        yield visit


@pytest.fixture
def visits():
    """Visits of a test: what goes wrong on any of their pages fails it."""
    found = []
    yield found
    problems = [problem for visit in found for problem in visit.problems]
    for visit in found:
        visit.page.close()
    assert problems == []


@pytest.fixture
def explorer(home, context, visits):
    """Open the explorer at an address."""

    # Without an address it would play.
    def open_at(address="h=5", *, everything=False, **options):
        url = f"{home}/book/explorer.html{address and '#'}{address}"
        visits.append(browser.Visit(context, url, home, **options))
        page = visits[-1].page
        page.locator(".xp-settings").evaluate("fold => { fold.open = true; }")
        if everything:
            page.add_style_tag(content=EVERYTHING)
            page.evaluate(DRAWN)
        return page

    return open_at


@pytest.fixture
def drawing(home, context, visits):
    """Open the page on which a digit is drawn."""

    def opened(**options):
        url = f"{home}/{draw_page.ADDRESS}"
        visits.append(browser.Visit(context, url, home, **options))
        visits[-1].page.wait_for_selector(".dd-thumb")
        return visits[-1].page

    return opened


@pytest.fixture
def own_picture(home, context, visits):
    """Open the page of kernels at an address."""

    def open_at(address="", *, base=home, **options):
        url = f"{base}/book/kernels.html{address and '#'}{address}"
        visits.append(browser.Visit(context, url, base, **options))
        visits[-1].page.wait_for_function(kernels_page.READY)
        return visits[-1].page

    return open_at
