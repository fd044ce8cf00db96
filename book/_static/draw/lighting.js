// What belongs together in the network. The layer of kernels is the explorer's
// (relations.js); pooling leads to a winner of the map.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;

  // The cells that light up in each panel for one of them, all of the kernel in view.
  draw.lit = (view, panel, cell) => {
    const { network, result, topic, k } = view;
    const { gather } = network;
    const { winners } = result;
    // Of a score all that is inked would light up: only the numbers that are written do.
    const written = panel === "scores"
      ? draw.ranked(network, result, { c: cell, than: null }).slice(0, draw.MOST_TERMS) : [];
    const mine = new Set(written.filter((one) => one.k === k).map(({ place }) => place));
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
      scores: () => ofPlaces([...mine].map((place) => winners[k][place])),
    }[panel]();
    const map = explorer.cells(gather, "n", entries);
    const isPlace = panel === "pooled" || panel === "spoke";
    const won = () => [...winners[k].keys()].filter((place) => map.has(winners[k][place]));
    const pooled = isPlace ? new Set([cell]) : panel === "scores" ? mine : new Set(won());
    const everywhere = panel === "scores"
      && ofPlaces(written.map((one) => winners[one.k][one.place]));
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
