// Reads what was typed as Python reads a literal: numbers, brackets, quotes, sets. What
// Python would not read so, or what nobody types, is null; nothing is ever evaluated.
(() => {
  "use strict";
  const questions = window.xcorrQuestions = window.xcorrQuestions || {};
  const DIGITS = "\\d(?:_?\\d)*";
  const EXPONENT = `[eE][+-]?${DIGITS}`;
  const POINT = `(?:${DIGITS})?\\.${DIGITS}|${DIGITS}\\.`;
  const FLOAT = `(?:${POINT})(?:${EXPONENT})?|${DIGITS}${EXPONENT}`;
  const INT = "0(?:_?0)*|[1-9](?:_?\\d)*";
  const TOKEN = new RegExp(
    `[ \\t]*(?:(${FLOAT})(?![\\w.])|(${INT})(?![\\w.])|('[^'"\\\\]*'|"[^'"\\\\]*")`
    + "|(None|True|False|\\.\\.\\.)(?![\\w.])|([-+,()[\\]{}]))",
    "y",
  );
  const WORDS = {
    None: { kind: "none" },
    "...": { kind: "none" },
    True: { kind: "bool", number: true },
    False: { kind: "bool", number: false },
  };
  const CLOSING = { "(": ")", "[": "]", "{": "}" };
  const LONGEST = 300; // characters

  class NoLiteral extends Error {}

  const tokens = (text) => {
    const found = [];
    let place = 0;
    while (/[^ \t]/.test(text.slice(place))) {
      TOKEN.lastIndex = place;
      const [whole, float, int, quoted, word, sign] = TOKEN.exec(text) || [];
      if (whole === undefined) throw new NoLiteral();
      place = TOKEN.lastIndex;
      if (sign) found.push(sign);
      else if (float) found.push({ kind: "float", number: Number(plain(float)) });
      else if (int) found.push({ kind: "int", number: BigInt(plain(int)) });
      else found.push(quoted ? { kind: "str" } : WORDS[word]);
    }
    return found;
  };
  const plain = (digits) => digits.replaceAll("_", "");

  class Reader {
    constructor(text) {
      this.left = tokens(text).reverse();
    }

    next() {
      return this.left[this.left.length - 1];
    }

    // Values up to what closes their bracket, or to the end; a comma may follow the last.
    values(end) {
      const items = [];
      let comma = false;
      while (this.next() !== end) {
        if (items.length && !comma) throw new NoLiteral();
        items.push(this.value());
        comma = this.next() === ",";
        if (comma) this.left.pop();
      }
      this.left.pop();
      return { items, comma };
    }

    value() {
      const token = this.left.pop();
      if (token === "+" || token === "-") return this.signed(token);
      if (token in CLOSING) return this.bracketed(token);
      if (token?.kind) return token;
      throw new NoLiteral();
    }

    // Only a number has a sign, and one alone.
    signed(sign) {
      const value = this.value();
      if (!["int", "float"].includes(value.kind) || value.signed) throw new NoLiteral();
      const number = sign === "-" ? -value.number : value.number;
      return { ...value, number, signed: true };
    }

    bracketed(open) {
      const { items, comma } = this.values(CLOSING[open]);
      if (open === "[") return { kind: "list", items };
      if (open === "{") return set(items);
      return items.length === 1 && !comma ? items[0] : { kind: "tuple", items };
    }
  }

  const isFixed = ({ kind, items }) => kind === "tuple"
    ? items.every(isFixed)
    : !["list", "set", "dict"].includes(kind);

  // Nothing between braces is a dictionary; a set holds nothing that could change.
  const set = (items) => {
    if (!items.every(isFixed)) throw new NoLiteral();
    return { kind: items.length ? "set" : "dict", items };
  };

  questions.read = (text) => {
    if (text.length > LONGEST || /^\s*$/.test(text) || /[\r\n]/.test(text)) return null;
    try {
      const { items, comma } = new Reader(text).values(undefined);
      return items.length === 1 && !comma ? items[0] : { kind: "tuple", items };
    } catch (error) {
      if (error instanceof NoLiteral) return null;
      throw error;
    }
  };
})();
