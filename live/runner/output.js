// What comes of a run, as the book shows what a cell prints.
export function makeOutput(label) {
  const box = document.createElement("div");
  box.className = "cell_output run-output";
  const notices = document.createElement("div");
  notices.setAttribute("role", "status");
  const stream = document.createElement("div");
  stream.className = "output stream highlight";
  const printed = document.createElement("pre");
  printed.setAttribute("role", "log");
  printed.setAttribute("aria-label", label);
  stream.append(printed);
  const figures = document.createElement("div");
  box.append(notices, stream, figures);

  function clear() {
    for (const part of [notices, printed, figures]) part.replaceChildren();
  }

  // Where a report names the explorer's settings, they lead there.
  function print(text) {
    for (const part of text.split(/(?<=\bexplorer: )(\S*#\S+)/u)) {
      if (!part.includes("#") || !/\bexplorer: $/.test(printed.textContent)) {
        printed.append(part);
        continue;
      }
      const link = document.createElement("a");
      link.href = `explorer.html${part.slice(part.indexOf("#"))}`;
      link.textContent = part;
      printed.append(link);
    }
    // What scrolls is to be reached by keyboard.
    if (printed.scrollWidth > printed.clientWidth
      || printed.scrollHeight > printed.clientHeight) printed.tabIndex = 0;
  }

  // The page's own plotly draws it, where the page has one.
  function draw(text) {
    if (!window.bookFigures?.add) return print("[A figure: this page draws none.]\n");
    const figure = JSON.parse(text);
    const element = document.createElement("div");
    element.className = "plotly-figure";
    element.setAttribute("role", "figure");
    element.setAttribute("aria-label", figure.layout?.meta?.alt || "A figure");
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = text;
    const plot = document.createElement("div");
    plot.className = "plotly-figure-plot";
    element.append(data, plot);
    figures.append(element);
    window.bookFigures.add(element);
  }

  // With the line that says how else the cell is run.
  function notice(text, instead, reason = "") {
    const line = document.createElement("p");
    line.className = "run-notice";
    line.textContent = text;
    const links = document.createElement("p");
    links.className = "run-notice";
    links.append(...[...instead.childNodes].map((node) => node.cloneNode(true)));
    notices.replaceChildren(line, links);
    if (!reason) return;
    const details = document.createElement("p");
    details.className = "run-reason";
    details.textContent = reason;
    notices.append(details);
  }

  return { box, clear, print, draw, notice, forget: () => notices.replaceChildren() };
}
