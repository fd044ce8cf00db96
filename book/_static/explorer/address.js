// The page's address holds what the reader set.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const { PLAIN, ARRAYS, PAIRS, LARGEST_VALUE, Impossible } = explorer;
  const SHORT = {
    height: "h", width: "w", channels: "c", kernelHeight: "kh", kernelWidth: "kw",
    kernels: "k", groups: "g", stride: "s", padding: "p", dilation: "d",
    outputPadding: "op", rowStep: "step",
    view: "view", shown: "shown", panel: "panel", cell: "cell", puzzle: "puzzle",
  };

  // Only what is not plain, so that a short address stays short; in a puzzle, only what is
  // not as it began.
  explorer.toAddress = (settings) => {
    const start = explorer.puzzleStart(settings.puzzle);
    const begin = { ...PLAIN, ...start, puzzle: "" };
    const parts = Object.keys(SHORT)
      .filter((name) => settings[name] !== begin[name])
      .map((name) => `${SHORT[name]}=${settings[name]}`);
    const plain = explorer.changed(start, sizesOnly(settings));
    for (const name of ARRAYS) {
      const text = settings[name].join(",");
      if (text === plain[name].join(",")) continue;
      const drawing = name === "image" && text === explorer.FIVE.join(",");
      parts.push(`${name}=${drawing ? "five" : text}`);
    }
    return parts.join("&");
  };

  function sizesOnly(settings) {
    const names = [...Object.keys(explorer.LIMITS), "rowStep", "view"];
    return Object.fromEntries(names.map((name) => [name, settings[name]]));
  }

  // The settings that an address asks for, or an Impossible that says what is wrong with it.
  explorer.fromAddress = (address) => {
    const asked = new Map(new URLSearchParams(address));
    const change = {};
    for (const [name, short] of Object.entries(SHORT)) {
      if (!asked.has(short)) continue;
      const text = asked.get(short);
      if (PAIRS.includes(name)) change[name] = numbers(text, short);
      else change[name] = typeof PLAIN[name] === "number" ? number(text, short) : text;
    }
    oneOf(change.view, explorer.VIEWS, "view");
    oneOf(change.panel, Object.keys(explorer.PANELS), "panel");
    oneOf(change.rowStep, explorer.ROW_STEPS, "step");
    oneOf(change.puzzle, explorer.PUZZLES.map(({ name }) => name), "puzzle");
    let settings = explorer.changed(explorer.puzzleStart(change.puzzle), change);
    for (const name of ARRAYS) {
      if (!asked.has(name)) continue;
      const text = asked.get(name);
      const given = text === "five" ? explorer.FIVE : [numbers(text, name)].flat();
      if (given.length !== settings[name].length) {
        throw new Impossible(`The address gives ${given.length} values for ${name}; `
          + `${settings[name].length} are needed.`);
      }
      if (given.some((value) => Math.abs(value) > LARGEST_VALUE)) {
        throw new Impossible(`The values of ${name} must be from -${LARGEST_VALUE} to `
          + `${LARGEST_VALUE}.`);
      }
      settings = { ...settings, [name]: given };
    }
    return settings;
  };

  // The positions that a reader's function reads, where an address has them.
  explorer.readAddress = (address) => {
    const text = new URLSearchParams(address).get("read") || "";
    return /^\d+(,\d+)*$/.test(text) ? text.split(",").map(Number) : [];
  };

  function number(text, name) {
    if (!/^-?\d{1,6}$/.test(text)) {
      throw new Impossible(`The address gives "${text}" for ${name}, which is no whole number.`);
    }
    return Number(text);
  }

  function numbers(text, name) {
    const found = text.split(",").map((one) => number(one, name));
    return found.length > 1 ? found : found[0];
  }

  function oneOf(value, allowed, name) {
    if (value !== undefined && !allowed.includes(value)) {
      throw new Impossible(`The address gives "${value}" for ${name}; it is one of `
        + `${allowed.join(", ")}.`);
    }
  }

  explorer.Address = class {
    // `toAddress` says settings in an address: those of the explorer, or another page's.
    constructor(settings, toAddress = explorer.toAddress) {
      this.settings = settings;
      this.toAddress = toAddress;
    }

    // Browsers refuse an address that changes with every key that is held down.
    keep() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.write(), 200);
    }

    write() {
      clearTimeout(this.waiting);
      const address = this.toAddress(this.settings());
      const plain = location.pathname + location.search;
      history.replaceState(null, "", address ? `#${address}` : plain);
    }
  };

  const kind = (settings) =>
    explorer.toAddress({ ...settings, shown: 0, panel: "output", cell: 0 });
  let kinds;

  // The name of the example that some settings are, wherever in it the reader stands.
  explorer.presetOf = (settings) => {
    kinds = kinds || explorer.PRESETS.map(({ name, change }) =>
      [name, kind(explorer.changed({}, change))]);
    const found = kinds.find(([, address]) => address === kind(settings));
    return found && found[0];
  };
})();
