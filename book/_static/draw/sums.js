// What is written of the number that is pointed at: its sum, or what a pixel does. A
// `brief` word of it stands in the line that stays in sight on a phone.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const text = draw.text;

  const place = (cell, width) => `[${Math.floor(cell / width)}, ${cell % width}]`;
  const ofWhat = (topic) => (topic.than === null ? `the score of ${topic.c}` : draw.named(topic));

  // The sum of a feature map's number: its gathered row times its kernel, plus the bias.
  function ofMap({ network, result, k }, n, scales) {
    const { gather } = network;
    const entries = explorer.entries(gather, "n", n);
    const read = entries.map((entry) => gather.index[entry]);
    const inked = entries.filter((entry) => result.pixels[gather.index[entry]] !== 0);
    const left = entries.length - inked.length;
    const name = `feature map ${k}${place(n, gather.outWidth)}`;
    return {
      name,
      entries: inked,
      brief: `${name} = ${text(result.maps[k][n])}`,
      factor: (entry) => result.pixels[gather.index[entry]],
      scale: scales.seen,
      weights: { numbers: network.ofEach[k], scale: scales.kernel },
      bias: network.kernel_bias[k],
      total: result.maps[k][n],
      totals: scales.map,
      text,
      after: `.${left ? ` Not written ${left === 1 ? "is 1 pixel that is" : `are ${left} pixels that are`} 0.` : ""} Row ${
        n} of the index: positions ${read.join(", ")}.`,
      size: gather.windowSize,
    };
  }

  function ofScore({ network, result }, c, scales) {
    const { count } = network;
    const size = network.weights.length / 10;
    const numbers = Array.from({ length: size }, (_, f) => network.weights[f * 10 + c]);
    const spoke = draw.ranked(network, result, { c, than: null });
    const side = (sign) => spoke.filter(({ adds }) => sign * adds > 0);
    const total = (some) => text(some.reduce((sum, { adds }) => sum + adds, 0));
    const [fors, against] = [side(1), side(-1)];
    return {
      name: `score of ${c}`,
      brief: `score of ${c} = ${text(result.scores[c])}`,
      entries: spoke.slice(0, draw.MOST_TERMS).map(({ feature }) => feature),
      more: spoke.length - draw.MOST_TERMS,
      factor: (f) => result.pooled[f % count][Math.floor(f / count)],
      scale: scales.relu,
      weights: { numbers, scale: scales.weights },
      bias: network.bias[c],
      total: result.scores[c],
      totals: scales.scores,
      text,
      after: `. ${fors.length} pooled numbers spoke for it, together ${total(fors)}; `
        + `${against.length} against it, ${total(against)}. The largest products come first.`,
      size,
    };
  }

  // All that a kernel adds.
  draw.ofKernel = ({ k, adds }, topic) => {
    const brief = `kernel ${k} adds ${text(adds)}, ${draw.speaks(topic, adds)}`;
    return {
      brief,
      words: `${brief}: the sum of its pooled numbers, each times its weight for the ${
        topic.c} less that for the ${topic.than}. It is shown large below.`,
    };
  };

  // What a pixel adds now, and what comes of it black or white, computed anew.
  function ofPixel({ network, result, topic, blank }, position) {
    if (blank) {
      const empty = `pixel${place(position, draw.SIDE)} = 0, at position ${position}`;
      return { brief: empty, words: `${empty}. Nothing is drawn yet.` };
    }
    const value = result.pixels[position];
    const slope = draw.slopes(network, result, topic)[position];
    const total = draw.ofTopic(result.scores, topic);
    const name = `pixel${place(position, draw.SIDE)}`;
    const what = ofWhat(topic);
    const adds = value === 0 ? `adds nothing to ${what}`
      : `adds ${text(value * slope)} to ${what}, its value times ${text(slope)}: it speaks ${
        draw.speaks(topic, value * slope)}`;
    const anew = [0, 1].filter((other) => other !== value).map((other) =>
      [other ? "white" : "black", draw.turned(network, result, topic, position, other)]);
    const were = anew.map(([colour, other]) => `${colour}, ${text(other)}`);
    // By its slope alone a pixel would change the whole by another amount.
    const isOther = value !== 0 && anew.some(([colour, other]) => text(other)
      !== text(total + slope * ((colour === "white" ? 1 : 0) - value)));
    const winners = isOther ? ", and other numbers win then, so it is not just what this pixel adds" : "";
    const ink = value === 0 ? `; ink here would speak ${draw.speaks(topic, anew[0][1] - total)}` : "";
    return {
      brief: `${name} ${value === 0 ? "adds nothing" : `adds ${text(value * slope)}, ${
        draw.speaks(topic, value * slope)}`}; ${were.join("; ")}, not ${text(total)}`,
      words: `${name} = ${text(value)}, at position ${position}, ${adds}. Were it ${
        were.join("; were it ")}, instead of ${text(total)}: all computed anew${winners}${ink}. It is read by ${
        explorer.entries(network.gather, "p", position).length} numbers of each feature map.`,
    };
  }

  // What came of a pixel when each was tried alone.
  function ofTried({ tried }, position) {
    const { value, answer, lead } = tried.each[position];
    const name = `pixel${place(position, draw.SIDE)}`;
    const now = answer !== tried.answer ? `then it says ${answer}, which leads by ${text(-lead)}`
      : `then it still says ${answer}, which leads by ${text(lead)}`;
    const turned = `${name}, ${value ? "white" : "black"} instead of ${text(tried.before[position])}`;
    return {
      brief: `${turned}: ${now}`,
      words: `${turned}, and no other: ${now}. Before, the ${tried.answer} led by ${text(tried.lead)}.`,
    };
  }

  function ofPooled(view, panel, cell) {
    const { network, result, topic, k } = view;
    const { pooling } = network;
    const value = result.pooled[k][cell];
    const four = [0, 1, 2, 3].map((m) => result.relus[k][pooling.index[4 * cell + m]]);
    const first = four.filter((one) => one === value).length > 1 ? "the first" : "the largest";
    const name = `pooled ${k}${place(cell, pooling.outWidth)}`;
    const won = `. It won: ${first} of ${four.map(text).join(", ")} is ${name} = ${text(value)}`;
    if (panel === "pooled") return { brief: `${name} = ${text(value)}`, won };
    const weight = draw.weight(network, topic, cell * network.count + k);
    const adds = value * weight;
    const its = topic.than === null ? "its weight" : `its weight for the ${topic.c} less that for the ${topic.than}`;
    return {
      brief: `${name}: ${text(value)} × ${text(weight)} = ${text(adds)}, ${draw.speaks(topic, adds)}`,
      won: `${won}. Times ${text(weight)}, ${its}, it is ${text(adds)}: it speaks ${draw.speaks(topic, adds)}`,
    };
  }

  // The sum behind a cell, or words where there is none.
  draw.sum = (view, panel, cell, scales) => {
    const { network, result, k } = view;
    const { maps, relus, winners } = result;
    if (panel === "adds" && view.tried) return ofTried(view, cell);
    if (panel === "seen" || panel === "adds") return ofPixel(view, cell);
    if (panel === "kernel") {
      const name = `kernel ${k}${place(cell, network.kernelWidth)} = ${text(network.ofEach[k][cell])}`;
      return {
        brief: name,
        words: `${name}: it is multiplied once for each of the ${
          network.gather.nWindows} numbers of the feature map.`,
      };
    }
    if (panel === "scores") return ofScore(view, cell, scales);
    const n = panel === "map" || panel === "relu" ? cell : winners[k][cell];
    const sum = ofMap(view, n, scales);
    if (panel === "map") return sum;
    const relu = `. After ReLU: max(0, ${text(maps[k][n])}) = ${text(relus[k][n])}`;
    if (panel === "relu") {
      return { ...sum, brief: `after ReLU ${k}${place(n, network.gather.outWidth)} = ${
        text(relus[k][n])}`, after: relu + sum.after };
    }
    const { brief, won } = ofPooled(view, panel, cell);
    return { ...sum, brief, after: relu + won + sum.after };
  };

  // What is said of a drawing that rests, and of the pixel that a key has set.
  draw.heard = ({ set: cell, pixels, results }, blank) => {
    const set = cell === undefined ? "" : `Row ${Math.floor(cell / draw.SIDE)}, column ${
      cell % draw.SIDE} is now ${text(pixels[cell])}. `;
    const [drawn, centred] = ["drawn", "centred"].map((mode) => {
      const { scores, answer } = results[mode];
      return `${answer}, ${draw.percent(draw.shares(scores)[answer])}`;
    });
    return blank ? `${set}Nothing drawn yet.`
      : `${set}As drawn, it says ${drawn}; centred and scaled, ${centred}.`;
  };

  // Where nothing is pointed at: how the maps are read.
  draw.guide = ({ blank, tried, isAfter, result, topic }) => {
    if (blank) return "Nothing drawn yet. Draw a digit, or try one of those above.";
    if (result.pixels.every((value) => value === 1)) return "All is white now: choose erase, and draw in black.";
    if (tried) {
      return `Each pixel ${isAfter ? "of the drawing as it was before the change" : "alone"} was made black and white${
        isAfter ? ", and no other" : ""}; the map has what the better of the two took off the lead of the ${
        tried.answer}: red took from it, blue added.${draw.alone(tried).length
        ? " A digit in a pixel is the answer that this pixel alone makes." : ""}`;
    }
    return `Red speaks for the ${topic.c}, blue for the ${topic.than}. Point at a number above, at a pixel, `
      + "at a score: what it is made of lights up, and its sum is written here.";
  };
})();
