"""An aside is folded with all that belongs to it, and its title says what that is."""

import itertools
import re

import pytest
from bs4 import BeautifulSoup

from tools import built_book

TITLE = re.compile(r"^#{2,3} (Aside: .+)$", re.M)
ASIDES = {
    page: titles
    for page in built_book.notebooks()
    if (titles := TITLE.findall(built_book.markdown(page)))
}


@pytest.mark.usefixtures("book_html")
@pytest.mark.parametrize("page", ASIDES)
def test_an_aside_is_folded_under_its_title(page):
    text = built_book.html_path(page).read_text(encoding="utf-8")
    soup = BeautifulSoup(text, "html.parser")
    folded = soup.select("article details.aside:not([open])")
    found = [box.summary.get_text().strip().replace("’", "'") for box in folded]
    assert found == [title.replace("`", "") for title in ASIDES[page]]
    assert "Aside:" not in soup.select_one("nav.page-toc").get_text()
    # With its code and what that prints, up to the next heading and no further.
    assert all(box.select(".cell_output") for box in folded)
    assert not soup.select("details.aside :is(h2, h3, details.aside)")


def test_a_title_says_what_is_inside():
    for title in itertools.chain(*ASIDES.values()):
        assert len(title.split()) >= 4, title
