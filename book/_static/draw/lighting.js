// What belongs together in the network, and the sum behind each number. The layer of
// kernels is the explorer's (relations.js); pooling leads to a winner of the map.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const MOST_TERMS = 24; // of a score, the largest first

  draw.text = (value) => String(Number(value.toFixed(3)));

  // What each pooled number adds to the score of a class.
  draw.spoke = (network, result, k, c) => result.pooled[k].map(
    (value, place) => value * network.weights[(place * network.count + k) * 10 + c]);

  const winnersFor = (network, result, k, c) => {
    const spoke = draw.spoke(network, result, k, c);
    return result.winners[k].filter((_, place) => spoke[place] !== 0);
  };

  // The cells that light up in each panel for one of them, all of kernel k and class c.
  draw.lit = (network, result, { k, c }, panel, cell) => {
    const { gather } = network;
    const { winners } = result;
    const ofPlaces = (places) => places.flatMap((n) => explorer.entries(gather, "n", n));
    const entries = {
      seen: () => explorer.entries(gather, "p", cell),
      kernel: () => explorer.entries(gather, "m", cell),
      map: () => ofPlaces([cell]),
      relu: () => ofPlaces([cell]),
      pooled: () => ofPlaces([winners[k][cell]]),
      spoke: () => ofPlaces([winners[k][cell]]),
      scores: () => ofPlaces(winnersFor(network, result, k, cell)),
    }[panel]();
    const map = explorer.cells(gather, "n", entries);
    const isPlace = panel === "pooled" || panel === "spoke";
    const spoken = panel === "scores" ? draw.spoke(network, result, k, cell) : null;
    const pooled = isPlace ? new Set([cell]) : new Set([...winners[k].keys()].filter(
      (place) => map.has(winners[k][place]) && (!spoken || spoken[place] !== 0)));
    const everywhere = panel === "scores" && ofPlaces([...new Set(
      winners.flatMap((_, other) => winnersFor(network, result, other, cell)))]);
    return {
      seen: panel === "seen" ? new Set([cell]) : explorer.cells(gather, "p", everywhere || entries),
      kernel: panel === "kernel" ? new Set([cell]) : explorer.cells(gather, "m", entries),
      map, relu: map, pooled, spoke: pooled,
      scores: new Set(panel === "scores" ? [cell] : panel === "spoke" ? [c] : []),
    };
  };

  const place = (cell, width) => `[${Math.floor(cell / width)}, ${cell % width}]`;

  // The sum of a feature map's number: its gathered row times its kernel, plus the bias.
  function ofMap(network, result, k, n, scales) {
    const { gather } = network;
    const entries = explorer.entries(gather, "n", n);
    const read = entries.map((entry) => gather.index[entry]);
    return {
      name: `feature map ${k}${place(n, gather.outWidth)}`,
      entries,
      factor: (entry) => result.pixels[gather.index[entry]],
      scale: scales.seen,
      weights: { numbers: network.ofEach[k], scale: scales.kernel },
      bias: network.kernel_bias[k],
      total: result.maps[k][n],
      totals: scales.map,
      text: draw.text,
      after: `. Row ${n} of the index: positions ${read.join(", ")}.`,
      size: gather.windowSize,
    };
  }

  function ofScore(network, result, c, scales) {
    const { count } = network;
    const size = network.weights.length / 10;
    const numbers = Array.from({ length: size }, (_, f) => network.weights[f * 10 + c]);
    const factor = (f) => result.pooled[f % count][Math.floor(f / count)];
    const adds = numbers.map((weight, f) => weight * factor(f));
    const spoke = [...adds.keys()].filter((f) => adds[f] !== 0)
      .sort((one, other) => Math.abs(adds[other]) - Math.abs(adds[one]));
    const side = (sign) => spoke.filter((f) => sign * adds[f] > 0);
    const total = (some) => draw.text(some.reduce((sum, f) => sum + adds[f], 0));
    const [fors, against] = [side(1), side(-1)];
    return {
      name: `score of ${c}`,
      entries: spoke.slice(0, MOST_TERMS),
      more: spoke.length - MOST_TERMS,
      factor,
      scale: scales.relu,
      weights: { numbers, scale: scales.weights },
      bias: network.bias[c],
      total: result.scores[c],
      totals: scales.scores,
      text: draw.text,
      after: `. ${fors.length} pooled numbers spoke for it, together ${total(fors)}; `
        + `${against.length} against it, ${total(against)}. The largest products come first.`,
      size,
    };
  }

  // The sum behind a cell, or what is said where there is none.
  draw.sum = (network, result, { k, c }, panel, cell, scales) => {
    const { gather, pooling } = network;
    const { pixels, maps, relus, winners, pooled } = result;
    const text = draw.text;
    if (panel === "seen") {
      return `pixel${place(cell, draw.SIDE)} = ${text(pixels[cell])}, at position ${cell}: `
        + `it is read by ${explorer.entries(gather, "p", cell).length} numbers of each feature map.`;
    }
    if (panel === "kernel") {
      return `kernel ${k}${place(cell, network.kernelWidth)} = ${text(network.ofEach[k][cell])}: `
        + `it is multiplied once for each of the ${gather.nWindows} numbers of the feature map.`;
    }
    if (panel === "scores") return ofScore(network, result, cell, scales);
    const n = panel === "map" || panel === "relu" ? cell : winners[k][cell];
    const sum = ofMap(network, result, k, n, scales);
    if (panel === "map") return sum;
    const relu = `. After ReLU: max(0, ${text(maps[k][n])}) = ${text(relus[k][n])}`;
    if (panel === "relu") return { ...sum, after: relu + sum.after };
    const value = pooled[k][cell];
    const four = Array.from({ length: 4 }, (_, m) => text(relus[k][pooling.index[4 * cell + m]]));
    const rivals = [0, 1, 2, 3].filter((m) => relus[k][pooling.index[4 * cell + m]] === value);
    const first = rivals.length > 1 ? "the first" : "the largest";
    let won = `${relu}. It won: ${first} of ${four.join(", ")} is pooled ${k}${
      place(cell, pooling.outWidth)} = ${text(value)}`;
    if (panel === "spoke") {
      const weight = network.weights[(cell * network.count + k) * 10 + c];
      const adds = value * weight;
      const way = adds > 0 ? "for" : adds < 0 ? "against" : "neither for nor against";
      won += `. Times its weight, ${text(weight)}, it is ${text(adds)}: it spoke ${way} the ${c}`;
    }
    return { ...sum, after: won + sum.after };
  };
})();
