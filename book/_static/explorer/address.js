// The page's address holds what the reader set.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Address = class {
    constructor(settings) {
      this.settings = settings;
    }

    // Browsers refuse an address that changes with every key that is held down.
    keep() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.write(), 200);
    }

    write() {
      clearTimeout(this.waiting);
      const address = explorer.toAddress(this.settings());
      const plain = location.pathname + location.search;
      history.replaceState(null, "", address ? `#${address}` : plain);
    }
  };

  const kind = (settings) =>
    explorer.toAddress({ ...settings, panel: "output", cell: 0 });
  let kinds;

  // The name of the example that some settings are, wherever in it the reader stands.
  explorer.presetOf = (settings) => {
    kinds = kinds || explorer.PRESETS.map(({ name, change }) =>
      [name, kind(explorer.changed({}, change))]);
    const found = kinds.find(([, address]) => address === kind(settings));
    return found && found[0];
  };
})();
