// What the reader takes along: arrays, the code, a link.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // `files` makes the array that each button saves.
  own.carry = (root, files, address) => {
    for (const button of root.querySelectorAll("[data-save]")) {
      button.addEventListener("click", () => {
        const name = button.dataset.save;
        const link = document.createElement("a");
        link.href = URL.createObjectURL(files[name]());
        link.download = `${name}.npy`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      });
    }

    for (const button of root.querySelectorAll("[data-copy]")) {
      // Not on offer where the browser would refuse.
      button.hidden = !navigator.clipboard;
      const label = button.textContent;
      button.addEventListener("click", async () => {
        address.write();
        const text = button.dataset.copy === "address"
          ? location.href : root.querySelector(".op-python").textContent;
        try {
          await navigator.clipboard.writeText(text);
          button.textContent = "Copied";
        } catch {
          button.textContent = "Not allowed here";
        }
        setTimeout(() => { button.textContent = label; }, 1500);
      });
    }
  };
})();
