// When a puzzle is solved, and why it is not yet. A rule gets what the explorer derived
// from the settings, and what the puzzle is to find; it returns a reason, or nothing.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const times = (count) => [, "once", "twice"][count] ?? `${count} times`;
  const shown = (pixel) => `(${pixel.join(", ")})`;
  const size = (rows, columns) => `${rows} x ${columns}`;

  const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

  // Each pixel of the image, the padding left out, and how often it is read.
  function pixels(model) {
    const counts = new Array(model.nPositions).fill(0);
    for (const position of model.index) counts[position] += 1;
    const { width, channels } = model.settings;
    const found = [];
    counts.forEach((count, position) => {
      const value = explorer.pixelAt(model, position);
      if (value === null) return;
      const pixel = Math.floor(value / channels);
      found.push({ at: [Math.floor(pixel / width), pixel % width], count });
    });
    return found;
  }

  const isRead = ({ at, count }) =>
    (count ? `pixel ${shown(at)} is read ${times(count)}`
      : `no placement reads pixel ${shown(at)}`);

  // The first place at which two lists of positions differ, in words.
  function difference(name, came, wanted) {
    if (came.length !== wanted.length) {
      return `${name} has ${counted(came.length, "position")}, and ${wanted.length} are `
        + "wanted";
    }
    const place = wanted.findIndex((position, n) => position !== came[n]);
    return place < 0 ? ""
      : `position ${place} of ${name} is ${came[place]}, and ${wanted[place]} is wanted`;
  }

  function rowOf(model, n) {
    return model.index.slice(n * model.windowSize, (n + 1) * model.windowSize);
  }

  explorer.PUZZLE_RULES = {
    position(model, { pixel: [row, column], position }) {
      const { width } = model.settings;
      const stands = row * width + column;
      return stands === position ? ""
        : `with a width of ${width}, pixel ${shown([row, column])} stands at `
          + `${row} * ${width} + ${column} = ${stands}`;
    },
    shape(model, { output: [rows, columns] }) {
      const { outHeight, outWidth } = model;
      return outHeight === rows && outWidth === columns ? ""
        : `the output is ${size(outHeight, outWidth)}, not ${size(rows, columns)}`;
    },
    sameSize(model) {
      const { height, width } = model.settings;
      const { outHeight, outWidth } = model;
      return outHeight === height && outWidth === width ? ""
        : `the output is ${size(outHeight, outWidth)}, the image ${size(height, width)}`;
    },
    unbroken({ window }) {
      const gap = window.findIndex((position, m) => m && position !== window[m - 1] + 1);
      return gap < 0 ? ""
        : `after position ${window[gap - 1]} the window reads position ${window[gap]}`;
    },
    window: (model, { positions }) => difference("the window", model.window, positions),
    index(model, { positions }) {
      if (model.nWindows !== positions.length) {
        return `the index has ${counted(model.nWindows, "row")}, and ${positions.length} `
          + "are wanted";
      }
      for (const [n, row] of positions.entries()) {
        const why = difference(`row ${n}`, rowOf(model, n), row);
        if (why) return why;
      }
      return "";
    },
    output: ({ output: [made] }, { value }) =>
      (made === value ? "" : `the output is ${made}, not ${value}`),
    silent({ output, kernel, outWidth }) {
      if (kernel.every((value) => value === 0)) return "all values of the kernel are 0";
      const heard = output.findIndex((value) => value !== 0);
      return heard < 0 ? ""
        : `output ${shown([Math.floor(heard / outWidth), heard % outWidth])} is `
          + `${output[heard]}, not 0`;
    },
    inputGradient({ inputGradient, paddedWidth }, { pixel: [row, column], value }) {
      const gets = inputGradient[row * paddedWidth + column];
      return gets === value ? "" : `pixel ${shown([row, column])} gets ${gets}, not ${value}`;
    },
    wrongStepShows(model, { pixels: fewest }) {
      const { height, width } = model.settings;
      const right = explorer.rightModel(model.settings);
      if (model.index.every((position, entry) => position === right.index[entry])) {
        return height === width
          ? "the image is square, and both steps make the same index"
          : "both steps make the same index";
      }
      return height * width === fewest ? ""
        : `it shows, but ${height * width} pixels are not the fewest`;
    },
    noneTwice(model) {
      const again = pixels(model).find(({ count }) => count > 1);
      return again ? isRead(again) : "";
    },
    evenColumns(model) {
      const odd = pixels(model).find(({ at, count }) => at[1] % 2 && count);
      return odd ? isRead(odd) : "";
    },
    eachRead(model, { times: wanted, placements }) {
      const other = pixels(model).find(({ count }) => count !== wanted);
      if (other) return isRead(other);
      return placements && placements !== model.nWindows
        ? `the number of placements is ${model.nWindows}, not ${placements}` : "";
    },
    equallyOften(model) {
      const all = pixels(model);
      const other = all.find(({ count }) => count !== all[0].count);
      return other ? `${isRead(all[0])}, and ${isRead(other)}` : "";
    },
    offsetsAreWindow({ offsets, window }) {
      if (offsets.length !== window.length) {
        return `offsets and window differ in length: ${offsets.length} and ${window.length}`;
      }
      if (offsets.length === 1) return "there is one offset only";
      const m = offsets.findIndex((offset, n) => offset !== window[n]);
      return m < 0 ? "" : `offsets[${m}] is ${offsets[m]}, and window[${m}] is ${window[m]}`;
    },
  };

  // ---- A puzzle's settings: what it opens with, and what the reader may set.

  const VALUES = { image: "image", kernel: "kernel", gradient: "output gradient" };
  const inWords = (name) => name.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`);

  explorer.puzzle = (name) => explorer.PUZZLES.find((puzzle) => puzzle.name === name);

  explorer.puzzleStart = (name) => {
    const puzzle = explorer.puzzle(name);
    return puzzle ? explorer.changed({}, { ...puzzle.start, puzzle: name }) : {};
  };

  // What the reader may set, in words.
  explorer.puzzleFree = ({ free }) => {
    const what = Object.entries(free).map(([name, [least, most]]) =>
      `${name in VALUES ? `values of the ${VALUES[name]}` : inWords(name)} `
      + `(${least} to ${most})`);
    const how = Object.keys(free).some((name) => name in VALUES)
      ? " Choose one, and change it below." : "";
    return `Yours to set: ${what.join(", ")}.${how}`;
  };

  // Why settings are not those that the puzzle leaves free, or nothing.
  function outOfRange({ free, start }, settings, begin) {
    const numbers = [...Object.keys(explorer.LIMITS), "rowStep"];
    for (const name of numbers) {
      const same = String(settings[name]) === String(begin[name]);
      if (!(name in free) && !same) return `the ${inWords(name)} is to stay ${begin[name]}`;
    }
    for (const name of Object.keys(VALUES)) {
      const same = settings[name].join() === begin[name].join();
      if (name in start && !(name in free) && !same) {
        return `the values of the ${VALUES[name]} are to stay as they were`;
      }
    }
    for (const [name, [least, most]] of Object.entries(free)) {
      const wrong = [settings[name]].flat().find((value) => !(value >= least && value <= most));
      if (wrong === undefined) continue;
      return name in VALUES
        ? `a value of the ${VALUES[name]} is ${wrong}, and may be from ${least} to ${most}`
        : `the ${inWords(name)} goes from ${least} to ${most} here`;
    }
    return "";
  }

  // Why the settings do not solve the puzzle that they name, or nothing.
  explorer.unsolved = (model) => {
    const { settings } = model;
    const puzzle = explorer.puzzle(settings.puzzle);
    const { rule, ...wanted } = puzzle.until;
    return outOfRange(puzzle, settings, explorer.puzzleStart(puzzle.name))
      || explorer.PUZZLE_RULES[rule](model, wanted);
  };
})();
