// What was answered, and where a reader was: kept in the browser, and sent nowhere.
(() => {
  "use strict";
  const questions = window.xcorrQuestions = { records: {}, ...window.xcorrQuestions };
  const KEY = "xcorr-questions";
  const OF_THE_BOOK = /^(xcorr-|exercise:)/; // puzzles and code, too
  const isAnswer = (one) => typeof one?.text === "string"
    && typeof one.said === "string" && Number.isInteger(one.wrong);

  // Other pages write there, too, and so may whoever else shares the address.
  const load = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(KEY));
    } catch {
      // It is blocked, or no longer to be read: as if nothing were there.
    }
    const answers = Object.entries(kept?.answers || {}).filter(([, one]) => isAnswer(one));
    return { answers: Object.fromEntries(answers), place: kept?.place || null };
  };

  const save = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
      return true;
    } catch {
      return false; // blocked, or full
    }
  };

  let state = load();
  let isKept = save();

  // What could not be kept is still known on this page.
  const change = (part) => {
    if (isKept) state = load();
    state = part(state);
    isKept = save();
    dispatchEvent(new Event("questions-changed"));
  };

  questions.progress = {
    get isKept() { return isKept; },
    get place() { return state.place; },
    of: (name) => state.answers[name] || { text: "", said: "", wrong: 0 },
    count: (names) => names.filter((name) => state.answers[name]?.solved).length,
    keep(name, answer) {
      change(({ answers, place }) => ({ answers: { ...answers, [name]: answer }, place }));
    },
    keepPlace(place) {
      change(({ answers }) => ({ answers, place }));
    },
    forget() {
      change(() => ({ answers: {}, place: null }));
      if (!isKept) return;
      for (const key of Object.keys(localStorage)) {
        if (OF_THE_BOOK.test(key)) localStorage.removeItem(key);
      }
    },
  };

  // Another page has answered: in another tab, or before this one was gone back to.
  const readAgain = () => {
    if (isKept) state = load();
    dispatchEvent(new Event("questions-changed"));
  };
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) readAgain();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) readAgain();
  });
})();
