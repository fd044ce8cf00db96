"""The explorer's stripped forms as they stand in the pages: the chapters' numbers."""

import json
import sys

import numpy as np
from plotly.colors import sequential
from scipy.signal import correlate2d

import xcorr_helpers as xh
from tests.book.notebook_values import running
from tests.book.test_built_book import parsed
from tools import built_book
from xcorr_helpers import checks

sys.path.append(str(built_book.ROOT / "book" / "_ext"))

import explorer_tables

SIDES = ("height", "width", "kernelHeight", "kernelWidth")
GROWS = 35  # the cell of chapter 11 with the small image


def first_case(judge):
    return checks._record(judge).cases[0]


def test_chapter_judge_and_explorer_have_one_toy(book_html):
    (script,) = parsed(built_book.html_path("book/explorer")).select("[data-records]")
    given = json.loads(script["data-records"])
    toy = given["toy"]
    two = running("book/02_slide_one_kernel").near(3)
    seven = running("book/07_run_it_backwards").near(5)
    image, kernel = first_case("correlate_image")
    for of_explorer, of_judge, of_chapter in (
        (toy["image"], image, two["image"]),
        (toy["image"], first_case("apply_kernels")[0], seven["image"]),
        (toy["kernel"], kernel, two["kernel"]),
        (toy["gradient"], first_case("input_gradient")[0], seven["out_gradient"]),
    ):
        np.testing.assert_array_equal(of_judge, of_chapter)
        np.testing.assert_array_equal(of_explorer, of_judge.ravel())
    sizes = [toy[side] for side in SIDES]
    assert sizes == [*image.shape, *kernel.shape]
    kernels = running("book/03_apply_many_kernels").near(6)["kernels"]
    np.testing.assert_array_equal(first_case("apply_kernels")[1], kernels)
    three = given["threeKernels"]
    assert three["kernel"] == kernels[: three["kernels"]].ravel().tolist()
    eleven = running("book/11_split_grow_and_change_axes").near(GROWS)
    transposed = given["transposed"]
    assert transposed["gradient"] == eleven["small"].ravel().tolist()
    assert transposed["kernel"] == eleven["stamp"].ravel().tolist()
    small, stamp, stride = first_case("times_reached")
    sizes = [transposed[side] for side in SIDES]
    assert sizes == [*eleven["small"].shape, *eleven["stamp"].shape] == [*small, *stamp]
    assert transposed["stride"] == stride
    assert given["ofChapter10"] == first_case("correlate_in_strips")[1].ravel().tolist()


def form(page, name):
    """Return the tables of a form on a page, and its sentence."""
    soup = parsed(built_book.html_path(page))
    (strip,) = soup.select(f".xp-strip[data-form={name}]")
    return read(strip), strip.select_one(".xp-sum").get_text()


def read(strip):
    return {
        part["data-part"]: np.array(
            [
                [float(cell.get_text() or 0) for cell in row.find_all("td")]
                for row in part.find_all("tr")
            ]
        )
        for part in strip.select(".xp-part")
    }


def test_the_sum_of_chapter_2_is_read_without_scripts(book_html):
    toy = running("book/02_slide_one_kernel").near(3)
    tables, said = form("book/02_slide_one_kernel", "sum")
    for name in ("image", "kernel"):
        np.testing.assert_array_equal(tables[name], toy[name])
    output = correlate2d(toy["image"], toy["kernel"], mode="valid")
    np.testing.assert_array_equal(tables["output"], output)
    assert said == "0 × 1 + 1 × 0 + 2 × -1 + 10 × 2 + 11 × 1 + 12 × 0 = 29"


def test_the_columns_of_chapter_3_are_its_kernels(book_html):
    toy = running("book/03_apply_many_kernels").near(15)
    tables, said = form("book/03_apply_many_kernels", "columns")
    for name in ("image", "weights"):
        np.testing.assert_array_equal(tables[name], toy[name])
    np.testing.assert_array_equal(tables["gathered"], toy["gathered"][:1])
    np.testing.assert_array_equal(tables["result"], toy["flat_out"][:1])
    assert said.endswith(f"= {toy['flat_out'][0, 0]}")


def test_the_layers_of_chapter_6_are_its_index(book_html):
    two = running("book/06_pad_stride_dilate").near(28)
    tables, said = form("book/06_pad_stride_dilate", "layers")
    image, between = tables["image"].ravel(), tables["between"].ravel()
    np.testing.assert_array_equal(image, np.bincount(two["read"].ravel(), minlength=84))
    np.testing.assert_array_equal(np.flatnonzero(between), two["second"][0])
    assert tables["output"].size == len(two["second"])
    assert f"{two['seen'].size} pixels, in {two['read'].size} ways" in said


def test_the_digit_is_the_samples_first_with_no_ink_cut_off():
    digit = explorer_tables.digit()
    whole = xh.load_mnist().images[0]
    height, width = digit["image"].shape
    places = [
        (row, column)
        for row in range(28 - height + 1)
        for column in range(28 - width + 1)
        if (whole[row : row + height, column : column + width] == digit["image"]).all()
    ]
    assert len(places) == 1
    assert digit["image"].sum() == whole.sum()


def test_pixels_have_the_colours_of_the_figures():
    style = (built_book.ROOT / "book/_static/explorer/cells.css").read_text()
    for number, colour in enumerate(sequential.Viridis):
        assert f".v{number} {{ background: {colour};" in style
