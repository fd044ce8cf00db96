// How a picture comes: chosen, dropped, pasted, or one of the bundled ones.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  const hasFiles = ({ dataTransfer }) => [...dataTransfer?.types || []].includes("Files");

  own.YOURS = "your picture";

  // `on`: begin, take(picture), refuse(why). Of several the last one counts. The reader's
  // own stays at hand beside the bundled ones.
  own.arrive = (root, on) => {
    let asked = 0;
    let yours = null;

    async function takeFile(file) {
      if (!file) return;
      asked += 1;
      const mine = asked;
      on.begin();
      let found;
      try {
        found = await own.fromFile(file);
      } catch (error) {
        const known = error instanceof own.Refused;
        const why = known ? error.message : "This picture is too large for this browser.";
        if (mine === asked) on.refuse(why);
        return;
      }
      if (mine !== asked) return;
      yours = found;
      on.take(found);
    }

    root.querySelector("[name=file]").addEventListener("change", ({ target }) => {
      takeFile(target.files[0]);
      target.value = ""; // the same one may be chosen again
    });
    for (const type of ["dragenter", "dragover"]) {
      addEventListener(type, (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        root.classList.add("dropping");
      });
    }
    addEventListener("dragleave", ({ relatedTarget }) => {
      if (!relatedTarget) root.classList.remove("dropping");
    });
    addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      root.classList.remove("dropping");
      takeFile(event.dataTransfer.files[0]);
    });
    addEventListener("paste", ({ clipboardData }) => {
      takeFile([...clipboardData?.files || []][0]);
    });
    for (const name of [...own.NAMES, ""]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name || own.YOURS;
      button.dataset.name = name;
      button.addEventListener("click", () => {
        asked += 1;
        on.take(name ? own.bundled(name) : yours);
      });
      root.querySelector(".op-bundled").append(button);
    }

    // Which picture is shown, of those that there are; and the reader's own.
    const show = (shown) => {
      for (const button of root.querySelectorAll(".op-bundled button")) {
        button.hidden = !button.dataset.name && !yours;
        button.setAttribute("aria-pressed", button.dataset.name === shown);
      }
    };
    return { show, yours: () => yours };
  };
})();
