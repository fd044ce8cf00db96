// A picture at which the reader points, by mouse, finger or keyboard.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  const MOVES = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
    Home: [0, -Infinity], End: [0, Infinity], PageUp: [-16, 0], PageDown: [16, 0],
  };

  // `on`: ready(), whether there is a result; find(shares) -> { place, pixel } for a spot of
  // this canvas; look(found) at what is pointed at, or look() at what is kept;
  // at() -> the place that is kept; moveTo(found).
  own.point = (canvas, on) => {
    let wanted = null;

    // Who has pressed and drags goes along the edge.
    function find(event) {
      if (!on.ready()) return null;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const shares = [(event.clientY - top) / height, (event.clientX - left) / width];
      const isInside = shares.every((share) => share >= 0 && share < 1);
      if (!isInside && !event.buttons) return null;
      return on.find(shares.map((share) => Math.max(0, Math.min(1 - 1e-9, share))));
    }

    function inNextFrame(go) {
      if (!wanted) {
        requestAnimationFrame(() => {
          if (wanted && on.ready()) wanted();
          wanted = null;
        });
      }
      wanted = go;
    }

    canvas.addEventListener("pointerdown", (event) => {
      wanted = null;
      const found = event.button === 0 && find(event);
      if (!found) return;
      canvas.setPointerCapture(event.pointerId);
      on.moveTo(found);
    });
    canvas.addEventListener("pointermove", (event) => {
      const found = find(event);
      if (found) inNextFrame(() => (event.buttons ? on.moveTo(found) : on.look(found)));
    });
    canvas.addEventListener("pointerleave", () => {
      wanted = null;
      if (on.ready()) on.look();
    });
    canvas.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      on.moveTo({ place: on.at().map((place, axis) => place + move[axis]) });
    });
  };
})();
