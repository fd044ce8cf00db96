// The numbers of a kernel, to be typed.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // An input for each number of the kernel; the one that the reader is in stays as it is.
  own.fillNumbers = (box, { kernelWidth, kernel }) => {
    const inputs = [...box.children];
    if (inputs.length !== kernel.length || box.dataset.width !== String(kernelWidth)) {
      box.dataset.width = kernelWidth;
      box.style.setProperty("--columns", kernelWidth);
      box.replaceChildren(...kernel.map((_, m) => {
        const input = document.createElement("input");
        input.type = "text";
        input.inputMode = "text"; // a keyboard with a minus
        input.autocomplete = "off";
        input.dataset.number = m;
        input.ariaLabel = `row ${Math.floor(m / kernelWidth)}, column ${m % kernelWidth}`;
        return input;
      }));
    }
    kernel.forEach((value, m) => {
      const input = box.children[m];
      if (document.activeElement !== input) input.value = value;
      input.removeAttribute("aria-invalid");
    });
  };
})();
