// What speaks for a digit, or for one digit rather than another: a topic is the class
// `c`, and `than`, the other one or null. A difference of two scores is a sum like a
// score, whose weights and bias are differences.
(() => {
  "use strict";
  const draw = window.xcorrDraw;

  draw.MOST_TERMS = 12; // of a score: so many are written, and lit
  draw.text = (value) => String(Number(value.toFixed(3)) || 0);

  // Of ten numbers, one for each class.
  draw.ofTopic = (numbers, { c, than }) => numbers[c] - (than === null ? 0 : numbers[than]);

  // The weight of a pooled number; these are in the order place, kernel.
  draw.weight = ({ weights }, topic, feature) =>
    weights[feature * 10 + topic.c]
      - (topic.than === null ? 0 : weights[feature * 10 + topic.than]);

  // What each pooled number of a kernel adds.
  draw.spoke = (network, result, k, topic) => result.pooled[k].map(
    (value, place) => value * draw.weight(network, topic, place * network.count + k));

  // All pooled numbers that add something, the largest first; each with what it adds.
  draw.ranked = (network, result, topic) => {
    const all = [];
    for (let k = 0; k < network.count; k += 1) {
      draw.spoke(network, result, k, topic).forEach((adds, place) => {
        if (adds !== 0) all.push({ feature: place * network.count + k, k, place, adds });
      });
    }
    return all.sort((one, other) => Math.abs(other.adds) - Math.abs(one.adds)
      || one.feature - other.feature);
  };

  // By how much each pixel is multiplied in all, through the pooled numbers that it is
  // in: the winners, as long as none of them changes. Times the pixel it is what it adds;
  // with the biases, these add up to the whole.
  draw.slopes = (network, result, topic) => {
    const { gather, count, ofEach } = network;
    const slopes = new Array(draw.SIDE * draw.SIDE).fill(0);
    for (let k = 0; k < count; k += 1) {
      result.winners[k].forEach((n, place) => {
        if (result.pooled[k][place] === 0) return;
        const weight = draw.weight(network, topic, place * count + k);
        for (let m = 0; m < gather.windowSize; m += 1) {
          slopes[gather.index[n * gather.windowSize + m]] += weight * ofEach[k][m];
        }
      });
    }
    return slopes;
  };

  // The topic's score once a pixel has another value: all is computed anew.
  draw.turned = (network, { pixels }, topic, position, value) => {
    const other = [...pixels];
    other[position] = value;
    return draw.ofTopic(draw.forward(network, other).scores, topic);
  };

  // ---- In words.

  draw.article = (digit) => `${digit === 8 ? "an" : "a"} ${digit}`;

  draw.named = ({ c, than }) => (than === null ? `for or against the ${c}` : `${c} rather than ${than}`);

  draw.speaks = ({ c, than }, adds) => {
    if (adds === 0) return than === null ? "neither for nor against it" : "for neither";
    if (than === null) return `${adds > 0 ? "for" : "against"} the ${c}`;
    return `for the ${adds > 0 ? c : than}`;
  };
})();
