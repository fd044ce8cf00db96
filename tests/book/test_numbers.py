"""Chapters, figures and exercises have their numbers; figures and folds say what."""

import re

import pytest

from tools import built_book
from tools.built_book import MIME_TYPE
from xcorr_helpers import checks

CHAPTERS = [page for page in built_book.notebooks() if re.match(r"book/\d", page)]
BOXES = {"question", "warning"}
# A drawing, or the explorer in one of its stripped forms.
DRAWN = re.compile(
    r"^(:::|```)\{(?:figure|index-explorer)\}.*?\n((?::\w+: [^\n]*\n)+)\n(.*?)\n\1$",
    re.DOTALL | re.MULTILINE,
)
OF_A_FIGURE = "How this figure is drawn"  # as _config.yml has it


def number_of(page):
    """Return a chapter's number, by its place in the book."""
    return CHAPTERS.index(page) + 1


def is_figure(cell):
    return any(MIME_TYPE in output.get("data", {}) for output in cell["outputs"])


def figures(page):
    """List (name, caption, titles, alternative text) of all figures, in order."""
    for cell in built_book.cells(page):
        if cell["cell_type"] == "markdown":
            for _, options, caption in DRAWN.findall("".join(cell["source"])):
                given = dict(re.findall(r"^:(\w+): (.*)$", options, re.M))
                yield given["name"], caption, [], given.get("alt", "")
        elif is_figure(cell):
            given = cell["metadata"].get("mystnb", {}).get("figure", {})
            layout = cell["outputs"][0]["data"][MIME_TYPE]["layout"]
            titles = [note["text"] for note in layout.get("annotations", [])]
            titles.append(layout.get("title", {}).get("text", ""))
            alt = layout["meta"]["alt"]
            yield given.get("name"), given.get("caption"), titles, alt


def exercises(page):
    """List the names of the exercises of a page."""
    return re.findall(r"^:label: (\S+)$", built_book.markdown(page), re.M)


def folded(page):
    """List the cells whose code is folded."""
    for cell in built_book.cells(page):
        tags = cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code" and {"hide-input", "hide-cell"} & set(tags):
            yield cell


@pytest.fixture(scope="module")
def built(book_html):
    return {
        page: built_book.html_path(page).read_text(encoding="utf-8")
        for page in [*CHAPTERS, "book/explorer"]
    }


@pytest.mark.parametrize("page", built_book.notebooks())
def test_every_figure_has_a_caption_of_one_sentence(page):
    names = []
    for name, caption, titles, alt in figures(page):
        names.append(name)
        assert caption, f"without a caption: {alt}"
        assert re.fullmatch(r"[A-Z][^.?!]*\.", " ".join(caption.split())), caption
        assert 40 <= len(caption) <= 140, caption
        assert not re.search(r"\d\d", caption), "a number that no test holds"
        for said in (alt, *titles):  # a title of a word or two may be in a sentence
            assert len(said.split()) < 3 or said.lower() not in caption.lower()
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"fig-[a-z\d-]+", name) for name in names)


@pytest.mark.parametrize("page", CHAPTERS)
def test_numbers_of_a_chapter_are_in_order(page, built):
    chapter = number_of(page)
    assert page.startswith(f"book/{chapter:02}_"), "the file has another number"
    assert f'<h1><span class="section-number">{chapter}. </span>' in built[page]
    counts = {"Figure": len(list(figures(page))), "Exercise": len(exercises(page))}
    for kind, count in counts.items():
        told = re.findall(rf'caption-number">{kind} ([\d.]+) </span>', built[page])
        assert told == [f"{chapter}.{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("page", CHAPTERS)
def test_figures_and_exercises_have_a_link_to_themselves(page, built):
    for name in [*(name for name, *_ in figures(page)), *exercises(page)]:
        assert f'id="{name}"' in built[page]
        link = rf'<a class="headerlink[^>]*href="#{name}" title="Link to this \w+">'
        assert re.search(link, built[page]), name


def test_every_page_lists_the_chapters_by_their_numbers(built):
    for page, html in built.items():
        listed = re.findall(r'toctree-l1[^>]*><a [^>]*href="[^"]*">(\d+)\. ', html)
        assert listed == [str(number_of(chapter)) for chapter in CHAPTERS], page


@pytest.mark.parametrize("page", built_book.pages())
def test_a_chapter_is_called_by_its_number(page):
    text = built_book.markdown(page)
    for number, file in re.findall(r"\[[Cc]hapter (\d+)\]\((\d+)_", text):
        assert int(number) == int(file), f"chapter {number} leads to {file}"
    called = re.findall(r"\b[Cc]hapters? (\d+)(?: (?:and|or|to) (\d+))?", text)
    for number in filter(None, (number for pair in called for number in pair)):
        assert 1 <= int(number) <= len(CHAPTERS), f"there is no chapter {number}"


@pytest.mark.parametrize("page", CHAPTERS)
def test_judges_belong_to_the_chapter_that_calls_them(page):
    for cell in built_book.cells(page):
        for name in re.findall(r"\bchecks\.(\w+)\(", "".join(cell["source"])):
            home = getattr(checks, name).__module__
            if "records" in home:
                assert f"chapter_{number_of(page)}_" in home, name


@pytest.mark.parametrize("page", built_book.pages())
def test_boxes_are_of_two_kinds(page):
    text = built_book.markdown(page)
    boxes = re.findall(r"^[:`]{3,}\{admonition\}.*\n:class: (.+)$", text, re.M)
    assert len(boxes) == len(re.findall(r"^[:`]{3,}\{admonition\}", text, re.M))
    kinds = {re.sub("^question ask-.*", "question", box) for box in boxes}
    assert kinds <= {*BOXES, "chapter-card"}
    others = "attention|caution|danger|error|hint|important|note|seealso|tip"
    assert not re.search(rf"^[:`]{{3,}}\{{(?:{others})\}}", text, re.M)


@pytest.mark.parametrize("page", built_book.notebooks())
def test_folded_code_says_what_it_holds(page):
    for cell in folded(page):
        said = cell["metadata"].get("mystnb", {}).get("code_prompt_show", OF_A_FIGURE)
        assert (said == OF_A_FIGURE) == is_figure(cell), "".join(cell["source"])
        assert not re.search("click|code|cell", said.lower()), said
