// "Change its mind": which pixel, made black or white, changes the answer? All are tried.
// Where none does, the one that helps most is kept, and the search goes on from there.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const MOST_PIXELS = 40;
  const SLICE = 12; // milliseconds, between which the page answers

  // By how much the answer leads; below 0 it is another one.
  draw.lead = (scores, answer) => scores[answer]
    - Math.max(...scores.filter((_, c) => c !== answer));

  // Each pixel with 0 and with 1, and which of the two leaves the answer the least lead.
  draw.tryEach = async (network, pixels, { answer, taken }, stopped, told) => {
    const changed = [...pixels];
    const each = [];
    let since = performance.now();
    for (let position = 0; position < pixels.length; position += 1) {
      let best = { position, lead: Infinity };
      for (const value of [0, 1]) {
        if (value === pixels[position] || taken.has(position)) continue;
        changed[position] = value;
        const { scores, answer: now } = draw.forward(network, changed);
        const lead = draw.lead(scores, answer);
        if (lead < best.lead) best = { position, value, lead, answer: now };
      }
      changed[position] = pixels[position];
      each.push(best);
      if (performance.now() - since > SLICE) {
        told(position + 1);
        await new Promise((done) => { setTimeout(done); });
        if (stopped()) return null;
        since = performance.now();
      }
    }
    return each;
  };

  // What was tried first, each pixel alone, and the pixels changed, in the order in which
  // they were found; `after` is null where they are too many. Null if it was stopped.
  draw.changeMind = async (network, pixels, stopped, told) => {
    const { scores, answer } = draw.forward(network, pixels);
    const found = [];
    const tried = { before: pixels, answer, lead: draw.lead(scores, answer), found, after: null };
    let now = [...pixels];
    while (found.length < MOST_PIXELS) {
      const taken = new Set(found.map(({ position }) => position));
      const each = await draw.tryEach(network, now, { answer, taken }, stopped,
        (count) => told(found.length + 1, count));
      if (!each) return null;
      tried.each ??= each;
      const best = each.reduce((least, one) => (one.lead < least.lead ? one : least));
      now = [...now];
      now[best.position] = best.value;
      found.push(best);
      if (best.answer !== answer) return { ...tried, after: now, now: best.answer };
    }
    return tried;
  };

  // Those that do it alone, as a count for each answer, the most frequent first.
  draw.alone = ({ each, answer }) => {
    const counts = new Map();
    for (const { answer: now } of each) {
      if (now !== answer) counts.set(now, (counts.get(now) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one);
  };
})();
