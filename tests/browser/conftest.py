"""The built book as a browser is served it."""

import pytest

from tests.browser import kernels_page
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
def explorer(home, context):
    """Open the explorer at an address; what goes wrong on the page fails the test."""
    visits = []

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

    yield open_at
    problems = [problem for visit in visits for problem in visit.problems]
    for visit in visits:
        visit.page.close()
    assert problems == []


@pytest.fixture
def own_picture(home, context):
    """Open the page of kernels at an address; what goes wrong on it fails the test."""
    visits = []

    def open_at(address="", *, base=home, **options):
        url = f"{base}/book/kernels.html{address and '#'}{address}"
        visits.append(browser.Visit(context, url, base, **options))
        visits[-1].page.wait_for_function(kernels_page.READY)
        return visits[-1].page

    yield open_at
    problems = [problem for visit in visits for problem in visit.problems]
    for visit in visits:
        visit.page.close()
    assert problems == []
