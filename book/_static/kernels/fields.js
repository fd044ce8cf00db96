// The fields: what the reader types and chooses.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const TYPED = ["kernelHeight", "kernelWidth", "divisor", "stride", "padding", "dilation"];

  // `page` has state(), size() of the result, refusals, attempt, change, anew, moveTo and look.
  // Returns what fills the fields, or one, and what leads to a number of the kernel.
  own.fields = (root, page) => {
    const field = (name) => root.querySelector(`[name="${name}"]`);
    const numbers = root.querySelector(".op-numbers");
    const step = () => page.state().steps[page.state().chosen];
    const changeStep = (next) => {
      const { steps, chosen } = page.state();
      page.change({ steps: steps.map((old, k) => (k === chosen ? { ...old, ...next } : old)) });
    };

    // Fills all fields but the one that the reader is in, and those that were refused.
    function put(input, value) {
      if (document.activeElement !== input && !page.refusals.has(input)) input.value = value;
    }

    function fill() {
      const { colour, channel, shown } = page.state();
      for (const name of TYPED) put(field(name), String(step()[name]).replaceAll(",", ", "));
      field("kernel").value = own.nameOf(step());
      put(field("channel"), channel);
      field("channel").closest("label").hidden = !colour;
      for (const input of root.querySelectorAll("[type=radio]")) {
        input.checked = input.value === (input.name === "shown" ? shown : `${colour}`);
      }
      root.querySelector(".op-knobs-now").textContent = own.knobsInWords(step());
      own.fillNumbers(numbers, step(), put);
    }

    // To a number of the kernel, with what was typed elsewhere.
    function edit(cell, text) {
      const input = numbers.children[cell];
      input.closest("details").open = true;
      input.focus();
      if (!text) {
        input.select();
        return;
      }
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    field("kernel").append(...["", ...Object.keys(own.KERNELS)].map((name) =>
      new Option(name || "your own numbers", name)));
    field("kernel").addEventListener("change", ({ target }) => {
      const { stride, padding, dilation } = step();
      const chosen = target.value && { ...own.stepOf(target.value), stride, padding, dilation };
      if (chosen) page.attempt(() => page.anew(() => changeStep(chosen)));
      else edit(0, "");
    });

    const typed = (name, changed) => field(name).addEventListener("input", ({ target }) =>
      page.attempt(() => changed(target.value), target));
    const side = (text, what) => own.whole(text, what, [1, own.LARGEST_KERNEL]);
    typed("kernelHeight", (text) => changeStep(
      own.resized(step(), side(text, "The kernel's height"), step().kernelWidth)));
    typed("kernelWidth", (text) => changeStep(
      own.resized(step(), step().kernelHeight, side(text, "The kernel's width"))));
    typed("divisor", (text) => changeStep({ divisor: own.divisor(text) }));
    for (const name of ["stride", "padding", "dilation"]) {
      typed(name, (text) => changeStep({ [name]: own.knob(text, name) }));
    }
    for (const [axis, name] of ["row", "column"].entries()) {
      typed(name, (text) => {
        const at = [...page.state().at];
        at[axis] = own.whole(text, `The ${name} of the result`, [0, page.size()[axis] - 1]);
        page.moveTo(at);
      });
    }
    typed("channel", (text) => page.moveTo(page.state().at, Number(text)));
    numbers.addEventListener("input", ({ target }) => page.attempt(() => {
      const kernel = [...step().kernel];
      kernel[target.dataset.number] = own.number(target.value, "A number of the kernel");
      changeStep({ kernel });
    }, target));
    for (const input of root.querySelectorAll("[type=radio]")) {
      input.addEventListener("change", () => page.attempt(() => page.change(
        input.name === "shown" ? { shown: input.value } : { colour: input.value === "true" })));
    }
    // What holds is written as the page writes it.
    root.addEventListener("focusout", ({ target }) => {
      if (!target.matches("input[type=text], input[type=number]")) return;
      page.look();
      fill();
    });

    return { fill, put, edit };
  };
})();
