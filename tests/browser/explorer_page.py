"""The index explorer as a test sees it: how it is opened, what its panels show."""

# A box shows its whole table, which otherwise has only the cells in sight.
EVERYTHING = """
#index-explorer .xp-box { height: auto !important; max-height: none !important;
  width: fit-content !important;
  max-width: none !important; overflow: visible !important; }
#index-explorer section { max-width: none !important; }
.xp-panels, .xp-broadcast { display: block !important; }
"""
# The boxes are told their new size after one frame, and fill themselves in the next.
DRAWN = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""

# Every panel in sight: the numbers in its cells, and which are lit, by row and column.
# Pixels have no text, but names, which begin with the number and end with the place.
READ = """() => Object.fromEntries(
  [...document.querySelectorAll("#index-explorer [data-panel]:not([hidden])")]
    .map((panel) => [panel, [...panel.querySelectorAll(".xp-box .xp-cell")]])
    .map(([panel, cells]) => [panel.dataset.panel, cells.map((cell) => [
        Number(cell.parentElement.getAttribute("aria-rowindex")) - 1,
        Number(cell.getAttribute("aria-colindex")) - 1,
        cell.querySelector("b")?.textContent ?? cell.ariaLabel.split(",")[0],
        cell.querySelector("small")?.textContent
          ?? cell.ariaLabel.match(/ (\\d+)$/)?.[1] ?? "",
        cell.matches(".lit") && getComputedStyle(cell).boxShadow !== "none",
      ])]))"""

# Opens an address as a link to it would, and returns when the page shows it.
OPEN = """(address) => new Promise((resolve) => {
  addEventListener("hashchange", () => setTimeout(resolve), { once: true });
  location.hash = address;
})"""

POINT = """([panel, row, column]) => {
  const rows = document.querySelector(`[data-panel="${panel}"] [role="grid"]`);
  const cell = rows.querySelector(
    `[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`);
  cell.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
}"""


def shown(page):
    """Return for each panel its numbers, notes and lit cells, by (row, column)."""
    return {
        panel: {
            "numbers": {(row, column): text for row, column, text, _, _ in cells},
            "notes": {(row, column): note for row, column, _, note, _ in cells},
            "lit": {(row, column) for row, column, _, _, lit in cells if lit},
        }
        for panel, cells in page.evaluate(READ).items()
    }


SENTENCE = "#index-explorer .xp-sentence"
PROBLEM = "#index-explorer .xp-problem"


def cell(page, panel, row, column):
    return page.locator(
        f'[data-panel="{panel}"] [aria-rowindex="{row + 1}"] '
        f'[aria-colindex="{column + 1}"]'
    )


def address_of(page):
    # It is written 200 ms after the last change.
    page.evaluate("() => new Promise((done) => setTimeout(done, 200))")
    return page.url.partition("#")[2]


def settings_of(page):
    names = page.locator("#index-explorer [name]").evaluate_all(
        "all => all.filter((one) => one.type !== 'radio' || one.checked)"
        ".map((one) => [one.name, one.value])"
    )
    return dict(names)
