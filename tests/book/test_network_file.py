"""The network of chapter 8 as the book stores it: the bits that its training makes.

The chapter prints a checksum of what it has learned, which nbval compares with each
training. What is stored has the same one.
"""

import contextlib
import io
import json
import re
import subprocess
from zlib import crc32

import numpy as np
import pytest

from tests.browser import draw_page
from tools import built_book, store_network

PAGE, DRAW = "book/08_train_a_tiny_cnn", "book/draw"
CNN, PICTURES = draw_page.stored()
MOST_BYTES = 300_000


def last_cells():
    """Return the two cells that write the file, and what they have printed."""
    cells = {cell["id"]: cell for cell in built_book.cells(PAGE)}
    both = [cells[name] for name in ("my-network-bits", "my-network")]
    printed = [cell["outputs"][0]["text"] for cell in both]
    sources = ["".join(cell["source"]) for cell in both]
    return sources, "".join("".join(text) for text in printed)


def run(cnn):
    sources, _ = last_cells()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for source in sources:
            exec(source, {"np": np, "cnn": cnn})
    return printed.getvalue()


def test_what_is_stored_has_the_bits_that_training_makes():
    _, printed = last_cells()
    bits = np.concatenate([value.ravel() for value in CNN.values()]).tobytes()
    assert f"checksum of their bits: {crc32(bits)}\n" in printed
    assert f"{len(bits) // 8:,} numbers" in printed


@pytest.mark.parametrize("here", ["book", "work", "."])
def test_the_chapters_file_lies_in_work_and_is_what_is_stored(
    here, tmp_path, monkeypatch
):
    (tmp_path / "_toc.yml").touch()
    folder = tmp_path / here
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    printed = run(CNN)
    assert printed == last_cells()[1]
    assert "/" not in printed and "\\" not in printed
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    written = tmp_path / "work" / "my_network.json"
    assert sorted(files) == [tmp_path / "_toc.yml", written]
    network = json.loads(written.read_text())
    for name, value in store_network.arrays(network).items():
        assert value.tobytes() == CNN[name].tobytes() and value.shape == CNN[name].shape
    stored = store_network.STORED.read_text(encoding="utf-8")
    assert store_network.script(network) == stored


def test_away_from_the_course_it_lies_beside_the_notebook(tmp_path, monkeypatch):
    folder = tmp_path / "elsewhere" / "notebooks"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    run(CNN)
    assert [file.name for file in folder.iterdir()] == ["my_network.json"]


def test_git_ignores_the_file():
    name = store_network.FILE.relative_to(built_book.ROOT).as_posix()
    told = subprocess.run(
        ["git", "check-ignore", name], cwd=built_book.ROOT, capture_output=True
    )
    if told.returncode == 128:
        pytest.skip("this copy has no history")
    assert told.returncode == 0


def test_the_mistakes_are_those_of_the_chapter():
    (printed,) = [
        "".join(cell["outputs"][0]["text"])
        for cell in built_book.cells(PAGE)
        if "worst = mistaken[surest" in "".join(cell["source"])
    ]
    told = re.findall(r"^(\d) taken for (\d)", printed, re.M)
    stored = [(str(one["digit"]), str(one["taken"])) for one in PICTURES]
    assert stored == [("5", "5"), *told]


def test_a_network_off_the_grid_is_not_stored():
    file = draw_page.as_file({**CNN, "bias": CNN["bias"] + 2.0**-30})
    with pytest.raises(ValueError, match="bias is not on the grid"):
        store_network.script(file)


def test_the_page_is_small(book_html, report):
    sizes = [
        built_book.html_path(DRAW).stat().st_size,
        store_network.STORED.stat().st_size,
    ]
    report(f"draw a digit: HTML {sizes[0]:,} and data {sizes[1]:,} bytes")
    assert sum(sizes) < MOST_BYTES


def test_it_is_led_to_from_the_first_page_and_the_chapter():
    assert "[Draw a five](draw.md)" in built_book.markdown("book/intro")
    assert "](draw.md)" in built_book.markdown(PAGE)
