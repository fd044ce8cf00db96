"""What a finger and a narrow screen need, measured on a loaded page.

A figure leaves no blank, what is pressed is large enough and lies on nothing else, and
what scrolls sideways fades where it goes on.
"""

FINGER = 43.5  # pixels: 44, but for rounding
BLANK = 40  # pixels, in a figure of ours: more is a hole

# The holes between what is drawn, from the top of a figure to its end, and how many
# panels lie side by side.
FIGURES = """(most) => [...document.querySelectorAll(".plotly-figure")]
  .filter((figure) => figure.checkVisibility()).flatMap((figure) => {
    const plot = figure.querySelector(".plotly-figure-plot");
    const { top, bottom } = plot.getBoundingClientRect();
    const marks = [...plot.querySelectorAll("text, image, .layer-above path, .bglayer "
      + "rect, .gridlayer path, .legend, .cbfill, .scatterlayer path")]
      .map((mark) => mark.getBoundingClientRect())
      .filter(({ width, height }) => width + height > 0)
      .sort((one, other) => one.top - other.top);
    const problems = [];
    let end = top;
    for (const mark of [...marks, { top: bottom, bottom }]) {
      const blank = Math.round(mark.top - end);
      if (blank > most) problems.push(`${blank} px blank at ${Math.round(end - top)}`);
      end = Math.max(end, mark.bottom);
    }
    const axes = Object.entries(plot._fullLayout)
      .filter(([name, axis]) => /^yaxis\\d*$/.test(name) && axis.scaleanchor)
      .map(([name]) => plot._fullLayout[name.replace("y", "x")].domain[0].toFixed(2));
    const aside = new Set(axes).size;
    if (aside > 2) problems.push(`${aside} panels side by side`);
    return problems.map((text) => `${text}: ${figure.ariaLabel}`);
  })"""

# A link that lies in a line of text is as high as the line; so it is in every book.
TARGETS = """(within, least) => {
  const problems = [];
  const name = (one) => one.outerHTML.slice(0, 120);
  const all = [...within.querySelectorAll(
    "a[href], button, summary, input, select, [role=button], [role=slider]")]
    .filter((one) => one.checkVisibility(
      { visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest(".skip-link, .xp-skip, [hidden]"));
  // The head of the page stays where it is, on top of what scrolls under it.
  const stays = (one) => one.closest(".bd-header-article") !== null;
  // The button of a fold is the whole line, on which a link may lie.
  const over = (one) => !one.matches(".toggle-button");
  // A choice is tapped on its whole line.
  const target = (one) => one.matches("[type=radio]") && one.closest("label") || one;
  const boxes = all.map((one) => [...one.getClientRects()]);
  all.forEach((one, number) => {
    const { width, height } = target(one).getBoundingClientRect();
    const inText = getComputedStyle(one).display === "inline"
      && one.closest("p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4");
    if (!inText && width && (width < least || height < least)) {
      problems.push(`${Math.round(width)} x ${Math.round(height)}: ${name(one)}`);
    }
    for (let other = 0; other < number; other += 1) {
      const below = all[other];
      if (below.contains(one) || stays(one) !== stays(below) || !over(one)) continue;
      const isOver = boxes[number].some((a) => boxes[other].some((b) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1));
      if (isOver) problems.push(`${name(one)} lies on ${name(below)}`);
    }
  });
  return problems;
}"""

SCROLLERS = """() => [...document.querySelectorAll("article *")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.checkVisibility()
    && ["auto", "scroll"].includes(getComputedStyle(box).overflowX))
  .filter((box) => getComputedStyle(box).maskImage === "none" || box.tabIndex < 0)
  .map((box) => `scrolls, and does not show it: ${box.outerHTML.slice(0, 120)}`)"""


def menus(page):
    """Open each menu by its button; list what is too small to be pressed there."""
    found = []
    for kind in ("primary", "secondary"):
        button = page.locator(f".{kind}-toggle:visible")
        if button.count():
            button.click()
            menu = page.locator(f"#pst-{kind}-sidebar-modal")
            menu.wait_for(timeout=3000)
            assert menu.locator("a:visible").count(), f"an empty {kind} menu"
            # Only what is in the menu: the page lies under it.
            found += menu.evaluate(TARGETS, FINGER)
            page.keyboard.press("Escape")
            menu.wait_for(state="hidden")
            # Back on the button, its tooltip would stay for whoever looks next.
            page.mouse.move(0, 400)
            page.evaluate("document.activeElement.blur()")
            page.locator("[role=tooltip]").wait_for(state="detached")
    return found


def problems(page):
    """List what is wrong on a page of a phone's width whose figures are drawn."""
    return [
        *page.evaluate(FIGURES, BLANK),
        *page.locator("body").evaluate(TARGETS, FINGER),
        *page.evaluate(SCROLLERS),
        *menus(page),
    ]
