// What the page writes: its address, and the same in Python.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const KNOBS = { stride: "s", padding: "p", dilation: "d" };
  const PLAIN = { stride: 1, padding: 0, dilation: 1 };

  own.BEGIN = {
    steps: [own.stepOf("edges")], chosen: 0, colour: false, shown: "numbers", at: [8, 9],
    channel: 0, name: own.NAMES[0],
  };

  own.SENDERS = "own"; // the picture of whoever made the link

  // A link holds settings, and never a picture of the reader's.
  own.toAddress = (state) => {
    const asked = new URLSearchParams();
    if (state.name !== own.BEGIN.name) asked.set("picture", state.name || own.SENDERS);
    const plain = state.steps.length === 1 && own.nameOf(state.steps[0]) === "edges";
    state.steps.forEach((step, k) => {
      const { kernelHeight, kernelWidth, divisor, kernel } = step;
      const name = own.nameOf(step);
      if (!plain) asked.set(`k${k + 1}`, name || `${kernelHeight},${kernelWidth},${kernel}`);
      if (!name && divisor !== 1) asked.set(`v${k + 1}`, divisor);
      for (const [knob, short] of Object.entries(KNOBS)) {
        if (step[knob] !== PLAIN[knob]) asked.set(`${short}${k + 1}`, step[knob]);
      }
    });
    if (state.chosen !== state.steps.length - 1) asked.set("step", state.chosen + 1);
    if (state.colour) asked.set("colour", 1);
    if (state.channel) asked.set("channel", state.channel);
    if (state.shown !== own.BEGIN.shown) asked.set("show", state.shown);
    if (state.at.join() !== own.BEGIN.at.join()) asked.set("at", state.at);
    return asked.toString().replaceAll("%2C", ",");
  };

  function stepFrom(asked, k) {
    const text = asked.get(`k${k}`) || "edges";
    let step;
    if (Object.hasOwn(own.KERNELS, text)) {
      step = own.stepOf(text);
    } else {
      const [height, width, ...kernel] = text.split(",");
      const sides = [1, own.LARGEST_KERNEL];
      step = {
        ...own.stepOf("edges"),
        kernelHeight: own.whole(height, "The kernel's height", sides),
        kernelWidth: own.whole(width ?? "", "The kernel's width", sides),
        divisor: own.divisor(asked.get(`v${k}`) || "1"),
        kernel: kernel.map((one) => own.number(one, "A number of the kernel")),
      };
      const count = step.kernelHeight * step.kernelWidth;
      if (kernel.length !== count) {
        throw new own.Refused(
          `The address gives ${kernel.length} numbers for a kernel of ${count}.`);
      }
    }
    for (const [knob, short] of Object.entries(KNOBS)) {
      const given = asked.get(`${short}${k}`);
      if (given !== null) step[knob] = own.knob(given, knob);
    }
    return step;
  }

  function oneOf(value, allowed, name) {
    if (allowed.includes(value)) return value;
    throw new own.Refused(`The address gives "${value}" for ${name}.`);
  }

  own.fromAddress = (address) => {
    const asked = new URLSearchParams(address);
    const steps = [stepFrom(asked, 1)];
    while (steps.length < own.MOST_STEPS && asked.has(`k${steps.length + 1}`)) {
      steps.push(stepFrom(asked, steps.length + 1));
    }
    const last = String(steps.length);
    const at = (asked.get("at") || own.BEGIN.at.join()).split(",");
    return {
      steps,
      chosen: own.whole(asked.get("step") || last, "The step", [1, steps.length]) - 1,
      colour: asked.get("colour") === "1",
      channel: own.whole(asked.get("channel") || "0", "The channel", [0, 2]),
      shown: oneOf(asked.get("show") || own.BEGIN.shown, Object.keys(own.SHOWN), "show"),
      at: [0, 1].map((axis) => own.whole(at[axis] ?? "", "A place", [0, 9999])),
      name: oneOf(asked.get("picture") || own.BEGIN.name, [...own.NAMES, own.SENDERS], "picture"),
    };
  };

  // ---- In words.

  const knobText = (knob) => String(knob).replace(",", " and ");

  own.knobsInWords = ({ kernelHeight, kernelWidth, divisor, ...step }) => [
    `${kernelHeight} x ${kernelWidth}${divisor === 1 ? "" : `, divided by ${divisor}`}`,
    ...Object.keys(KNOBS).map((name) => `${name} ${knobText(step[name])}`),
  ].join(", ");

  const SAID = {
    numbers: "as it is", clip: "clipped to 0 to 255", absolute: "as absolute values, clipped",
    overflow: "as bytes that overflow",
  };

  own.NOT_IN_LINK = "This link was made with a picture of someone's own, which is not in it: "
    + `it stays on that machine. Here is the ${own.BEGIN.name} with the same settings.`;

  // What a link has set, and whether the picture is another one than `before`.
  own.setInWords = ({ steps, colour, shown, name }, before) => {
    const kernels = steps.map((step) => {
      const knobs = Object.keys(KNOBS).filter((knob) => step[knob] !== PLAIN[knob]);
      return [own.nameOf(step) || "your own numbers",
        ...knobs.map((knob) => `with ${knob} ${knobText(step[knob])}`)].join(" ");
    });
    const set = `Set by the link: ${kernels.join(", then ")}; read as `
      + `${colour ? "each channel" : "grey"}; the result is shown ${SAID[shown]}.`;
    if (name === before) return `${set} The picture is still ${name || "yours"}.`;
    return `${set} The picture is now ${name}, and was ${before || "yours"}: `
      + `the button “${before || own.YOURS}” brings it back.`;
  };

  // ---- The same in Python.

  const inPython = (knob) => (Array.isArray(knob) ? `(${knob.join(", ")})` : knob);

  function kernelRows({ kernelHeight, kernelWidth, kernel }) {
    return Array.from({ length: kernelHeight }, (_, row) =>
      `    [${kernel.slice(row * kernelWidth, (row + 1) * kernelWidth).join(", ")}],`);
  }

  const LAST = {
    numbers: [],
    clip: ["shown = np.clip(np.floor(result + 0.5), 0, 255).astype(np.uint8)"],
    absolute: ["shown = np.clip(np.floor(np.abs(result) + 0.5), 0, 255).astype(np.uint8)"],
    overflow: ["shown = (np.floor(result) % 256).astype(np.uint8)  # 256 becomes 0"],
  };

  own.python = ({ steps, chosen, colour, shown }) => [
    "import numpy as np",
    "from xcorr_helpers import correlate",
    "",
    'pixels = np.load("pixels.npy")  # (height, width, 3), bytes',
    ...(colour
      ? ["images = np.moveaxis(pixels, 2, 0)[..., None]  # each channel is an image"]
      : ["grey = (pixels.astype(int) @ [299, 587, 114] + 500) // 1000",
        "images = grey[None, :, :, None]"]),
    ...steps.slice(0, chosen + 1).flatMap((step) => [
      "kernel = np.array([",
      ...kernelRows(step),
      "])",
      `images = correlate(images, kernel[None, :, :, None], stride=${inPython(step.stride)},`,
      `    padding=${inPython(step.padding)}, dilation=${inPython(step.dilation)})`
        + (step.divisor === 1 ? "" : ` / ${step.divisor}`),
    ]),
    "result = np.moveaxis(images[..., 0], 0, 2)  # (rows, columns, channels)",
    "print(result.shape, result.min(), result.max())",
    ...LAST[shown],
    "",
  ].join("\n");
})();
