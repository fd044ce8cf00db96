"""The built book in a real browser: drawn, quiet, and asking nobody for anything."""

import base64

import pytest

from tests.browser import accessibility, phone
from tools import browser, built_book

PAGES = built_book.pages()
FIRST_CHAPTER = built_book.notebooks()[1]
LAPTOP, PHONE = browser.HEIGHTS
THOROUGH, WEEKLY = pytest.mark.thorough, pytest.mark.weekly

# What a trace of each kind leaves on the page.
MARKS = """plot => {
  const selectors = {
    bar: ".barlayer .point > path",
    heatmap: ".heatmaplayer image",
    histogram: ".barlayer .point > path",
    image: ".imagelayer.mlayer image",
    scatter: ".scatterlayer .trace :is(.js-line, .js-fill, .point, .textpoint)",
  };
  const stored = JSON.parse(plot.parentElement.querySelector("script").textContent);
  const seen = plot._fullData.filter((trace) => trace.visible === true);
  const wanted = stored.data.filter(
    (trace) => !("visible" in trace) || trace.visible === true);
  const problems = [];
  if (!wanted.length) problems.push("no trace to draw");
  if (seen.length < wanted.length) {
    problems.push(`${seen.length} of ${wanted.length} traces drawn`);
  }
  for (const type of new Set(seen.map((trace) => trace.type))) {
    if (!(type in selectors)) {
      problems.push(`a kind of trace that this test does not know: ${type}`);
      continue;
    }
    // One group for each trace, in every layer but those of pictures.
    const groups = new Set();
    for (const mark of plot.querySelectorAll(selectors[type])) {
      const { width, height } = mark.getBoundingClientRect();
      const group = mark.closest(".trace") || mark.closest(".hm, .im") || mark;
      const shows = mark.checkVisibility({ opacityProperty: true });
      if (shows && width + height > 0) groups.add(group);
    }
    const count = seen.filter((trace) => trace.type === type).length;
    if (groups.size < count) {
      problems.push(`${groups.size} of ${count} ${type} traces have visible marks`);
    }
  }
  return problems;
}"""

# The cells' code that is wider than its box.
SCROLLING_CODE = """() =>
  [...document.querySelectorAll(".cell_input pre, article > section .highlight pre")]
    .filter((code) => code.checkVisibility() && !code.closest(".cell_output"))
    .filter((code) => code.scrollWidth > code.clientWidth)
    .map((code) => code.textContent)"""

# The formulas that MathJax left alone, or could not read and set in red.
FORMULAS = """async () => {
  const wrong = '[data-mml-node="merror"], [data-mml-node="mtext"][fill="red"]';
  return [...document.querySelectorAll("article .math")]
    .filter((math) => !math.querySelector("mjx-container") || math.querySelector(wrong))
    .map((math) => math.textContent);
}"""

# Red, green, blue and opacity of each pixel of a picture.
PIXELS = """async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}"""

# The part of the pixels in which two pictures differ.
DIFFERENCE = (
    f"async (pictures) => {{ const pixels = {PIXELS};"
    """
  const [one, other] = await Promise.all(pictures.map(pixels));
  if (one.length !== other.length) return 1;
  let changed = 0;
  for (let i = 0; i < one.length; i += 4) {
    const same = [0, 1, 2].every((channel) => one[i + channel] === other[i + channel]);
    if (!same) changed += 1;
  }
  return changed / (one.length / 4);
}"""
)
LEAST_PAINTED = 0.001  # of the figure's area: less than one thin line across it


def painted(figure, scratch):
    """Return the part of a figure's area that its traces paint."""
    plot = figure.locator(".plotly-figure-plot")
    pictures = [plot.screenshot()]
    # The same figure without its data is the emptiest plot to compare it with.
    pictures.append(plot.screenshot(style=".mlayer { visibility: hidden; }"))
    encoded = [base64.b64encode(picture).decode() for picture in pictures]
    return scratch.evaluate(DIFFERENCE, encoded)


def assert_page_is_well(visit, page, scratch):
    is_notebook = page in built_book.notebooks()
    figures = visit.figures()
    assert len(figures) == (len(built_book.stored_figures(page)) if is_notebook else 0)
    for figure in figures:
        alt = figure.get_attribute("aria-label")
        plot = figure.locator(".plotly-figure-plot")
        assert plot.evaluate(MARKS) == [], alt
        assert painted(figure, scratch) > LEAST_PAINTED, f"nothing to see: {alt}"
    if visit.page.locator("article .math").count():
        visit.page.locator("html[data-maths=set]").wait_for(state="attached")
    assert visit.page.evaluate(FORMULAS) == []
    spare = "() => innerWidth - document.documentElement.scrollWidth"
    assert visit.page.evaluate(spare) >= 0, "the page scrolls sideways"
    assert visit.problems == []


def at_each_width():
    """List three on a laptop; thoroughly a half on a phone, and weekly all on both."""
    for place, page in enumerate(PAGES):
        marks = () if place % 8 == 2 else WEEKLY
        yield pytest.param((page, LAPTOP), id=f"{page}-{LAPTOP}", marks=marks)
        marks = WEEKLY if place % 2 else THOROUGH
        yield pytest.param((page, PHONE), id=f"{page}-{PHONE}", marks=marks)


@pytest.fixture(scope="module", params=at_each_width())
def opened(request, home, context):
    """Each page at each width, loaded once for all the tests that look at it."""
    page, width = request.param
    with browser.Visit(context, f"{home}/{page}.html", home, width=width) as visit:
        yield visit, page


def test_page(opened, scratch, report):
    visit, page = opened
    assert_page_is_well(visit, page, scratch)
    if visit.page.viewport_size["width"] == LAPTOP:
        report(f"{page}: {built_book.html_path(page).stat().st_size:,} bytes")


def test_a_phone_shows_all_of_it(opened):
    visit, _ = opened
    if visit.page.viewport_size["width"] == PHONE:
        visit.figures()
        assert phone.problems(visit.page) == []


def one_of_each_kind():
    """List them; weekly, but for a chapter and the explorer on a phone."""
    few = (FIRST_CHAPTER, "book/explorer")
    for case in at_each_width():
        page, width = case.values[0]
        marks = THOROUGH if page in few and width == PHONE else WEEKLY
        yield pytest.param(*case.values, id=case.id, marks=marks)


@pytest.mark.parametrize("opened", list(one_of_each_kind()), indirect=True)
def test_axe_finds_nothing(opened):
    visit, _ = opened
    narrow = visit.page.viewport_size["width"] == PHONE
    assert accessibility.violations(visit.page, thorough=narrow) == []
    assert visit.problems == []


def test_no_code_scrolls_sideways_on_a_laptop(opened):
    visit, _ = opened
    if visit.page.viewport_size["width"] == LAPTOP:
        visit.page.evaluate(accessibility.UNFOLD)
        assert visit.page.evaluate(SCROLLING_CODE) == []


def test_page_opened_from_disk(book_html, context, scratch):
    folder = book_html.resolve().as_uri()
    address = f"{folder}/{FIRST_CHAPTER}.html"
    with browser.Visit(context, address, folder) as visit:
        assert_page_is_well(visit, FIRST_CHAPTER, scratch)


# What the first page's first screen is to hold, and whether all of it is in sight;
# other tests may have left a place to go back to.
FIRST_SCREEN = """() => [
  "article h1", ".hero-words > p:not(.ask-back)", ".buttons a", ".xp-strip",
]
  .flatMap((selector) => [...document.querySelectorAll(selector)])
  .map((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const starts = 0 <= top && top < bottom && 0 <= left && left < right;
    return [one.tagName, starts && bottom <= innerHeight && right <= innerWidth];
  })"""


def test_the_front_door_leads_to_a_whole_first_screen(home, context):
    with browser.Visit(context, f"{home}/index.html", home) as visit:
        visit.page.wait_for_url(f"{home}/{PAGES[0]}.html", wait_until="load")
        for width, height in browser.HEIGHTS.items():
            visit.page.set_viewport_size({"width": width, "height": height})
            seen = visit.page.evaluate(FIRST_SCREEN)
            # The second P has the buttons.
            parts = ["H1", "P", "P", "A", "A", "A", "DIV"]
            assert seen == [[part, True] for part in parts], width
        assert visit.problems == []


# The part of a picture that is bright, white or yellow.
GLARE = (
    f"async (picture) => {{ const data = await ({PIXELS})(picture);"
    """
  let bright = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (Math.min(data[i], data[i + 1]) > 180) bright += 1;
  }
  return bright / (data.length / 4);
}"""
)


def test_figures_follow_the_theme(home, context, scratch):
    def glare(figure):
        return scratch.evaluate(GLARE, base64.b64encode(figure.screenshot()).decode())

    colour = "() => getComputedStyle(document.querySelector('.xtick text')).fill"
    switch = "theme => { document.documentElement.dataset.theme = theme; }"
    changed = f"before => ({colour})() !== before"
    with browser.Visit(context, f"{home}/{FIRST_CHAPTER}.html", home) as visit:
        toy, *_ = visit.figures()
        seen, glaring = [visit.page.evaluate(colour)], [glare(toy)]
        for theme in ("dark", "light"):
            visit.page.evaluate(switch, theme)
            visit.page.wait_for_function(changed, arg=seen[-1])
            seen.append(visit.page.evaluate(colour))
            glaring.append(glare(toy))
        assert seen[0] == seen[2]
        # Its cells are pale on a light page: nothing but digits is on a dark one.
        assert glaring[0] > 0.9 and glaring[1] < 0.05 and glaring[2] == glaring[0]
        assert visit.problems == []


def test_no_figure_offers_to_leave_the_book(chapter):
    buttons = chapter.page.locator(".modebar-btn")
    titles = buttons.evaluate_all("all => all.map(one => one.dataset.title)")
    assert titles
    assert not [title for title in titles if "hare" in title or "loud" in title]


def test_figures_can_be_read_without_scripts(home, context):
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(f"{home}/{FIRST_CHAPTER}.html")
    shown = [text.inner_text() for text in page.locator(".plotly-figure-alt").all()]
    stored = built_book.stored_figures(FIRST_CHAPTER)
    assert shown == [f"Figure: {figure['layout']['meta']['alt']}" for figure in stored]
    page.close()
