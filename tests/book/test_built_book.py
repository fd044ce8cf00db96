"""The built pages, read as files: figures, alternative texts, links, what they load."""

import functools
import json
import re
from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from tools import built_book

pytestmark = pytest.mark.usefixtures("book_html")

PAGES = built_book.pages()
NOTEBOOKS = built_book.notebooks()
MAX_PAGE = 250_000
MAX_FIGURE = 60_000
LEAST_WORDS = 200  # of a page, the list of references being the shortest

FENCED = re.compile(r"^([`:]{3,}).*?^\1[`:]*$", re.MULTILINE | re.DOTALL)

# The attributes whose address a browser loads without being asked.
LOADED = {
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src"],
    "image": ["href", "xlink:href"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}
# A link that names a neighbour, and loads nothing.
NAVIGATION = {"next", "prev", "search", "index", "author", "license", "canonical"}


@functools.cache
def parsed(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def html_files():
    # Those in _static are the theme's templates, not pages.
    files = sorted(built_book.HTML.rglob("*.html"))
    return [path for path in files if "_static" not in path.parts]


def boxes(page):
    return parsed(built_book.html_path(page)).select(".plotly-figure")


def figure_in(box):
    return json.loads(box.find("script", type="application/json").string)


def title_of(figure):
    title = figure["layout"].get("title") or {}
    return title if isinstance(title, str) else title.get("text", "")


def is_elsewhere(address):
    parts = urlsplit(address)
    return bool(parts.netloc or parts.scheme not in ("", "data"))


def test_the_book_has_notebooks():
    assert len(NOTEBOOKS) >= 2, "none found: the tests below would test nothing"


@pytest.mark.parametrize("page", PAGES)
def test_page_exists(page):
    path = built_book.html_path(page)
    assert path.is_file(), f"{path} is missing: run `make book`"
    heading = parsed(path).select_one("article h1")
    assert heading and heading.get_text(strip=True), "the page has no title"


def test_the_front_door_leads_to_the_first_page():
    door = parsed(built_book.HTML / "index.html")
    refresh = door.select_one("meta[http-equiv=refresh]")
    assert refresh["content"].endswith(f"url={PAGES[0]}.html")
    assert door.select_one("link[rel=icon]"), "browsers would ask for /favicon.ico"


def test_every_page_says_what_it_is_to_those_who_link_to_it():
    titles, descriptions = set(), set()
    for page in PAGES:
        head = parsed(built_book.html_path(page)).head
        title = head.title.get_text(" ", strip=True)
        description = head.find("meta", attrs={"name": "description"})["content"]
        assert 60 <= len(description) <= 200, page
        assert head.find("meta", property="og:description")["content"] == description
        assert head.find("meta", property="og:title")["content"] in title
        titles.add(title)
        descriptions.add(description)
    assert len(titles) == len(descriptions) == len(PAGES), "two pages say the same"


@pytest.mark.parametrize("page", PAGES)
def test_no_section_of_a_page_is_lost(page):
    article = parsed(built_book.html_path(page)).article
    prose = FENCED.sub("", built_book.markdown(page))
    written = re.findall(r"^#{1,6} (?!Aside: )", prose, re.MULTILINE)
    assert len(article.find_all(re.compile("^h[1-6]$"))) >= len(written)
    for text in article.find_all(["p", "li"]):
        assert "[^" not in text.get_text(), "a footnote that is nowhere"
    words = article.get_text(" ").split()
    assert len(words) >= max(LEAST_WORDS, len(prose.split())), "much of it is lost"


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_every_code_cell_and_its_text_is_on_its_page(page):
    cells = [c for c in built_book.cells(page) if c["cell_type"] == "code"]
    shown = [
        cell for cell in cells if "remove-input" not in cell["metadata"].get("tags", [])
    ]
    sources = ["".join(cell["source"]) for cell in shown]
    texts = [
        "".join(output["text"])
        for cell in cells
        for output in cell["outputs"]
        if "text" in output
    ]
    article = parsed(built_book.html_path(page)).article
    for selector, stored in (
        (".cell_input pre", sources),
        (".cell_output .output.stream pre", texts),
    ):
        on_page = [block.get_text().strip() for block in article.select(selector)]
        assert on_page == [text.strip() for text in stored]


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_every_stored_figure_is_on_its_page(page):
    stored = built_book.stored_figures(page)
    shown = [figure_in(box) for box in boxes(page)]
    assert len(shown) == len(stored)
    for number, (on_page, in_notebook) in enumerate(zip(shown, stored), start=1):
        assert on_page == in_notebook, f"figure {number} is not as stored"


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_every_figure_has_its_alternative_text(page):
    for box in boxes(page):
        figure = figure_in(box)
        alt = figure["layout"]["meta"]["alt"]
        assert box["aria-label"] == alt
        assert alt in box.find("noscript").get_text(), f"unreadable without JS: {alt}"
        assert 60 <= len(alt) <= 300, f"{len(alt)} characters: {alt}"
        assert alt != title_of(figure)
        captions = parsed(built_book.html_path(page)).select("figcaption, caption")
        assert alt not in [caption.get_text(strip=True) for caption in captions]


def test_no_two_figures_have_the_same_alternative_text():
    texts = Counter(box["aria-label"] for page in PAGES for box in boxes(page))
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_image_has_an_alternative_text(page):
    soup = parsed(built_book.html_path(page))
    images = soup.select("article img")
    assert [image["src"] for image in images if not image.get("alt")] == []
    drawings = soup.select("article svg.drawing")
    assert [str(svg)[:80] for svg in drawings if not svg["aria-label"]] == []


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_sizes(page, report):
    html = built_book.html_path(page).stat().st_size
    figures = sum(len(box.script.string) for box in boxes(page))
    report(f"{page}: {html:,} bytes of HTML, {figures:,} of them of figures")
    assert built_book.notebook_path(page).stat().st_size < MAX_PAGE
    assert html < MAX_PAGE
    for figure in built_book.stored_figures(page):
        size = len(json.dumps(figure, separators=(",", ":")))
        assert size < MAX_FIGURE, f"{size} bytes: {title_of(figure)}"


@pytest.mark.parametrize("page", [*PAGES, "genindex", "search"])
def test_every_internal_link_resolves(page):
    path = built_book.html_path(page)
    addresses = {link["href"] for link in parsed(path).find_all("a", href=True)}
    broken = [f"{a}: {why}" for a in addresses if (why := broken_link(path, a))]
    assert not broken, "\n".join(broken)


def broken_link(path, address):
    """Return why a link in a page leads nowhere within the book, or None."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if parts.path.startswith("/"):
        return "breaks in a subfolder"
    if not target.is_relative_to(built_book.HTML.resolve()):
        return "leaves the book"
    if not target.is_file():
        return "no such file"
    name = unquote(parts.fragment)
    if "=" in name and target.name in ("explorer.html", "kernels.html"):
        return None  # a setting, or a puzzle: each of them is opened by its own tests
    if name and target.suffix == ".html":
        soup = parsed(target)
        if not (soup.find(id=name) or soup.find("a", attrs={"name": name})):
            return "no such place"
    return None


@pytest.mark.parametrize("number", range(len(PAGES)), ids=PAGES)
def test_each_page_leads_to_its_neighbours(number):
    page = f"{PAGES[number]}.html"
    links = parsed(built_book.HTML / page).select(".prev-next-footer a")
    led = {link["class"][0]: urljoin(page, link["href"]) for link in links}
    around = {"left-prev": number - 1, "right-next": number + 1}
    there = {side: n for side, n in around.items() if 0 <= n < len(PAGES)}
    assert led == {side: f"{PAGES[n]}.html" for side, n in there.items()}


def test_nothing_that_a_page_loads_is_elsewhere():
    assert html_files()
    wrong = [
        f"{path.name} loads {address}"
        for path in html_files()
        for address in loaded(parsed(path))
        if is_elsewhere(address)
        or not (address.startswith("data:") or is_there(path, address))
    ]
    assert not wrong, "\n".join(wrong)


def loaded(soup):
    """Yield the addresses that a browser loads for a page without being asked."""
    for tag in soup.find_all(list(LOADED)):
        if tag.name == "link" and NAVIGATION & set(tag.get("rel", [])):
            continue
        for attribute in LOADED[tag.name]:
            yield from re.split(r",\s+", tag.get(attribute, ""))


def is_there(path, address):
    parts = urlsplit(address.split()[0] if address else "")
    return not parts.path or (path.parent / unquote(parts.path)).is_file()


def test_no_style_loads_from_elsewhere():
    styles = {
        path.name: path.read_text(encoding="utf-8")
        for path in built_book.HTML.rglob("*.css")
    }
    assert styles
    for path in html_files():
        soup = parsed(path)
        inline = [style.get_text() for style in soup.find_all("style")]
        inline += [tag["style"] for tag in soup.find_all(style=True)]
        styles[path.name] = "\n".join(inline)
    loads = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
    for name, style in styles.items():
        for addresses in loads.findall(style):
            assert not is_elsewhere("".join(addresses)), f"{name} loads {addresses}"


def test_heavy_scripts_are_loaded_only_where_they_are_needed():
    for page in PAGES:
        soup = parsed(built_book.html_path(page))
        names = [tag["src"].split("/")[-1] for tag in soup.find_all("script", src=True)]
        scripts = {name.split("?")[0] for name in names}
        assert ("plotly.min.js" in scripts) == bool(boxes(page)), page
        has_math = bool(soup.select("article .math"))
        assert ("late_math.js" in scripts) == has_math, page
        assert "tex-svg-full.js" not in scripts, "it comes after the first figure"


def test_the_explorer_is_loaded_where_it_is():
    for page in PAGES:
        soup = parsed(built_book.html_path(page))
        scripts = soup.select("script[src*='_static/explorer/']")
        forms = soup.select("#index-explorer, #draw-digit, #own-picture, .xp-strip")
        assert bool(scripts) == bool(forms), page
