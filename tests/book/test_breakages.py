"""The book, broken on purpose: each fault ends the build or fails a test.

Two copies of the sources hold many faults each, since a build names all its warnings;
`make` stops at the first of them. What a build does not notice, a test of the built
pages must, for the reason that is expected.
"""

import json
import re

import pytest

from tests.book import (
    broken_book,
    test_asides,
    test_built_book,
    test_landing,
    test_question_forms,
)
from tests.book import test_drawings_read as drawings
from tools import built_book

PAGE = "book/data"  # faults in prose are added to it
CHAPTER = "book/02_slide_one_kernel"  # faults in outputs are added to it
MIME_TYPE = built_book.MIME_TYPE

# What is written at the end of a page, and what the warning says of it.
FAULTS = {
    "reference": ("{ref}`no-such-label`", "no-such-label"),
    "document": ("{doc}`no_such_document`", "no_such_document"),
    "numbered_figure": ("{numref}`no-such-figure`", "no-such-figure"),
    "equation": ("{eq}`no-such-equation`", "no-such-equation"),
    "term": ("{term}`no such term`", "no such term"),
    "citation": ("{cite:p}`no_such_work`", "no_such_work"),
    "function": ("{py:func}`no_such_function`", "no_such_function"),
    "download": ("{download}`no_such.zip`", "no_such.zip"),
    "role": ("{no_such_role}`text`", "no_such_role"),
    "link_to_page": ("[text](no_such_page.md)", "no_such_page.md"),
    "link_to_notebook": ("[text](no_such.ipynb)", "no_such.ipynb"),
    "link_to_anchor": ("[text](#no-such-anchor)", "no-such-anchor"),
    "link_to_place": ("[text](explorer.md#no-such-place)", "no-such-place"),
    "image": ("![An image](no_such_image.png)", "no_such_image.png"),
    "figure": ("```{figure} no_such_figure.png\n:alt: A\n```", "no_such_figure.png"),
    "included_file": ("```{literalinclude} no_such.txt\n```", "no_such.txt"),
    "directive": ("```{no_such_directive}\n```", "no_such_directive"),
    "substitution": ("{{ no_such_substitution }}", "no_such_substitution"),
    "question": (
        ":::{admonition} Asked\n:class: question ask-no-such-question\nWhy?\n:::",
        "no_such_question has no record",
    ),
    "solution": ("```{solution} no-such-exercise\nA\n```", "no-such-exercise"),
    "code": ("```python\n1 = = ? $no_such_code\n```", "no_such_code"),
    "heading": ("## One\n\n#### Three", "Non-consecutive header level"),
    "equation_twice": ("$$ a $$ (twice)\n\n$$ b $$ (twice)", "equation twice"),
    "label_twice": ("(double)=\n## One\n\n(double)=\n## Two", '"double"'),
}
# What is done to the sources, and what the warning says of it.
OTHER_FAULTS = {
    "page_of_the_toc": "book/no_such_page",
    "figure_without_alternative_text": "a figure without alternative text",
    "figure_of_a_kind_that_is_not_drawn": "draws no pie",
    "output_of_an_unknown_type": "unknown output mime type: application/x-no-such",
    "drawing_removed": "row_major_memory.svg",
    "logo_removed": "logo.svg",
}
# What a build says nothing of.
SILENT = """

![](../book/_static/book.png)

<a href="no_such_link.html">text</a> <img src="no_such_source.png" alt="An image">

A footnote[^no-such-note].
"""


def write_faults(folder):
    prose = folder / f"{PAGE}.md"
    faults = [text for text, _ in FAULTS.values()]
    prose.write_text(prose.read_text() + "\n\n" + "\n\n".join(faults) + SILENT)
    glossary = folder / "book" / "glossary.md"
    glossary.write_text(glossary.read_text() + "\n![](drawings/scatter_back.svg)\n")
    toc = folder / "_toc.yml"
    toc.write_text(f"{toc.read_text()}      - file: book/no_such_page\n")
    path = folder / f"{CHAPTER}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    outputs = [o for c in notebook["cells"] for o in c.get("outputs", ())]
    first, second, *_ = [o["data"] for o in outputs if MIME_TYPE in o.get("data", ())]
    del first[MIME_TYPE]["layout"]["meta"]["alt"]
    second[MIME_TYPE]["data"][0]["type"] = "pie"
    printed = [o for o in outputs if "text" in o]
    printed[-1].pop("text")
    printed[-1].pop("name")
    printed[-1] |= {
        "output_type": "display_data",
        "metadata": {},
        "data": {"application/x-no-such": "text"},
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")
    for name in (
        "drawings/row_major_memory.svg",
        *(f"_static/{name}" for name in ("logo.svg", "custom.css", "print.js")),
    ):
        (folder / "book" / name).unlink()


LEAST = "format: jb-book\nroot: book/bibliography\n"
SLOW = pytest.mark.weekly


@SLOW
@pytest.mark.parametrize("fault", ["reference", ""])
def test_a_fault_ends_the_build_of_a_page_that_is_whole(fault, tmp_path):
    folder = broken_book.copy_sources(tmp_path)
    (folder / "_toc.yml").write_text(LEAST)
    text, said = FAULTS.get(fault, ("", ""))
    with (folder / "book" / "bibliography.md").open("a") as page:
        page.write(f"\n{text}\n")
    code, warnings = broken_book.build(folder)
    assert bool(code) == bool(fault)
    assert len(warnings) == bool(fault) and all(said in line for line in warnings)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """A copy of the sources with all those faults, built."""
    folder = broken_book.copy_sources(tmp_path_factory.mktemp("faulty"))
    write_faults(folder)
    return folder, *broken_book.build(folder)


@SLOW
@pytest.mark.parametrize(
    "said",
    [*(said for _, said in FAULTS.values()), *OTHER_FAULTS.values()],
    ids=[*FAULTS, *OTHER_FAULTS],
)
def test_a_fault_in_the_sources_ends_the_build(said, faulty):
    _, code, warnings = faulty
    assert code != 0
    assert [line for line in warnings if said in line]


# The test of the built pages that notices it, and what it says.
NOTICED = {
    "image_without_text": (
        lambda: test_built_book.test_every_image_has_an_alternative_text(PAGE),
        "book.png",
    ),
    "drawing_without_text": (
        lambda: test_built_book.test_every_image_has_an_alternative_text(
            "book/glossary"
        ),
        "drawing",
    ),
    "link_in_html": (
        lambda: test_built_book.test_every_internal_link_resolves(PAGE),
        "no_such_link.html: no such file",
    ),
    "image_in_html": (
        test_built_book.test_nothing_that_a_page_loads_is_elsewhere,
        "data.html loads no_such_source.png",
    ),
    "footnote": (
        lambda: test_built_book.test_no_section_of_a_page_is_lost(PAGE),
        "a footnote that is nowhere",
    ),
    "style_removed": (
        test_built_book.test_nothing_that_a_page_loads_is_elsewhere,
        "custom.css",
    ),
    "script_removed": (
        test_built_book.test_nothing_that_a_page_loads_is_elsewhere,
        "print.js",
    ),
}


@SLOW
@pytest.mark.parametrize("name", NOTICED)
def test_what_the_build_passes_over_fails_a_test(name, faulty, pages_of):
    check, said = NOTICED[name]
    pages_of(faulty[0])
    with pytest.raises(AssertionError, match=re.escape(said)):
        check()


# Extensions of the configuration. Without the others nothing is built, or, without the
# button that copies, test_page_parts.py fails.
WARNED_OF = {
    "index_explorer": "'index-explorer'",
    "judges": "'judges'",
    "plotly_figures": f"skipping unknown output mime type: {MIME_TYPE}",
    "social_card": "'ogp_site_name'",
    "sphinx.ext.autodoc": "autofunction",
    "sphinx.ext.napoleon": "'napoleon_use_param'",
    "sphinx_design": "'dropdown'",
    "sphinx_exercise": "'exercise'",
    "sphinx_togglebutton": "'togglebutton_open_on_print'",
    "sphinxcontrib.bibtex": "cite:p",
    "test_yourself": "'test-yourself'",
}
TESTED = {
    "asides": (
        lambda: test_asides.test_an_aside_is_folded_under_its_title(CHAPTER),
        "Aside: ",
    ),
    "front_door": (
        test_built_book.test_the_front_door_leads_to_the_first_page,
        "browsers would ask",
    ),
    "inline_drawings": (
        lambda: drawings.test_a_drawing_is_on_its_page(*drawings.STORED[0]),
        "<title>",
    ),
    "landing": (test_landing.test_every_chapter_has_its_card, r"\[\] == \['01_read"),
    "questions": (
        lambda: test_question_forms.test_every_question_has_its_form(CHAPTER),
        "count_placements",
    ),
    "reading_minutes": (test_landing.test_notebooks_tell_their_minutes, "book/01"),
    "self_hosted_math": (
        test_built_book.test_nothing_that_a_page_loads_is_elsewhere,
        "loads https://.*mathjax",
    ),
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A copy of the sources without any of those extensions, built."""
    folder = broken_book.copy_sources(tmp_path_factory.mktemp("bare"))
    config = folder / "_config.yml"
    names = "|".join(map(re.escape, [*WARNED_OF, *TESTED]))
    lines = rf"^ +(?:- (?:{names})|(?:{names}): book/_ext)\n"
    config.write_text(re.sub(lines, "", config.read_text(), flags=re.MULTILINE))
    # Here, since front_door ends the build without it, warnings or not.
    (folder / "book" / "_static" / "favicon.svg").unlink()
    return folder, *broken_book.build(folder)


@SLOW
def test_without_its_icon_the_build_ends(bare):
    _, code, warnings = bare
    assert code != 0
    assert [line for line in warnings if "favicon.svg" in line]


@SLOW
@pytest.mark.parametrize("extension", WARNED_OF)
def test_without_an_extension_the_build_ends(extension, bare):
    _, code, warnings = bare
    assert code != 0
    assert [line for line in warnings if WARNED_OF[extension] in line]


@SLOW
@pytest.mark.parametrize("extension", TESTED)
def test_without_an_extension_a_test_fails(extension, bare, pages_of):
    check, said = TESTED[extension]
    pages_of(bare[0])
    with pytest.raises((AssertionError, KeyError), match=said):
        check()
