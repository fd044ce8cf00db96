// Numbers as a reader types them, or what is wrong in words.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;

  // What the trouble with a number is, where it is a known one.
  const TROUBLES = [
    [/^$/, () => "The field is empty"],
    [/^(-?\d*),(\d+)$/, (_, whole, part) =>
      `A comma is not read: write ${whole || 0}.${part}`],
    [/^(-?\d+) *[/:] *(\d+)$/, (_, top, bottom) => "A fraction is not read: write it as a "
      + `decimal${Number(bottom) ? `, ${Number((top / bottom).toPrecision(4))}` : ""}`],
    [/^-?\d*\.?\d+e[-+]?\d+$/i, (text) =>
      `An e is not read: write all digits${Math.abs(text) <= 1e6 ? `, ${Number(text)}` : ""}`],
    [/^[−–—]/, (text) => `The minus is another sign: write -${text.slice(1).trim()}`],
  ];

  const not = (text) => (text ? `, not "${text}".` : ".");

  own.number = (text, what) => {
    const value = /^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : NaN;
    if (!(Math.abs(value) <= explorer.LARGEST_VALUE)) {
      const [pattern, say] = TROUBLES.find(([one]) => one.test(text.trim())) || [];
      const trouble = say ? ` ${text.trim().replace(pattern, say)}.` : "";
      throw new own.Refused(`${what} must be a number from -${explorer.LARGEST_VALUE} to `
        + `${explorer.LARGEST_VALUE}${not(text)}${trouble}`);
    }
    return value;
  };

  own.whole = (text, what, [least, most]) => {
    const value = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new own.Refused(
        `${what} must be a whole number from ${least} to ${most}${not(text)}`);
    }
    return value;
  };

  own.divisor = (text) => {
    const value = own.number(text, "The divisor");
    if (!value) throw new own.Refused("Nothing can be divided by 0.");
    return value;
  };

  // A knob: a number, or two, for rows and columns.
  own.knob = (text, name) => {
    const found = text.split(",").map(
      (one) => own.whole(one, `The ${name}`, explorer.LIMITS[name]));
    if (found.length > 2) throw new own.Refused(`The ${name} has two numbers at most.`);
    return found.length === 1 || found[0] === found[1] ? found[0] : found;
  };
})();
