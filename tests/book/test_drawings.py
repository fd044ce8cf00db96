"""The drawings: their numbers are right, and they are on their pages, to be read."""

import re
from xml.etree import ElementTree

import nbformat
import numpy as np
import pytest
from bs4 import BeautifulSoup

from tools import browser, built_book
from xcorr_helpers import correlation_indices, window_index, window_offsets

FOLDER = built_book.ROOT / "book" / "drawings"
DRAWINGS = sorted(path.name for path in FOLDER.glob("*.svg"))
IN_NOTEBOOK = re.compile(r"!\[([^\]]+)\]\(drawings/([^)]+)\)")
SVG = "{http://www.w3.org/2000/svg}"

IMAGE = 10 * np.arange(5)[:, None] + np.arange(9)
KERNEL = np.array([[1, 0, -1], [2, 1, 0]])
INDEX = correlation_indices(IMAGE.shape, KERNEL.shape)


def stored():
    """List (page, file, alternative text) as the notebooks have them."""
    found = []
    for page in built_book.notebooks():
        for cell in nbformat.read(built_book.notebook_path(page), as_version=4).cells:
            if cell.cell_type == "markdown":
                for alt, name in IN_NOTEBOOK.findall(cell.source):
                    found.append((page, name, alt))
    return found


STORED = stored()


def rows(name, group):
    """Read the numbers of a group of a drawing, row by row."""
    tree = ElementTree.parse(FOLDER / name)
    (element,) = [e for e in tree.iter() if e.get("class") == group]
    lines = [element] if element.tag == f"{SVG}text" else element.iter(f"{SVG}text")
    texts = [[text for text in line.itertext() if text.strip()] for line in lines]
    numbers = [[n for text in line for n in numbers_in(text)] for line in texts]
    return [line for line in numbers if line]


def numbers_in(text):
    return [int(found.replace("−", "-")) for found in re.findall(r"−?\d+", text)]


def test_row_major_memory():
    name = "row_major_memory.svg"
    height, width = IMAGE.shape
    assert rows(name, "positions") == [[row * width for row in range(height)]]
    assert rows(name, "pixel") == [[3 * width + 4]]
    assert IMAGE.ravel()[3 * width + 4] == 34
    text = "".join(ElementTree.parse(FOLDER / name).getroot().itertext())
    assert f"3 rows · {width} = {3 * width}" in text and "+ 4" in text
    for row in IMAGE:
        assert f"{row[0]}{row[1]}" in text and f"{row[-1]}\n" in text


def test_window_plus_offsets():
    name = "window_plus_offsets.svg"
    offsets = window_offsets(IMAGE.shape, KERNEL.shape)
    shown = [offset for (offset,) in rows(name, "offsets")]
    assert rows(name, "window") == [window_index(IMAGE.shape, KERNEL.shape).tolist()]
    assert shown == [0, 1, 2, 9, offsets[-1]]
    places = [offsets.tolist().index(offset) for offset in shown]
    assert rows(name, "index") == INDEX[places].tolist()
    assert rows(name, "shape") == [list(INDEX.shape)]


def test_gather_then_multiply():
    name = "gather_then_multiply.svg"
    gathered = IMAGE.ravel()[INDEX[0]]
    assert rows(name, "positions") == [list(range(12))]
    assert rows(name, "flat") == [IMAGE.ravel()[:12].tolist()]
    assert rows(name, "gathered") == [gathered.tolist()]
    assert rows(name, "kernel") == [KERNEL.ravel().tolist()]
    assert rows(name, "products") == [(gathered * KERNEL.ravel()).tolist()]
    assert rows(name, "sum") == [[gathered @ KERNEL.ravel()]]


def test_scatter_back():
    name = "scatter_back.svg"
    growths = (10 * np.arange(4)[:, None] + np.arange(7)).ravel()
    placements, values = np.nonzero(INDEX == 11)
    factors = growths[placements], KERNEL.ravel()[values]
    amounts = factors[0] * factors[1]
    assert rows(name, "placements") == [[placement] for placement in placements]
    assert rows(name, "index") == INDEX[placements].tolist()
    assert rows(name, "amounts") == np.stack([*factors, amounts], axis=1).tolist()
    gradient = np.zeros(IMAGE.size, dtype=int)
    np.add.at(gradient, INDEX, np.outer(growths, KERNEL.ravel()))
    assert rows(name, "positions") == [[9, 10, 11]]
    assert rows(name, "gradient") == [gradient[9:12].tolist()]
    ((*summands, total),) = rows(name, "total")
    assert np.abs(amounts).tolist() == summands and total == amounts.sum()


def test_every_drawing_is_used_and_every_one_used_is_there():
    assert len(DRAWINGS) >= 4
    assert sorted(name for _, name, _ in STORED) == DRAWINGS


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_brings_nothing_into_its_page_but_itself(name):
    for element in ElementTree.parse(FOLDER / name).iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        assert "id" not in element.attrib, "ids of two drawings could meet on a page"


@pytest.mark.usefixtures("book_html")
@pytest.mark.parametrize(("page", "name", "alt"), STORED)
def test_drawing_is_on_its_page_with_its_alternative_text(page, name, alt):
    soup = BeautifulSoup(
        built_book.html_path(page).read_text(encoding="utf-8"), "html.parser"
    )
    shown = {svg["aria-label"]: svg for svg in soup.select("article svg.drawing")}
    assert shown[alt]["role"] == "img"
    assert shown[alt].title.string == ElementTree.parse(FOLDER / name).getroot()[0].text
    assert 60 <= len(alt) <= 300, len(alt)


# The colour behind each text is the cell's if it is written on one, else the page's.
TEXTS = """() => {
  const page = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("svg.drawing")].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const cells = [...svg.querySelectorAll("[fill^='#']:not(text, g:has(text))")]
      .map((cell) => getComputedStyle(cell).fill);
    return [...svg.querySelectorAll("text")].map((text) => {
      const style = getComputedStyle(text);
      const onCell = style.fill === "rgb(34, 34, 34)";
      return {
        text: text.textContent, size: parseFloat(style.fontSize) * scale,
        colour: style.fill, behind: onCell ? cells : [page],
      };
    });
  });
}"""
SWITCH = "theme => { document.documentElement.dataset.theme = theme; }"
LEAST_SIZE, LEAST_CONTRAST = 11, 4.5


def luminance(colour):
    parts = np.array(re.findall(r"\d+", colour)[:3], float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.dot(linear, [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("page", sorted({page for page, _, _ in STORED}))
def test_drawings_can_be_read_and_follow_the_theme(page, book_html, context):
    colours = {}
    with browser.served(book_html) as home:
        address = f"{home}/{page}.html"
        with browser.Visit(context, address, home, width=390) as visit:
            for theme in ("light", "dark"):
                visit.page.evaluate(SWITCH, theme)
                texts = visit.page.evaluate(TEXTS)
                assert texts
                for text in texts:
                    assert text["size"] >= LEAST_SIZE, text
                    assert text["behind"], text
                    for behind in text["behind"]:
                        assert contrast(text["colour"], behind) >= LEAST_CONTRAST, text
                colours[theme] = {text["colour"] for text in texts}
    assert colours["light"] != colours["dark"]
