// The judge of answers on paper, as `xcorr_helpers/checks/_predict.py` has it, word for
// word: a test compares the two. The records are made from Python's, chapter by chapter.
(() => {
  "use strict";
  const questions = window.xcorrQuestions = window.xcorrQuestions || {};
  const { read } = questions;
  const DEEPEST = 6; // brackets in brackets, as in `_attempt.py`
  const [LEAST, MOST, MOST_UNSIGNED] = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 64n - 1n];

  // ---- An array, as NumPy makes one: its sizes, its numbers, and of which kind they are.

  const arrayOf = (value) => {
    if (value.kind === "bool") return { sizes: [], numbers: [value.number], kind: "b" };
    const sizes = sizesOf(value, 0);
    if (!sizes) return null;
    const numbers = [value].flatMap(leaves);
    const ints = numbers.filter((number) => typeof number === "bigint");
    if (ints.some((int) => int < LEAST || int > MOST_UNSIGNED)) return null;
    const mixed = ints.some((int) => int < 0n) && ints.some((int) => int > MOST);
    const isInt = numbers.length > 0 && ints.length === numbers.length && !mixed;
    return isInt
      ? { sizes, numbers, kind: "i" }
      : { sizes, numbers: numbers.map(Number), kind: "f" };
  };
  const isNested = ({ kind }) => kind === "list" || kind === "tuple";
  const leaves = (value) => isNested(value) ? value.items.flatMap(leaves) : [value.number];

  // Null where something else than numbers is held, or rows are not of one length.
  const sizesOf = (value, depth) => {
    if (["int", "float"].includes(value.kind)) return [];
    if (!isNested(value) || depth >= DEEPEST) return null;
    const inner = value.items.map((item) => sizesOf(item, depth + 1));
    const alike = inner.every((sizes) => sizes && String(sizes) === String(inner[0]));
    return alike ? [value.items.length, ...(inner[0] || [])] : null;
  };

  // ---- As Python shows it.

  const shownFloat = (number) => {
    if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
    if (Object.is(number, -0)) return "-0.0";
    const [digits, exponent] = number.toExponential().split("e");
    if (-4 <= exponent && exponent < 16) {
      return Number.isInteger(number) ? `${number}.0` : String(number);
    }
    const two = String(Math.abs(exponent)).padStart(2, "0");
    return `${digits}e${exponent < 0 ? "-" : "+"}${two}`;
  };
  const shownOne = (number) => {
    if (typeof number === "boolean") return number ? "True" : "False";
    return typeof number === "bigint" ? String(number) : shownFloat(number);
  };
  const shownList = (numbers) => `[${numbers.map(shownOne).join(", ")}]`;
  const shownTuple = (numbers) =>
    `(${numbers.map(shownOne).join(", ")}${numbers.length === 1 ? "," : ""})`;
  const shown = (record, { sizes, numbers }) => {
    if (!sizes.length) return shownOne(numbers[0]);
    return record.positions ? shownList(numbers) : shownTuple(numbers);
  };

  // ---- Equal numbers have one key, whatever they are written as.

  const keyOfOne = (number) => Number.isInteger(number) ? String(BigInt(number))
    : String(typeof number === "boolean" ? Number(number) : number);
  const keyOf = (numbers, several) => {
    const keys = numbers.map(keyOfOne).join();
    return several ? `(${keys})` : keys;
  };
  const keyOfStored = (stored) => keyOf([stored].flat(), Array.isArray(stored));

  // ---- The verdict.

  const result = (said, passed = false) => ({ said, passed });

  const judge = (record, value) => {
    const { answer, axes, asked } = record;
    const several = Array.isArray(answer);
    if (value.kind === "none") {
      return result(`no answer yet. Put ${asked}, in the place of None.`);
    }
    const array = arrayOf(value);
    if (array && array.sizes.length <= 1) {
      const key = keyOf(array.numbers, array.sizes.length);
      const [, mistake] = record.mistakes.find(([of]) => keyOfStored(of) === key) || [];
      if (mistake) return result(`not ${shown(record, array)}. ${mistake}`);
    }
    if (array?.kind !== "i" || array.sizes.length !== Number(several)) {
      const ofWhole = axes.length ? ", made of whole numbers" : "";
      return result(`the answer is ${asked}${ofWhole}.${advice(record, value, array)}`);
    }
    const given = array.numbers.map(String);
    const right = [answer].flat().map(String);
    const isRight = given.join() === right.join();
    if (isRight) return result(`right, ${shown(record, array)}.`, true);
    if (!several) return result(`not ${given}.`);
    if (record.positions) return result(ofPositions(given, right, record.listed));
    const not = `not ${shown(record, array)}.`;
    if (given.length !== right.length) {
      return result(`${not} There are ${right.length} axes: ${axes.join(", ")}.`);
    }
    const wrong = axes.filter((axis, place) => given[place] !== right[place]);
    return result(`${not} Look again at: ${wrong.join(", ")}.`);
  };

  const ofPositions = (given, right, listed) => {
    const not = `not [${given.join(", ")}].`;
    const sorted = (keys) => [...keys].sort().join();
    if (sorted(given) === sorted(right)) {
      return `${not} These are the ${listed}, in another order.`;
    }
    if (given.length !== right.length) {
      return `${not} There are ${right.length} ${listed}, not ${given.length}.`;
    }
    const wrong = given.filter((key, place) => key !== right[place]).length;
    return `${not} ${wrong} of the ${right.length} ${wrong === 1 ? "is" : "are"} wrong.`;
  };

  const advice = (record, value, array) => {
    const several = Array.isArray(record.answer);
    if (value.kind === "str") return " Drop the quotes: 7, not '7'.";
    if (several && value.kind === "set") {
      return ` A set has no order: put ${record.positions ? "square" : "round"} brackets.`;
    }
    if (!several && (!array || array.sizes.length)) {
      const hasSeveral = isNested(value) || value.kind === "set";
      return hasSeveral ? " One number: no brackets, no commas." : "";
    }
    if (!array) {
      const one = record.positions ? "list" : "shape";
      return isNested(value) && value.items.some(isNested)
        ? ` One ${one} is asked: drop the inner brackets.` : "";
    }
    if (array.sizes.length > Number(several)) return " It has an axis too many.";
    const whole = array.kind === "f" && array.numbers.length
      && array.numbers.every((number) => number === Math.round(number));
    return whole ? " Drop the point or the exponent: 7, not 7.0 or 7e0." : "";
  };

  // ---- What is typed as the book writes it: 3 x 4; as NumPy prints positions; 1,020.

  const SHAPE = /^\s*\(?\s*\d+(?:\s*[xX\u00d7]\s*\d+)+\s*\)?\s*$/;
  const PRINTED = /^\s*\[\s*\d+(?:\s+\d+)*\s*\]\s*$/;
  const GROUPED = /^\s*[-+]?\d{1,3}(?:,\d{3})+\s*$/;

  const asPython = ({ axes, positions }, text) => {
    if (axes.length && SHAPE.test(text)) return `(${text.match(/\d+/g).join(", ")})`;
    return positions && PRINTED.test(text) ? `[${text.match(/\d+/g).join(", ")}]` : text;
  };

  // What is no literal is not Python's to judge: it is said what to type.
  questions.judge = (record, text) => {
    const several = Array.isArray(record.answer);
    const value = read(asPython(record, text));
    if (value) return { ...judge(record, value), isRead: true };
    if (!several && GROUPED.test(text)) {
      const said = `the answer is ${record.asked}. One number: no brackets, no commas.`;
      return { ...result(said), isRead: true };
    }
    const inDigits = several ? "" : ", in digits";
    return { ...result(`Type ${record.asked}${inDigits}.`), isRead: false };
  };
})();
