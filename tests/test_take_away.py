"""What a reader can take away: a chapter's notebook, the book as a zip and as a PDF."""

import io
import sys
import zipfile

import browser
import built_book
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from test_browser import assert_page_is_well

sys.path.append(str(built_book.ROOT / "tools"))

import make_pdf  # noqa: E402
import take_away  # noqa: E402

LANDING = built_book.pages()[0]


def links(html):
    return [a["href"] for a in BeautifulSoup(html, "html.parser").select(".take-away a")]


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
    assert links(landing.read_text()) == [f"../{take_away.NAME}.zip"]
    (tmp_path / f"{take_away.NAME}.pdf").write_bytes(b"a course")
    take_away.main(tmp_path)
    both = [f"../{take_away.NAME}.zip", f"../{take_away.NAME}.pdf"]
    assert links(landing.read_text()) == both
    with zipfile.ZipFile(tmp_path / f"{take_away.NAME}.zip") as archive:
        packed = archive.read(f"{take_away.NAME}/{take_away.LANDING}").decode()
    assert links(packed) == both[1:], "it holds no copy of itself"


def test_the_archive_holds_every_page(unpacked):
    for page in built_book.pages():
        assert (unpacked / f"{page}.html").is_file(), page
    assert (unpacked / "index.html").is_file()


def test_the_archive_opens_with_a_double_click(unpacked, context):
    folder = unpacked.resolve().as_uri()
    with browser.Visit(context, f"{folder}/index.html", folder) as visit:
        visit.page.wait_for_url(f"{folder}/{LANDING}.html", wait_until="load")
    scratch = context.new_page()
    for page in (LANDING, "book/04_add_channels"):  # figures, maths, drawings
        with browser.Visit(context, f"{folder}/{page}.html", folder) as visit:
            assert_page_is_well(visit, page, scratch)
    scratch.close()
    with browser.Visit(context, f"{folder}/book/explorer.html#two-channels", folder) as v:
        assert v.page.locator("#index-explorer [name=channels]").input_value() == "2"
        assert v.problems == []
    with browser.Visit(context, f"{folder}/search.html?q=dilation", folder) as visit:
        visit.page.locator("#search-results li a").first.wait_for()
        assert visit.problems == []


def test_the_pdf_holds_figures_as_pictures_and_what_is_folded(book_html, context):
    content = make_pdf.printed(context, [LANDING, "book/bug_museum"], book_html)
    pdf = PdfReader(io.BytesIO(content))
    texts = [page.extract_text() for page in pdf.pages]
    museum = next(n for n, text in enumerate(texts) if text.startswith("The bug museum"))
    pictures = sum(len(page.images) for page in pdf.pages[:museum])
    assert pictures >= 2, "the image and the output of the first figure"
    everything = "\n".join(texts)
    assert "Pause" not in everything, "nobody can press it on paper"
    assert "change_across(stripes)" in everything, "a folded cell stays folded"
    assert {"Cross-correlation by index", "The bug museum"} <= set(outline(pdf.outline))


def outline(entries):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry)
        else:
            yield entry.title
