// What belongs together in the network. The layer of kernels is the explorer's
// (relations.js); pooling leads to a winner of the map.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;

  const winnersFor = ({ network, result }, k, topic) => {
    const spoke = draw.spoke(network, result, k, topic);
    return result.winners[k].filter((_, place) => spoke[place] !== 0);
  };

  // The cells that light up in each panel for one of them, all of the kernel in view.
  draw.lit = (view, panel, cell) => {
    const { network, result, topic, k } = view;
    const { gather } = network;
    const { winners } = result;
    const alone = { c: cell, than: null }; // a score that is pointed at
    const ofPlaces = (places) => places.flatMap((n) => explorer.entries(gather, "n", n));
    const ofPixel = () => explorer.entries(gather, "p", cell);
    const entries = {
      seen: ofPixel,
      adds: ofPixel,
      kernel: () => explorer.entries(gather, "m", cell),
      map: () => ofPlaces([cell]),
      relu: () => ofPlaces([cell]),
      pooled: () => ofPlaces([winners[k][cell]]),
      spoke: () => ofPlaces([winners[k][cell]]),
      scores: () => ofPlaces(winnersFor(view, k, alone)),
    }[panel]();
    const map = explorer.cells(gather, "n", entries);
    const isPlace = panel === "pooled" || panel === "spoke";
    const spoken = panel === "scores" ? draw.spoke(network, result, k, alone) : null;
    const pooled = isPlace ? new Set([cell]) : new Set([...winners[k].keys()].filter(
      (place) => map.has(winners[k][place]) && (!spoken || spoken[place] !== 0)));
    const everywhere = panel === "scores" && ofPlaces([...new Set(
      winners.flatMap((_, other) => winnersFor(view, other, alone)))]);
    const isPixel = panel === "seen" || panel === "adds";
    const seen = isPixel ? new Set([cell]) : explorer.cells(gather, "p", everywhere || entries);
    const both = [topic.c, topic.than].filter((c) => c !== null);
    return {
      seen, adds: seen,
      kernel: panel === "kernel" ? new Set([cell]) : explorer.cells(gather, "m", entries),
      map, relu: map, pooled, spoke: pooled,
      scores: new Set(panel === "scores" ? [cell] : panel === "spoke" ? both : []),
    };
  };
})();
