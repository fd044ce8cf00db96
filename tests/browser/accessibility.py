"""What axe-core finds on a page, and how the page is brought into each state."""

from functools import cache
from pathlib import Path

import axe_playwright_python

# Every rule but the experimental ones, best practices included. Contrast is asked for
# alone: it is all that a theme changes.
RUN = """async ([where, rules]) => {
  const options = { preload: false, resultTypes: ["violations"], ...rules };
  const { violations } = await axe.run(where, options);
  return violations.map(({ id, help, nodes }) => [
    `${id}: ${help}`, ...nodes.map(({ target, html, failureSummary }) =>
      `  ${target.join(" ")}\\n  ${html.slice(0, 200)}\\n  ${failureSummary}`),
  ].join("\\n"));
}"""
# Axe cannot tell what lies behind their text.
DRAWN = (".plotly-figure-plot", "mjx-container svg")
# These two compare colours, and take most of the time.
OFF = {"enabled": False}
ALL_BUT_CONTRAST = {"rules": {"color-contrast": OFF}}
QUICK = {"rules": {"color-contrast": OFF, "link-in-text-block": OFF}}
CONTRAST = {"runOnly": ["color-contrast"]}
UNFOLD = """() => {
  for (const block of document.querySelectorAll("article details")) block.open = true;
  const folds = document.querySelectorAll(".toggle-button-hidden");
  for (const button of folds) button.click();
}"""
# Of all text that looks alike, the first is measured: each of thousands takes its time.
SAMPLE = """(leftOut) => {
  const seen = new Set();
  const grounds = new Map([[null, ""]]);
  const ground = (one) => {
    if (!grounds.has(one)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      const own = [backgroundColor, backgroundImage, opacity].join();
      const clear = own === "rgba(0, 0, 0, 0),none,1";
      grounds.set(one, ground(one.parentElement) + (clear ? "" : ` on ${own}`));
    }
    return grounds.get(one);
  };
  const written = (one) => one.matches("input, select, textarea")
    || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const one of document.body.querySelectorAll(`:not(:is(${leftOut}) *)`)) {
    if (!written(one) || !one.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const looks = [color, fontSize, fontWeight, ground(one)].join();
    one.toggleAttribute("data-sample", !seen.has(looks));
    seen.add(looks);
  }
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


def violations(page, *, thorough):
    """List what is wrong on a loaded page; what is folded is opened, and stays so.

    Contrast is measured in both themes. A thorough look asks what does not depend on
    the page's width, too: about what is folded, about links within a text, and about
    the contrast of all text outside of code.
    """
    page.evaluate(axe())
    found = []
    for fold in ("folded", "opened") if thorough else ("opened",):
        if fold == "opened":
            page.evaluate(UNFOLD)
        rules = ALL_BUT_CONTRAST if thorough else QUICK
        texts = page.evaluate(RUN, [{"include": ["html"]}, rules])
        found += [f"{fold}, {text}" for text in texts]
    places = [{"include": ["[data-sample]"]}]
    if thorough:
        places.append({"include": ["html"], "exclude": [*DRAWN, ".highlight pre"]})
    for theme in ("light", "dark"):
        page.evaluate(SWITCH, theme)
        page.evaluate(SAMPLE, ", ".join(DRAWN))
        for place in places:
            texts = page.evaluate(RUN, [place, CONTRAST])
            found += [f"{theme}, {text}" for text in texts]
    return found
