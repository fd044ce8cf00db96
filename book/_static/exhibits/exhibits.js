// An exhibit's link is copied when it is pressed; where it cannot be, it is followed.
for (const link of document.querySelectorAll(".exhibit-link a")) {
  link.addEventListener("click", (event) => {
    if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => { link.nextElementSibling.textContent = "Copied."; },
      () => { location.href = link.href; },
    );
  });
}
