"""The drawings on their pages: that they can be read, small and in both themes."""

import html
import re
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.book.test_drawings import DRAWINGS, FOLDER, STORED, SVG
from tools import browser, built_book

sys.path.append(str(built_book.ROOT / "book" / "_ext"))

from inline_drawings import drawing_html


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_brings_nothing_into_its_page_but_itself(name):
    for element in ElementTree.parse(FOLDER / name).iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        assert "id" not in element.attrib, "ids of two drawings could meet on a page"


@pytest.mark.usefixtures("book_html")
@pytest.mark.parametrize(("page", "name", "alt"), STORED)
def test_a_drawing_is_on_its_page(page, name, alt):
    text = built_book.html_path(page).read_text(encoding="utf-8")
    opening = f'<svg class="drawing" role="img" aria-label="{html.escape(alt)}" '
    title = ElementTree.parse(FOLDER / name).getroot()[0].text
    assert (
        f"<title>{title}</title>" in text.partition(opening)[2].partition("</svg>")[0]
    )
    assert 60 <= len(alt) <= 300, len(alt)


# The colour behind each text is the cell's if it is written on one, else the page's.
TEXTS = """() => {
  const page = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("svg.drawing")].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const cells = [...svg.querySelectorAll("[fill*='--figure-']:not([fill*='digit'])")]
      .map((cell) => getComputedStyle(cell).fill);
    return [...svg.querySelectorAll("text")].map((text) => {
      const style = getComputedStyle(text);
      const onCell = text.closest("[fill]").matches("[fill*='--figure-digit']");
      return {
        text: text.textContent, size: parseFloat(style.fontSize) * scale,
        colour: style.fill, behind: onCell ? cells : [page],
      };
    });
  });
}"""
# All on one page, so that one is loaded.
INSERT = """html => document.querySelector("article")
  .insertAdjacentHTML("beforeend", html)"""
SWITCH = "theme => { document.documentElement.dataset.theme = theme; }"
LEAST_SIZE, LEAST_CONTRAST = 11, 4.5


def luminance(colour):
    parts = np.array(re.findall(r"\d+", colour)[:3], float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.dot(linear, [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_drawings_can_be_read_and_follow_the_theme(book_html, context):
    sources = [(FOLDER / name).read_text(encoding="utf-8") for name in DRAWINGS]
    drawings = "".join(drawing_html(source, "a drawing") for source in sources)
    colours = {}
    with browser.served(book_html) as home:
        address = f"{home}/{STORED[0][0]}.html"
        with browser.Visit(context, address, home, width=390) as visit:
            visit.page.evaluate(INSERT, drawings)
            for theme in ("light", "dark"):
                visit.page.evaluate(SWITCH, theme)
                texts = visit.page.evaluate(TEXTS)
                assert len(texts) > 10 * len(DRAWINGS)
                for text in texts:
                    assert text["size"] >= LEAST_SIZE, text
                    assert text["behind"], text
                    for behind in text["behind"]:
                        assert contrast(text["colour"], behind) >= LEAST_CONTRAST, text
                colours[theme] = {text["colour"] for text in texts}
    assert colours["light"] != colours["dark"]
