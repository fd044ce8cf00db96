"""What a reader can take away: notebooks, the book as a zip, a printed page."""

import zipfile

import pytest
from bs4 import BeautifulSoup

from tests.browser.test_every_page import assert_page_is_well
from tools import browser, built_book, take_away

LANDING = built_book.pages()[0]


def links(html):
    return [
        a["href"] for a in BeautifulSoup(html, "html.parser").select(".take-away a")
    ]


@pytest.fixture(scope="module")
def unpacked(book_html, tmp_path_factory):
    """The archive, unpacked elsewhere."""
    folder = tmp_path_factory.mktemp("taken")
    with zipfile.ZipFile(book_html / f"{take_away.NAME}.zip") as archive:
        archive.extractall(folder)
    return folder / take_away.NAME


@pytest.mark.parametrize("page", built_book.pages())
def test_each_notebook_can_be_downloaded_from_its_page(page, book_html):
    path = built_book.html_path(page)
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    found = soup.select("a.notebook-link")
    if page not in built_book.notebooks():
        assert found == []
        return
    (link,) = found
    assert link.has_attr("download") and link.get_text(strip=True)
    downloaded = (path.parent / link["href"]).read_bytes()
    assert downloaded == built_book.notebook_path(page).read_bytes()


def test_the_landing_page_links_only_what_there_is(tmp_path):
    (tmp_path / "book").mkdir()
    landing = tmp_path / take_away.LANDING
    landing.write_text("<p>before</p><!-- take-away --><p>after</p>", encoding="utf-8")
    take_away.main(tmp_path)
    assert links(landing.read_text(encoding="utf-8")) == [f"../{take_away.NAME}.zip"]
    (tmp_path / f"{take_away.NAME}.pdf").write_bytes(b"a course")
    take_away.main(tmp_path)
    both = [f"../{take_away.NAME}.zip", f"../{take_away.NAME}.pdf"]
    assert links(landing.read_text(encoding="utf-8")) == both
    with zipfile.ZipFile(tmp_path / f"{take_away.NAME}.zip") as archive:
        packed = archive.read(f"{take_away.NAME}/{take_away.LANDING}").decode()
    assert links(packed) == both[1:], "it holds no copy of itself"


@pytest.mark.thorough
def test_the_archive_holds_every_page(unpacked):
    for page in built_book.pages():
        assert (unpacked / f"{page}.html").is_file(), page
    assert (unpacked / "index.html").is_file()


@pytest.mark.weekly
def test_the_archive_opens_with_a_double_click(unpacked, context):
    folder = unpacked.resolve().as_uri()
    with browser.Visit(context, f"{folder}/index.html", folder) as visit:
        visit.page.wait_for_url(f"{folder}/{LANDING}.html", wait_until="load")
    scratch = context.new_page()
    for page in (LANDING, "book/04_add_channels"):  # figures, maths, drawings
        with browser.Visit(context, f"{folder}/{page}.html", folder) as visit:
            assert_page_is_well(visit, page, scratch)
    scratch.close()
    with browser.Visit(
        context, f"{folder}/book/explorer.html#two-channels", folder
    ) as v:
        assert v.page.locator("#index-explorer [name=channels]").input_value() == "2"
        assert v.problems == []
    with browser.Visit(context, f"{folder}/search.html?q=dilation", folder) as visit:
        visit.page.locator(".found a").first.wait_for()
        assert visit.problems == []


@pytest.mark.thorough
@pytest.mark.parametrize("page", ["book/05_add_the_batch"])
def test_figures_fit_on_paper(page, book_html, context):
    too_wide = """() => [...document.querySelectorAll(".plotly-figure .main-svg")]
      .map((drawing) => drawing.getBoundingClientRect().width)
      .filter((width) => width > 178 / 25.4 * 96)"""  # A4 within its margins
    with (
        browser.served(book_html) as home,
        browser.Visit(context, f"{home}/{page}.html", home) as visit,
    ):
        assert visit.figures()
        assert visit.page.evaluate(too_wide), "on a screen they are wider"
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate(too_wide) == []
        padding = visit.page.locator(".bd-article").evaluate(
            "article => getComputedStyle(article).padding"
        )
        assert padding == "0px", "the figures would be cut by as much"
