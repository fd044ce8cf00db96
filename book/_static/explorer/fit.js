// Lays the panels out in the room that there is.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const WIDE = 704; // pixels, from where the panels stand beside each other
  const PICTURE = 400; // of them for a picture there
  const GAP = 16; // between two panels
  const BORDERS = 2; // of a box
  const HEADING = 60; // of the offsets, which may be wider than they are
  const HEADINGS = 168; // of a matrix
  const CHOICE = 180; // the kernel's heading, with several to choose from
  const PICTURES = [
    "image", "outputGradient", "transposedImage", "kernel", "output", "inputGradient",
    "transposedOutput",
  ];
  explorer.zoom = 1;

  // A layout with its width on the page: all of it, or if need be cut in the midst of a
  // cell, so that it is seen to go on.
  function fitted(layout, room) {
    const { columns } = layout;
    const cellHeight = layout.cellHeight * explorer.zoom;
    const widest = layout.cellWidth * explorer.zoom;
    if (columns * widest <= room) {
      return { ...layout, cellHeight, cellWidth: widest, width: columns * widest };
    }
    const cellWidth = Math.max(layout.narrowest, Math.floor(room / columns));
    const fits = columns * cellWidth <= room;
    const seen = fits ? columns : Math.max(1, Math.floor(room / cellWidth - 0.5)) + 0.5;
    return { ...layout, cellHeight, cellWidth, width: seen * cellWidth };
  }

  // How wide the pictures are: the kernel beside the first one, or else beside the last.
  function leftWidth([first, kernel, last]) {
    const most = 1.25 * PICTURE * explorer.zoom;
    const [above, below] = [first + GAP + kernel, kernel + GAP + last];
    if (above <= most) return Math.max(above, last);
    return Math.max(first, below <= most ? below : Math.max(kernel, last));
  }

  explorer.fit = (root, grids, visible, model) => {
    const width = root.querySelector(".xp-panels").clientWidth - BORDERS;
    const wide = width >= WIDE;
    const layouts = Object.fromEntries(
      visible.map((name) => [name, explorer.PANELS[name].layout(model)]));

    function place(name, room) {
      const layout = fitted(layouts[name], room);
      const grid = grids.get(name);
      grid.show(layout);
      grid.box.style.width = `${layout.width + BORDERS}px`;
      grid.box.style.height = "";
      document.getElementById(`xp-${name}`).querySelector(".xp-shape").textContent = layout.shape;
      const choice = name === "kernel" && model.settings.kernels > 1 ? CHOICE * explorer.zoom : 0;
      return Math.max(choice, layout.width + BORDERS);
    }

    const pictures = visible.filter((name) => PICTURES.includes(name));
    const left = leftWidth(
      pictures.map((name) => place(name, wide ? PICTURE * explorer.zoom : width)));
    root.style.setProperty("--left", `${left}px`);
    const offsets = Math.max(HEADING * explorer.zoom, place("offsets", width)) + GAP;
    if (layouts.toeplitz) place("toeplitz", width);

    // Where two matrices stand side by side, each has the part of the room that it needs.
    const tables = visible.filter((name) => ["index", "gathered", "scattered"].includes(name));
    const needed = tables.map((name) => explorer.zoom
      * Math.max(HEADINGS, layouts[name].columns * layouts[name].cellWidth));
    const all = needed.reduce((sum, one) => sum + one, 0);
    const room = width - left - GAP - offsets - (tables.length - 1) * (GAP + BORDERS);
    tables.forEach((name, k) => {
      const alone = name === "index" ? width - offsets : width;
      place(name, wide ? room * needed[k] / all : alone);
    });
    place("window", grids.get("index").layout.width);
    align(grids);
    visible.forEach((name) => grids.get(name).measure());
  };

  // What scrolls with the index is as high as it is, without its scroll bar.
  function align(grids) {
    const index = grids.get("index").box;
    for (const name of ["offsets", "gathered", "scattered"]) {
      const { box } = grids.get(name);
      box.style.height = `${index.clientHeight + box.offsetHeight - box.clientHeight}px`;
    }
  }
})();
