// A picture at which the reader points, by mouse, finger or keyboard.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  const MOVES = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
    Home: [0, -Infinity], End: [0, Infinity], PageUp: [-16, 0], PageDown: [16, 0],
  };

  // `on`: size() of the result, or null while there is none; look(place) for what is
  // pointed at, or look() for what is kept, at() which place that is; moveTo(row, column).
  own.point = (canvas, on) => {
    let wanted = null;

    function placeAt(event) {
      const size = on.size();
      if (!size) return null;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const shares = [(event.clientY - top) / height, (event.clientX - left) / width];
      return shares.every((share) => share >= 0 && share < 1)
        ? shares.map((share, axis) => Math.floor(share * size[axis])) : null;
    }

    function inNextFrame(go) {
      if (!wanted) {
        requestAnimationFrame(() => {
          if (wanted && on.size()) wanted();
          wanted = null;
        });
      }
      wanted = go;
    }

    canvas.addEventListener("pointerdown", (event) => {
      wanted = null;
      const place = placeAt(event);
      if (place) on.moveTo(...place);
    });
    canvas.addEventListener("pointermove", (event) => {
      const place = placeAt(event);
      if (place) inNextFrame(() => (event.buttons ? on.moveTo(...place) : on.look(place)));
    });
    canvas.addEventListener("pointerleave", () => {
      wanted = null;
      if (on.size()) on.look();
    });
    canvas.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      on.moveTo(...on.at().map((place, axis) => place + move[axis]));
    });
  };
})();
