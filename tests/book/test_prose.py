"""What the book says of its numbers is what its notebooks compute."""

import ast
import re

import numpy as np
import pytest

from tests.book import prose
from tests.book.notebook_values import running
from tools import built_book

PAGES = [page for page in built_book.notebooks() if page != "book/intro"]
ALLOWED = {page: prose.SENTENCES.get(page, {}).get("allowed", {}) for page in PAGES}
ELSEWHERE = [
    (page, notebook, sentences)
    for page, entry in prose.SENTENCES.items()
    for notebook, sentences in entry.get("of", {}).items()
]
# What a figure's alternative text may say without computing it.
IN_ALT = re.compile(r"\b[Kk]ernels? \d(?: and \d)?\b|CIFAR-10|left of 1;")


# Its variables are those of a cluster, which takes most of a minute.
LATER = {"book/many_machines": [pytest.mark.weekly]}


@pytest.mark.parametrize(
    "page", [pytest.param(p, marks=LATER.get(p, ())) for p in PAGES]
)
def test_prose_says_what_the_notebook_has(page):
    found = [
        fault
        for place, text in prose.texts(page).items()
        for fault in prose.faults(page, place, text)
    ]
    wrong = [fault for fault in found if fault not in ALLOWED[page]]
    assert not wrong, "\n".join(wrong)
    assert set(ALLOWED[page]) <= set(found), "allowed, and no longer needed"


@pytest.mark.parametrize(
    "page",
    [
        "02_slide_one_kernel",
        "03_apply_many_kernels",
        "07_run_it_backwards",
        "bug_museum",
    ],
)
def test_a_toy_that_stays_is_the_same_in_each_notebook(page):
    toy, same = (
        running(f"book/{name}").near(6)
        for name in ("01_read_an_image_as_a_vector", page)
    )
    np.testing.assert_array_equal(same["image"], toy["image"])


@pytest.mark.parametrize(("page", "notebook", "sentences"), ELSEWHERE)
def test_other_pages_say_what_the_notebooks_have(page, notebook, sentences):
    text = prose.plain(built_book.markdown(page))
    variables = running(notebook).near(len(prose.cells(notebook)))
    for sentence in sentences:
        wrong, _ = prose.compare(text, *prose.compiled(sentence, variables))
        assert not wrong, wrong


def changed(number):
    """Yield a number as it could be after a change: one more, one less, twice, +10."""
    digits = len(number.partition(".")[2])
    value, step = float(number), 10**-digits
    for new in (value + step, value - step, 2 * value, value + 10 * step):
        yield f"{new:.{digits}f}"


@pytest.mark.weekly
def test_a_changed_number_is_noticed(report):
    noticed = []
    for page in PAGES:
        for place, text in prose.texts(page).items():
            if prose.cells(page)[place].kind == "code":
                continue
            for match in prose.NUMBER.finditer(text):
                for new in changed(match[0]) if len(match[0]) > 1 else ():
                    wrong = text[: match.start()] + new + text[match.end() :]
                    found = prose.faults(page, place, wrong, ALLOWED[page])
                    noticed.append(bool(found))
    share = sum(noticed) / len(noticed)
    report(
        f"of {len(noticed)} changed numbers in prose, {100 * share:.0f} % are noticed"
    )
    assert share >= 0.95


@pytest.mark.parametrize("page", built_book.notebooks())
def test_alternative_texts_of_figures_compute_their_numbers(page):
    for cell in prose.cells(page):
        if cell.alt and "checks.show(" not in cell.source:  # made of what is drawn
            (alt,) = [
                keyword.value
                for call in ast.walk(ast.parse(cell.source))
                if isinstance(call, ast.Call)
                for keyword in call.keywords
                if keyword.arg == "alt"
            ]
            assert isinstance(alt, (ast.Constant, ast.JoinedStr)), "text in its place"
            parts = alt.values if isinstance(alt, ast.JoinedStr) else [alt]
            said = [part.value for part in parts if isinstance(part, ast.Constant)]
            literal = "…".join(said)
            assert not re.search(r"(?<![\w.])\d", IN_ALT.sub("", literal)), literal
