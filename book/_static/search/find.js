// Finds paragraphs. Loaded with MiniSearch and passages.js when somebody is about to
// search; what is found is shown by search.js.
(() => {
  const root = document.documentElement.dataset.content_root;
  const KINDS = ["title", "term", "text", "code", "output"]; // of paragraph_search.py
  const WEIGHTS = { title: 1, term: 1, text: 1, code: 0.4, output: 0.3 };
  const EXPLAINS = /^book\/(\d|glossary)/; // as a page's head and other pages do not
  const SNIPPET = 240; // characters
  const passages = [];

  window.bookPassages = (pages) => {
    for (const [page, { sections, passages: found }] of Object.entries(pages)) {
      for (const [section, anchor, number, text] of found) {
        const kind = KINDS[number];
        const [first, ...rest] = text.split("\n");
        const named = kind === "title" || kind === "term";
        const places = [sections[0], section ? sections[section] : ""];
        if (kind === "term") places.push(first.split("(")[0]);
        passages.push({
          id: passages.length,
          address: `${root}${page}.html#${anchor}`,
          kind,
          weight: WEIGHTS[kind] * (EXPLAINS.test(page) && (section || named) ? 1 : 0.4),
          title: named ? first : "",
          text: named ? rest.join(" ") : text,
          places: places.filter(Boolean),
          section: `${page} ${section}`,
        });
      }
    }
    bookPassages.ready = index.addAllAsync(passages, { chunkSize: 200 }); // one types on
  };

  // ---- Words: np.add.at is one, found by add.at too, and kernel_matrix by matrix.

  const WORD = /[\p{L}\p{N}_]+(?:\.[\p{L}_][\p{L}\p{N}_]*)*|@/gu;
  const words = (text) => text.toLowerCase().match(WORD) || [];
  const parts = (word) => {
    const ends = word.split(".").map((_, n, all) => all.slice(n).join("."));
    return [...new Set([...ends, ...word.split(/[._]/)])].filter(Boolean);
  };

  const index = new MiniSearch({
    extractField: (passage, name) =>
      (name === "places" ? passage.places.join(" ") : passage[name]),
    fields: ["title", "text", "places"],
    tokenize: words,
    processTerm: parts,
  });

  // ---- The best first.

  const options = (query) => {
    const searched = words(query).join(" ");
    return {
      boost: { title: 2, places: 0.2 },
      boostDocument: (id) => {
        const { weight, title, text } = passages[id];
        const said = searched.includes(" ") ? words(`${title} ${text}`).join(" ") : "";
        const together = ` ${said} `.includes(` ${searched} `);
        const named = title && words(title.split("(")[0]).join(" ") === searched;
        return weight * (together ? 1 + 4 * weight : 1) * (named ? 3 : 1);
      },
      combineWith: "AND",
      // Its place alone is that of all that stands there.
      filter: ({ match }) => Object.values(match).flat().some((name) => name !== "places"),
      fuzzy: (word) => /^\p{L}{5,}$/u.test(word) && 0.2,
      prefix: (word, n, { length }) => word.length > (n === length - 1 ? 1 : 3),
      processTerm: (word) => word,
      weights: { fuzzy: 0.05, prefix: 0.5 },
    };
  };

  // A heading is told with the paragraph that it begins, and that one not again.
  const withoutDoubles = (results) => {
    const told = new Set();
    return results.flatMap(({ id, terms }) => {
      if (told.has(id)) return [];
      told.add(id);
      const { text, ...passage } = passages[id];
      const next = passages[id + 1];
      const begins = passage.kind === "title" && next?.kind === "text"
        && next.section === passage.section && !told.has(next.id);
      if (begins) told.add(next.id);
      return [{ ...passage, text: begins ? next.text : text, terms }];
    });
  };

  // ---- The sentence that holds most of the words, and the next ones if short.

  const asWords = (terms) => {
    const longest = terms.toSorted((a, b) => b.length - a.length);
    const safe = longest.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`(?<![\\p{L}\\p{N}])(${safe.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  };

  const snippet = (text, isCode, matches) => {
    const pieces = text.split(isCode ? /(?<=\n)/ : /(?<=[.!?] )(?=\S)/);
    const held = pieces.map((piece) =>
      new Set((piece.toLowerCase().match(matches) || [])).size);
    const best = held.indexOf(Math.max(...held));
    let shown = pieces[best];
    let end = best + 1;
    while (end < pieces.length && (shown + pieces[end]).length < SNIPPET) {
      shown += pieces[end++];
    }
    const early = shown.search(matches) - SNIPPET / 2;
    const begin = early > 0 ? shown.indexOf(" ", early) : 0;
    const cut = shown.slice(begin, begin + SNIPPET);
    return [
      best > 0 || begin > 0 ? "… " : "",
      cut.trim(),
      end < pieces.length || begin + SNIPPET < shown.length ? " …" : "",
    ].join("");
  };

  window.findParagraphs = (query, most) => {
    let results = index.search(query, options(query));
    const every = results.length > 0;
    if (!every) {
      const telling = words(query).filter((word) => word.length > 2).join(" ");
      results = index.search(telling, { ...options(query), combineWith: "OR" });
    }
    const hits = withoutDoubles(results);
    const seen = new Set();
    const best = [];
    for (const { text, terms, kind, ...passage } of hits) {
      const isCode = kind === "code" || kind === "output";
      const matches = asWords(terms);
      const shown = snippet(text, isCode, matches);
      const looks = [...passage.places, shown].join("\n");
      if (!seen.has(looks)) best.push({ ...passage, isCode, matches, snippet: shown });
      seen.add(looks);
      if (best.length === most) break;
    }
    return { every, count: hits.length, best };
  };
})();
