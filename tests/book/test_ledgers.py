"""The shapes in the chapters' ledgers, and in the list of the chapters, are true."""

import ast
import re

import pytest

from tests.book import prose
from tests.book.notebook_values import running
from tools import built_book
from xcorr_helpers import benchmark_results, correlation_indices, output_shape

ROW = re.compile(r"^\| (.+) \| (.*\(.*\)) \|.*\|$", re.M)


def ledger(page):
    """List (names, shape) of the rows, and say where the ledger is."""
    ((place, cell),) = [
        (place, cell)
        for place, cell in enumerate(prose.cells(page))
        if ":class: shape-ledger" in cell.source
    ]
    return place, ROW.findall(cell.source)


@pytest.mark.parametrize(
    "page", [p for p in built_book.notebooks() if re.match("book/(0[1-79]|1[1-3])", p)]
)
def test_a_ledger_has_the_shapes_of_the_variables(page):
    place, rows = ledger(page)
    variables = running(page).near(place)
    assert len(rows) >= 4
    for names, shape in rows:
        for name in re.findall("`(.*?)`", names):
            assert eval(name, dict(variables)).shape == ast.literal_eval(shape), name


def test_the_ledger_of_chapter_8_follows_from_its_images_and_kernels():
    # to have its variables takes seconds of judging, and a training
    page = "book/08_train_a_tiny_cnn"
    shapes = {names: ast.literal_eval(shape) for names, shape in ledger(page)[1]}
    (n, *image), (k, *kernel) = shapes["`images`"], shapes["`kernels`"]
    for known in (f"n_kernels, batch_size = {k}, {n}\n", "(n_kernels, 5, 5, 1)"):
        assert any(known in cell.source for cell in prose.cells(page)[34:])
    assert prose.stands_in([str(size) for size in image], prose.all_lines(page))
    maps = output_shape(image, kernel)
    index = correlation_indices(maps, (2, 2), stride=2).shape
    pooled = output_shape(maps, (2, 2), stride=2)
    features = pooled[0] * pooled[1] * k
    assert shapes == {
        "`images`": (n, *image),
        "`kernels`": (k, 5, 5, 1),
        "`maps`": (n, *maps, k),
        "pooling's `index`": index,
        "`winners`": (n, index[0], k),
        "`pooled`": (n, *pooled, k),
        "`features`": (n, features),
        "`weights`": (features, 10),
        "`scores`": (n, 10),
    }


def test_the_ledger_of_chapter_10_follows_from_its_formulas():
    case = benchmark_results()["cases"][0]
    sizes = dict(zip("NHWC", case["images"]))
    sizes.update(zip(("K", "kh", "kw"), case["kernels"]), t=13)
    out = output_shape(case["images"][1:3], case["kernels"][1:3])
    sizes.update(zip(("out_h", "out_w"), out))
    _, rows = ledger("book/10_make_it_fast")
    assert [names for names, _ in rows][1] == f"bands, t = {sizes['t']}"
    for names, shape in rows:
        formula, _, numbers = shape.partition(" = ")
        assert eval(formula, dict(sizes)) == ast.literal_eval(numbers), names


def test_the_ledger_of_the_appendix_is_printed():
    lines = prose.all_lines("book/many_machines")
    for names, shape in ledger("book/many_machines")[1]:
        if names != "`kernels`":
            assert prose.stands_in(prose.numbers(shape), lines), names
    shown = running("book/many_machines").near(3)["kernels"].shape
    assert ("`kernels`", str(shown)) in ledger("book/many_machines")[1]


def test_the_chapter_list_tells_the_shapes():
    pages = [page for page in built_book.notebooks() if re.match("book/[01]", page)]
    lines = [line for page in pages for line in prose.all_lines(page)]
    lines += [
        (prose.numbers(row[1]), False) for page in pages for row in ledger(page)[1]
    ]
    table = built_book.markdown("book/intro").partition(":class: chapter-list")[2]
    shapes = re.findall(r"\(([N\d, ]*\d[\d, ]*)\)", table)
    assert len(shapes) > 12
    for shape in shapes:
        assert prose.stands_in(prose.numbers(shape), lines), shape
