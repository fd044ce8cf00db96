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
  const folds = document.querySelectorAll(".toggle-button-hidden");
  for (const button of folds) button.click();
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
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(
        encoding="utf-8"
    )


def violations(page, *, thorough=True):
    """List what is wrong on a loaded page; what is folded is opened, and stays so.

    Contrast is measured in both themes. A thorough look asks what does not depend on
    the page's width, too: about what is folded, and about the colours in code.
    """
    page.evaluate(axe())
    everywhere = {"include": ["html"]}
    found = []
    for fold in ("folded", "opened") if thorough else ("opened",):
        if fold == "opened":
            page.evaluate(UNFOLD)
        texts = page.evaluate(RUN, [everywhere, ALL_BUT_CONTRAST])
        found += [f"{fold}, {text}" for text in texts]
    # Axe cannot tell what lies behind the text of a drawing.
    left_out = [".plotly-figure-plot", "mjx-container svg", ".highlight pre"]
    places = [{"include": ["html"], "exclude": left_out}]
    if thorough and page.evaluate(SAMPLE):
        places.append({"include": ["[data-sample]"]})
    for theme in ("light", "dark"):
        page.evaluate(SWITCH, theme)
        for place in places:
            texts = page.evaluate(RUN, [place, CONTRAST])
            found += [f"{theme}, {text}" for text in texts]
    return found
