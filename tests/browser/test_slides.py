"""The slides in a real browser: whole, readable from the back row, quiet, printed."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import accessibility
from tests.conftest import not_here
from tools import browser, make_slides
from tools.slides import decks, reveal

pytestmark = pytest.mark.thorough
NUMBERS = [1, 2, 3, 4]
READY = "html[data-ready='1']"
LEAST = 19.9  # pixels, of 1280 x 720
NEXT = """() => {
  for (const one of document.querySelectorAll(".present .fragment")) {
    one.classList.add("visible");
  }
}"""
# What stands outside of a slide, is cut, or is too small to be read.
PROBLEMS = """(least) => {
  const slide = Reveal.getCurrentSlide().querySelector(".slide");
  const found = [];
  const parts = slide.querySelector(".parts");
  if (parts.scrollHeight > parts.clientHeight + 1) found.push("parts are cut");
  const foot = [slide.querySelector("footer"), document.querySelector(".slide-number")];
  const margins = foot.map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect();
  });
  for (const code of slide.querySelectorAll("pre")) {
    if (code.scrollWidth > code.clientWidth + 1) found.push("code is cut");
  }
  for (const one of slide.querySelectorAll(":not(script, style, title)")) {
    if (one.closest("mjx-assistive-mml")) continue;
    const { width, left, top, right, bottom } = one.getBoundingClientRect();
    if (!width) continue;
    const name = `${one.tagName}: ${one.textContent.slice(0, 40)}`;
    if (left < -1 || top < -1 || right > 1281 || bottom > 721) {
      found.push(`outside, ${name} ${[left, top, right, bottom]}`);
    }
    const text = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!text) continue;
    const isOver = (edge) =>
      left < edge.right && right > edge.left && bottom > edge.top;
    if (one.matches("footer")) continue;
    if (margins.some(isOver)) found.push(`over the foot, ${name}`);
    const matrix = one.ownerSVGElement ? one.getScreenCTM() : null;
    const figure = one.closest(".plotly-figure");
    const scale = matrix ? Math.hypot(matrix.b, matrix.d) : figure?.dataset.scale ?? 1;
    const size = parseFloat(getComputedStyle(one).fontSize) * scale;
    if (size < least) found.push(`${size.toFixed(1)} pixels, ${name}`);
  }
  for (const figure of slide.querySelectorAll(".plotly-figure")) {
    const marks = ".heatmaplayer image, .imagelayer image, .js-line, .point";
    if (!figure.querySelector(marks)) found.push("a figure is not drawn");
  }
  return found;
}"""


@pytest.fixture(scope="module")
def folder(book_html, tmp_path_factory):
    if not reveal.WHEEL.is_there():
        not_here(reveal.NOWHERE)
    made = tmp_path_factory.mktemp("slides") / "slides"
    make_slides.write(decks.sessions(), made)
    return made


@pytest.fixture(scope="module")
def home(folder):
    with browser.served(folder) as address:
        yield address


@pytest.fixture
def visit(context, home):
    """Open a session; what goes wrong on the page fails the test."""
    visits = []

    def opened(name, address=home):
        visits.append(browser.Visit(context, f"{address}/{name}", address))
        page = visits[-1].page
        page.set_viewport_size({"width": 1280, "height": 720})
        page.locator(READY).wait_for(timeout=60_000)
        return page

    yield opened
    problems = [problem for one in visits for problem in one.problems]
    for one in visits:
        one.page.close()
    assert problems == []


def problems_of(page, number):
    page.evaluate("number => Reveal.slide(number)", number)
    page.evaluate(NEXT)
    return page.evaluate(PROBLEMS, LEAST)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_slide_is_whole_and_readable(visit, number):
    page = visit(f"session_{number}.html")
    count = page.evaluate("Reveal.getTotalSlides()")
    assert count == len(decks.sessions()[number - 1].slides) + 1
    found = {n + 1: problems_of(page, n) for n in range(count)}
    assert {n: problems for n, problems in found.items() if problems} == {}


def test_what_is_cut_or_too_small_is_found(visit):
    page = visit("session_1.html")
    code = page.locator("section").nth(3).locator("pre").first
    code.evaluate("code => code.append('one more line\\n'.repeat(30))")
    assert problems_of(page, 3)[0] == "parts are cut"
    code.evaluate("code => { code.textContent = 'x'.repeat(200); }")
    assert "code is cut" in problems_of(page, 3)
    code.evaluate("code => { code.textContent = 'x'; code.style.fontSize = '16px'; }")
    assert problems_of(page, 3) == ["16.0 pixels, PRE: x"]


# Printed, all slides are there at once.
@pytest.mark.parametrize(
    "name",
    [*(f"session_{n}.html{end}" for n in NUMBERS for end in ("", "?print-pdf"))],
)
def test_nobody_is_shut_out(visit, name):
    page = visit(name)
    page.evaluate(accessibility.axe())
    assert page.evaluate(accessibility.RUN, [{"include": ["html"]}, {}]) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_the_pdf_has_one_page_for_each_slide(context, folder, number):
    content = make_slides.printed(context, folder, f"session_{number}")
    pdf = PdfReader(io.BytesIO(content))
    slides = decks.sessions()[number - 1].slides
    assert len(pdf.pages) == len(slides) + 1
    for slide, page in zip(slides, pdf.pages[1:], strict=True):
        text = unicodedata.normalize("NFKC", page.extract_text())  # no ligatures
        title, text = (re.sub(r"\s", "", words) for words in (slide.title, text))
        assert text.startswith(title)


def test_keys_go_on_and_what_is_asked_comes_before_what_is_answered(visit):
    page = visit("session_1.html")
    page.keyboard.press("ArrowRight")
    sums = page.locator(".present .fragment pre")
    expect(sums).to_be_hidden()
    page.keyboard.press("Space")
    expect(sums).to_be_visible()
    expect(sums).to_contain_text("= 29")
    page.keyboard.press("ArrowRight")
    expect(page.locator("section.present h2")).to_have_text("One line of numbers")


def test_a_figure_moves(visit):
    page = visit("session_3.html")
    page.evaluate("Reveal.slide(2)")
    title = page.locator(".present .gtitle")
    before = title.text_content()
    stride = page.get_by_role("slider", name="stride")
    stride.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('.present .gtitle').textContent !== before",
        arg=before,
    )
    for let_go in (lambda: stride.press("Escape"), stride.click):
        let_go()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".present h2")).to_have_text("What does a stride leave?")
        page.keyboard.press("ArrowLeft")


def test_from_a_disk_with_the_speakers_view(visit, context, folder):
    page = visit("session_1.html", folder.as_uri())
    page.evaluate("Reveal.slide(6)")
    with context.expect_page() as opened:
        page.keyboard.press("s")
    notes = opened.value
    notes.get_by_text("If they say").wait_for(timeout=30_000)
    notes.close()


def test_the_notes_can_be_read_by_themselves(context, home):
    for number in NUMBERS:
        address = f"{home}/session_{number}_notes.html"
        with browser.Visit(context, address, home) as visit:
            visit.page.evaluate(accessibility.axe())
            found = visit.page.evaluate(accessibility.RUN, [{"include": ["html"]}, {}])
            assert found == [] and visit.problems == []
