// The numbers of a kernel, to be typed.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // An input for each number of the kernel; the one that the reader is in,
  // and those that were refused, stay as they are.
  own.fillNumbers = (box, { kernelWidth, kernel }, put) => {
    const inputs = [...box.children];
    if (inputs.length !== kernel.length || box.dataset.width !== String(kernelWidth)) {
      box.dataset.width = kernelWidth;
      box.style.setProperty("--columns", kernelWidth);
      const kept = new Map(inputs.map((input) => [input.ariaLabel, input]));
      box.replaceChildren(...kernel.map((_, m) => {
        const place = `row ${Math.floor(m / kernelWidth)}, column ${m % kernelWidth}`;
        const input = kept.get(place) || document.createElement("input");
        input.type = "text";
        input.inputMode = "text"; // a keyboard with a minus
        input.autocomplete = "off";
        input.dataset.number = m;
        input.ariaLabel = place;
        return input;
      }));
    }
    kernel.forEach((value, m) => put(box.children[m], value));
  };
})();
