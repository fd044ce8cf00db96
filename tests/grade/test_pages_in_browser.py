"""The pages of the marking in a real browser: readable everywhere, and quiet."""

import pytest

from tests.browser import accessibility
from tests.grade import classroom
from tools import browser


@pytest.fixture(scope="module")
def marks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seen") / "session"
    classroom.write_class(folder, 4, 1)
    (folder / ("Ł" * 70)).mkdir()
    (folder / ("Ł" * 70) / "homework_1.ipynb").write_text("{", encoding="utf-8")
    target = folder.with_name("marks")
    classroom.marked(folder, target)
    feedback = sorted((target / "feedback").iterdir())
    return [target / "class.html", target / "students.html", feedback[0], feedback[-1]]


@pytest.mark.parametrize(
    ("theme", "thorough"),
    [
        ("light", False),
        pytest.param("light", True, marks=pytest.mark.thorough),
        pytest.param("dark", True, marks=pytest.mark.thorough),
    ],
)
def test_nothing_is_wrong_with_a_page(marks, context, theme, thorough):
    for path in marks if thorough else marks[::3]:
        for width in browser.HEIGHTS:
            address = path.as_uri()
            with browser.Visit(
                context, address, address, width=width, theme=theme
            ) as visit:
                page = visit.page
                wide = page.evaluate("document.documentElement.scrollWidth")
                # The policy forbids scripts, those of the test included.
                found = accessibility.violations(
                    without_policy(page, path), thorough=thorough
                )
                assert (found, wide <= width) == ([], True), path.name
            assert visit.problems == []


def without_policy(page, path):
    text = path.read_text(encoding="utf-8")
    policy = text[text.index("<meta http-equiv") : text.index("<title>")]
    page.set_content(text.replace(policy, ""))
    return page


@pytest.mark.thorough
def test_a_page_prints_on_paper(marks, context):
    page = context.new_page()
    for path in marks:
        page.goto(path.as_uri())
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") < 12
    page.close()
