// Colours Python as the book's other cells are coloured, with the same classes.
const WORDS = "and as assert async await break class continue def del elif else except "
  + "finally for from global if import in is lambda nonlocal not or pass raise return "
  + "try while with yield";
const CONSTANTS = "None True False Ellipsis";
const PARTS = [
  ["c1", "#.*"],
  ["s2", "[rRbBfF]{0,2}(?:\"\"\"[^]*?(?:\"\"\"|$)|'''[^]*?(?:'''|$)"
    + "|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"],
  ["nf", "(?<=\\bdef[ \\t]+)\\w+"],
  ["kc", `\\b(?:${CONSTANTS.replaceAll(" ", "|")})\\b`],
  ["k", `\\b(?:${WORDS.replaceAll(" ", "|")})\\b`],
  ["mi", "\\b\\d[\\d_]*\\.?\\d*(?:[eE][+-]?\\d+)?"],
  ["o", "[-+*/%@&|^~<>=!]+|\\.{3}"],
];
const PYTHON = new RegExp(PARTS.map(([, part]) => `(${part})`).join("|"), "gu");

// Shows code in an element, as text with spans; nothing in it can become HTML.
export function colour(element, code) {
  const found = [];
  let end = 0;
  for (const match of code.matchAll(PYTHON)) {
    const [kind] = PARTS[match.slice(1).findIndex((part) => part !== undefined)];
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = match[0];
    found.push(code.slice(end, match.index), span);
    end = match.index + match[0].length;
  }
  // A last line that is empty has its height, too.
  element.replaceChildren(...found, `${code.slice(end)}\n`);
}
