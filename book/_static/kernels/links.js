// Links of the page to settings: what they set comes into sight.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // `open` sets what a link asks for, and `told` is the element that says so.
  own.links = (root, open, told, address) => {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      const isAside = event.button || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!link?.hash.includes("=") || isAside) return;
      event.preventDefault();
      address.write(); // what Back returns to
      history.pushState(null, "", link.hash);
      open(link.hash.slice(1));
      root.scrollIntoView();
      told.focus({ preventScroll: true });
    });
  };
})();
