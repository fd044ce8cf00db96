// "Make it wrong": which pixel, made black or white, changes the answer? All are tried.
// Where none does, the one that helps most is kept, and the search goes on from there.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const MOST_PIXELS = 40;
  const SLICE = 12; // milliseconds, between which the page answers

  // By how much the answer leads; below 0 it is another one.
  const lead = (scores, answer) => scores[answer]
    - Math.max(...scores.filter((_, c) => c !== answer));

  // Each pixel, with 0 and with 1; the one after which the answer leads least.
  draw.tryEach = async (network, pixels, { answer, taken }, stopped, told) => {
    const changed = [...pixels];
    const doing = new Set();
    let best = { lead: Infinity };
    let since = performance.now();
    for (let position = 0; position < pixels.length; position += 1) {
      for (const value of [0, 1]) {
        if (value === pixels[position] || taken.has(position)) continue;
        changed[position] = value;
        const { scores, answer: now } = draw.forward(network, changed);
        changed[position] = pixels[position];
        if (now !== answer) doing.add(position);
        const left = lead(scores, answer);
        if (left < best.lead) best = { lead: left, position, value, answer: now };
      }
      if (performance.now() - since > SLICE) {
        told(position + 1);
        await new Promise((done) => { setTimeout(done); });
        if (stopped()) return null;
        since = performance.now();
      }
    }
    return { ...best, alone: [...doing] };
  };

  // The pixels changed, in the order in which they were found, and of how many each would
  // do alone; null if it was stopped.
  draw.makeWrong = async (network, pixels, stopped, told) => {
    const { answer } = draw.forward(network, pixels);
    const found = [];
    let now = [...pixels];
    while (found.length < MOST_PIXELS) {
      const taken = new Set(found.map(({ position }) => position));
      const best = await draw.tryEach(network, now, { answer, taken }, stopped,
        (tried) => told(found.length + 1, tried));
      if (!best) return null;
      now = now.map((value, position) => (position === best.position ? best.value : value));
      found.push(best);
      if (best.answer !== answer) return { pixels: now, found, before: answer, answer: best.answer };
    }
    return { pixels: null, found, before: answer };
  };
})();
