"""The page on which a digit is drawn, as a test sees it, and what NumPy says of it."""

import base64
import json
import re

import numpy as np

import xcorr_helpers as xh
from tools import store_network

ADDRESS = "book/draw.html"
FORWARD = """(texts) => {
  const network = window.network ??= xcorrDraw.decode(xcorrDraw.STORED);
  return texts.map((text) => xcorrDraw.forward(
    network, Array.from(xcorrDraw.bytes(text), (value) => value / 255)).scores);
}"""
POINT = """([panel, cell]) => document
  .querySelector(`#draw-digit [data-panel="${panel}"] [data-cell="${cell}"]`)
  .dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))"""
# Lit, and seen to be.
LIT = """() => Object.fromEntries(
  [...document.querySelectorAll("#draw-digit [data-panel]")].map((panel) => [
    panel.dataset.panel, [...panel.querySelectorAll(".xp-cell[data-cell].lit")]
      .filter((cell) => getComputedStyle(cell).boxShadow !== "none")
      .map((cell) => Number(cell.dataset.cell))]))"""
SETTLED = """() => /It (now|still) says/.test(
  document.querySelector(".dd-told").textContent)"""
# The outline: how many of a panel's cells have a line on each side.
OUTLINE = """(panel) => ["top", "end", "left", "right"].map((side) =>
  document.querySelectorAll(`[data-panel="${panel}"] .lit.dd-${side}-edge`).length)"""
REST = "() => new Promise((done) => setTimeout(done, 600))"
VALUES = """(panel) => [...document.querySelectorAll(
  `#draw-digit [data-panel="${panel}"] .xp-cell[data-cell]`)]
  .sort((one, other) => one.dataset.cell - other.dataset.cell)
  .map((cell) => Number(cell.ariaLabel.split(",")[0]))"""


def stored():
    """Read what the book has stored: the network's arrays and the pictures."""
    script = store_network.STORED.read_text(encoding="utf-8")
    network, pictures = re.findall(r"^xcorrDraw\.\w+ = (.*);$", script, re.M)
    network = json.loads(network)
    whole = np.frombuffer(base64.b64decode(network["numbers"]), "<i4")
    shapes = [network["shapes"][name] for name in store_network.NAMES]
    ends = np.cumsum([np.prod(shape) for shape in shapes])[:-1]
    parts = np.split(whole / store_network.GRID, ends)
    cnn = {
        name: part.reshape(shape)
        for name, part, shape in zip(store_network.NAMES, parts, shapes)
    }
    return cnn, json.loads(pictures)


def as_bytes(image):
    return base64.b64encode(np.rint(255 * image).astype(np.uint8).tobytes()).decode()


def as_file(cnn):
    """Return what chapter 8's cell writes of a network."""
    shapes = {name: value.shape for name, value in cnn.items()}
    arrays = {name: value.ravel().tolist() for name, value in cnn.items()}
    return {"format": "tiny CNN", "version": 1, "shapes": shapes, **arrays}


def pixels_of(page, panel="pad"):
    return np.array(page.evaluate(VALUES, panel))


def load(page, number, image=None):
    """Press an example, once it is another image where one is given."""
    if image is not None:
        put = "([number, text]) => { xcorrDraw.PICTURES[number].pixels = text; }"
        page.evaluate(put, [number, as_bytes(image)])
    page.locator(".dd-examples button").nth(number).click()
    page.evaluate(REST)


def change_mind(page):
    """Press the button, wait until it has found something, and return what is said."""
    page.get_by_role("button", name="Change its mind").click()
    page.wait_for_function(SETTLED, timeout=120_000)
    page.evaluate(REST)
    return page.locator(".dd-told").inner_text()


def pair(page):
    """Return the two digits that are compared."""
    return tuple(int(page.locator(f"[name={n}]").input_value()) for n in ("c", "than"))


class Numpy:
    """What the course's functions say of one image, 28 x 28, and one kernel."""

    def __init__(self, cnn, image, k):
        self.cnn, self.image, self.k = cnn, image, k
        self.index = xh.correlation_indices((28, 28), cnn["kernels"].shape[1:3])
        maps = image.ravel()[self.index] @ xh.kernel_matrix(cnn["kernels"])
        self.map = maps + cnn["kernel_bias"]
        self.relu = np.maximum(self.map, 0)
        side = 29 - cnn["kernels"].shape[1]
        self.pooling = xh.correlation_indices((side, side), (2, 2), stride=2)
        windows = self.relu[self.pooling]
        places = np.arange(len(self.pooling))[:, None]
        self.winners = self.pooling[places, windows.argmax(axis=1)]
        self.pooled = windows.max(axis=1)
        self.scores = self.pooled.ravel() @ cnn["weights"] + cnn["bias"]

    def weights(self, c, than=None):
        """Return the weights of a score, or of the difference of two."""
        weights = self.cnn["weights"]
        both = weights[:, c] - (0 if than is None else weights[:, than])
        return both.reshape(self.pooled.shape)

    def spoke(self, c, than=None):
        """Return what each pooled number of each kernel adds."""
        return self.pooled * self.weights(c, than)

    def written(self, c):
        """Return which pooled numbers are written of a score: the twelve largest."""
        adds = np.abs(self.spoke(c))
        largest = np.argsort(-adds.ravel(), kind="stable")[:12]
        return np.isin(np.arange(adds.size), largest).reshape(adds.shape) & (adds > 0)

    def adds(self, c, than=None):
        """Return what each pixel adds, through the pooled numbers that it is in."""
        found = np.zeros(784)
        kernels = xh.kernel_matrix(self.cnn["kernels"])
        for place, k in np.argwhere(self.pooled > 0):
            read = self.index[self.winners[place, k]]
            found[read] += self.weights(c, than)[place, k] * kernels[:, k]
        return found * self.image.ravel()

    def panels(self, c, than=None):
        return {
            "seen": self.image.ravel(),
            "adds": self.adds(c, than),
            "kernel": self.cnn["kernels"][self.k].ravel(),
            "map": self.map[:, self.k],
            "relu": self.relu[:, self.k],
            "pooled": self.pooled[:, self.k],
            "spoke": self.spoke(c, than)[:, self.k],
            "scores": self.scores,
        }

    def lit(self, panel, cell, c, than=None):
        """Say of each panel which cells the one pointed at is made of, or goes into."""
        size = self.index.shape[1]
        places = range(len(self.index))
        pooled = spoken = None
        reads = None
        if panel in ("seen", "adds"):
            rows, columns = np.nonzero(self.index == cell)
            seen, kernel, places = {cell}, set(columns.tolist()), set(rows.tolist())
        elif panel == "kernel":
            seen, kernel = set(self.index[:, cell].tolist()), {cell}
        elif panel in ("map", "relu"):
            seen, kernel, places = self.index[cell], range(size), {cell}
        elif panel in ("pooled", "spoke"):
            winner = int(self.winners[cell, self.k])
            seen, kernel, places = self.index[winner], range(size), {winner}
            pooled = {cell}
        else:
            spoken = self.written(cell)
            reads = np.unique(self.winners[spoken])
            places = set(self.winners[spoken[:, self.k], self.k].tolist())
            seen = self.index[reads].ravel()
            kernel = range(size) if places else ()
            pooled = set(np.flatnonzero(spoken[:, self.k]).tolist())
        if pooled is None:
            winners = self.winners[:, self.k]
            pooled = set(np.flatnonzero(np.isin(winners, list(places))).tolist())
        both = [c] if than is None else [c, than]
        score = {"scores": [cell], "spoke": both}.get(panel, [])
        found = {
            "seen": seen,
            "adds": seen,
            "kernel": kernel,
            "map": places,
            "relu": places,
            "pooled": pooled,
            "spoke": pooled,
            "scores": score,
        }
        return {name: {int(one) for one in cells} for name, cells in found.items()}
