"""The page "Kernels on your own picture", as a test reads and drives it."""

import tempfile
from pathlib import Path

import numpy as np

ROOT = "#own-picture"
PROBLEM = f"{ROOT} .xp-problem"
READY = "() => document.querySelector('#own-picture[aria-busy=false]')"
# Of each table of the lens its numbers, notes and lit cells, in the kernel's order.
LENS = """() => Object.fromEntries(
  [...document.querySelectorAll("#own-picture [data-panel]")].map((panel) => [
    panel.dataset.panel,
    [...panel.querySelectorAll(".xp-cell")].map((cell) => ({
      number: Number(cell.querySelector("b").textContent),
      note: Number(cell.querySelector("small")?.textContent),
      lit: cell.matches(".lit"),
      padding: cell.matches(".padding"),
      place: [cell.parentElement.ariaRowIndex, cell.ariaColIndex].map(Number),
    })).sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]),
  ]))"""
# The flat positions that are marked on the picture.
SEEN = """() => document.querySelector(".op-cover").dataset.seen.split(",")
  .filter(Boolean).map(Number)"""
PIXELS = """(selector) => {
  const canvas = document.querySelector(selector);
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  return [height, width, [...data]];
}"""
OPEN = """(address) => new Promise((resolve) => {
  addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  location.hash = address;
})"""


def choose(page, content, name="mine.png"):
    """Choose a file, and wait until the page has read it or said why not."""
    page.evaluate("() => { document.querySelector('.op-told').textContent = ''; }")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        page.set_input_files(f"{ROOT} [name=file]", path)
        wait_until_read(page)


def wait_until_read(page):
    page.wait_for_function(
        "() => document.querySelector('#own-picture .op-told').textContent"
        " || document.querySelector('#own-picture .xp-problem').textContent"
    )
    page.wait_for_function(READY)


def saved(page, name, folder):
    """Save an array by its button, and load it."""
    with page.expect_download() as download:
        page.locator(f'[data-save="{name}"]').click()
    assert download.value.suggested_filename == f"{name}.npy"
    download.value.save_as(folder / f"{name}.npy")
    return np.load(folder / f"{name}.npy")


def a_picture(height=7, width=11, channels=3, seed=0):
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (height, width, channels), dtype=np.uint8)


def read_back(page, content, folder):
    choose(page, content)
    assert page.locator(PROBLEM).inner_text() == ""
    return saved(page, "pixels", folder)
