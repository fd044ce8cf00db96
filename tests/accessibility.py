"""What axe-core finds on a page, and how the page is brought into each state."""

from functools import cache
from pathlib import Path

import axe_playwright_python

# Every rule but the experimental ones, best practices included. Contrast is asked for
# alone: it takes most of the time, and is all that a theme changes.
RUN = """async ([where, rules]) => {
  const options = { preload: false, resultTypes: ["violations"], ...rules };
  const { violations } = await axe.run(where, options);
  return violations.map(({ id, help, nodes }) => [
    `${id}: ${help}`, ...nodes.map(({ target, html, failureSummary }) =>
      `  ${target.join(" ")}\\n  ${html.slice(0, 200)}\\n  ${failureSummary}`),
  ].join("\\n"));
}"""
ALL_BUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": ["color-contrast"]}
UNFOLD = """() => {
  for (const block of document.querySelectorAll("article details")) block.open = true;
  for (const button of document.querySelectorAll(".toggle-button-hidden")) button.click();
}"""
# Code has thousands of spans in a few colours: the first of each is measured.
SAMPLE = """() => {
  const seen = new Set();
  for (const span of document.querySelectorAll("article pre span[class]")) {
    const around = [".highlight", ".cell_output", ".admonition"].map(
      (selector) => span.closest(selector)?.parentElement.className);
    const kind = [span.className, ...around].join(" | ");
    if (!seen.has(kind)) span.dataset.sample = "";
    seen.add(kind);
  }
  return seen.size;
}"""
# Without their transitions, colours are compared as they end.
SWITCH = """theme => {
  const style = document.createElement("style");
  style.textContent = "*, ::before, ::after { transition: none !important; }";
  document.head.append(style);
  document.documentElement.dataset.theme = theme;
}"""


@cache
def axe():
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(page):
    """List what is wrong on a loaded page, in both themes; opens all that is folded."""
    page.evaluate(axe())
    found = []
    laptop = page.viewport_size["width"] == 1300
    for fold in ("folded", "opened") if laptop else ("opened",):
        if fold == "opened":
            page.evaluate(UNFOLD)
        for text in page.evaluate(RUN, [{"include": ["html"]}, ALL_BUT_CONTRAST]):
            found.append(f"{fold}, {text}")
    # Axe cannot tell what lies behind the text of a drawing.
    drawings = [".plotly-figure-plot", "mjx-container svg"]
    places = [{"include": ["html"], "exclude": ["article pre", *drawings]}]
    if page.evaluate(SAMPLE):
        places.append({"include": ["[data-sample]"]})
    for theme in ("light", "dark"):
        page.evaluate(SWITCH, theme)
        for place in places:
            for text in page.evaluate(RUN, [place, CONTRAST]):
                found.append(f"{theme}, {text}")
    return found
