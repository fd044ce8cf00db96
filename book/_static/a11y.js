// Mends what the theme leaves wrong for screen readers (axe-core's rule in brackets).
addEventListener("DOMContentLoaded", () => setTimeout(() => {
  // A button's name must begin with the text that it shows.
  // [label-content-name-mismatch]
  for (const button of document.querySelectorAll(".search-button-field")) {
    button.setAttribute("aria-label", "Search Ctrl+K");
  }

  // The book's title is a link outside every landmark. [region]
  const brand = document.querySelector(".navbar-brand")?.parentElement;
  brand?.setAttribute("role", "navigation");
  brand?.setAttribute("aria-label", "Book title");
}));
