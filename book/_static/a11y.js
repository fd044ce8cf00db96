// Mends what the page's makers leave wrong for screen readers and keyboards, each with
// the rule of axe-core that finds it.
addEventListener("DOMContentLoaded", () => setTimeout(() => {
  const all = (selector) => document.querySelectorAll(selector);

  // A name must contain the text that is shown: label-content-name-mismatch.
  for (const button of all(".search-button-field")) {
    button.setAttribute("aria-label", "Search Ctrl+K");
  }
  for (const summary of all("details.hide > summary")) {
    summary.removeAttribute("aria-label");
  }
  for (const button of all(".theme-switch-button")) {
    for (const icon of button.children) icon.setAttribute("aria-hidden", "true");
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = button.getAttribute("aria-label");
    button.removeAttribute("aria-label");
    button.append(name);
  }

  // The book's title is a link outside every landmark: region.
  const brand = document.querySelector(".navbar-brand")?.parentElement;
  brand?.setAttribute("role", "navigation");
  brand?.setAttribute("aria-label", "Book title");

  // The theme hears the first of two buttons of each kind, in a strip that is hidden
  // here: without this, no menu opens on a phone.
  for (const kind of ["primary", "secondary"]) {
    const [heard, ...others] = all(`.${kind}-toggle`);
    for (const button of others) button.addEventListener("click", () => heard.click());
  }

  // The bibliography is a list of things that are no items of it, by an old role:
  // aria-required-children, aria-deprecated-role.
  for (const entry of all(".citation-list > .citation")) {
    entry.setAttribute("role", "listitem");
  }

  // The empty corner of a table heads nothing: empty-table-header.
  for (const corner of all("th")) {
    if (corner.textContent.trim() === "") {
      corner.replaceWith(document.createElement("td"));
    }
  }

  // What scrolls must be reachable by keyboard (scrollable-region-focusable), and fades
  // where it goes on. What is folded shows its width when it is opened, formulas when
  // they are set, figures when they are drawn.
  const scrollers = "article :is(pre, mjx-container, .plotly-figure, "
    + ".pst-scrollable-table-container)";
  const fade = (box) => {
    const isLeft = box.scrollLeft > 1;
    const isRight = box.scrollLeft + box.clientWidth < box.scrollWidth - 1;
    const more = [isLeft && "left", isRight && "right"].filter(Boolean).join(" ");
    if (more) box.dataset.more = more;
    else delete box.dataset.more;
  };
  const letScroll = () => {
    for (const box of all(scrollers)) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      fade(box);
    }
  };
  letScroll();
  for (const event of ["maths-set", "figure-drawn", "resize"]) {
    addEventListener(event, letScroll);
  }
  addEventListener("toggle", letScroll, true);
  addEventListener("click", ({ target }) => {
    if (target.closest?.(".toggle-button")) setTimeout(letScroll);
  });
  addEventListener("scroll", ({ target }) => {
    if (target.matches?.(scrollers)) fade(target);
  }, true);
}));
