"""Chapter 8: the shape of what `max_pool` makes of maps with odd sides."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfPooled(Template):
    """The shape of what `max_pool` makes of maps with odd sides."""

    judge = "shape_of_pooled"
    title = "The shape of what is pooled"
    n_images: int = size(6, range(4, 13))
    height: int = size(7, range(5, 18, 2))
    width: int = size(11, range(7, 24, 2))
    n_kernels: int = size(4, range(4, 13))

    def text(self) -> str:
        n, h, w, k = astuple(self)
        return (
            f"{word(n).capitalize()} images have {word(k)} maps of {h} rows and {w} "
            f"columns each: `maps` has the shape ({n}, {h}, {w}, {k}). What is the "
            "shape of `max_pool(maps)[0]`?"
        )

    def answer(self) -> tuple[int, ...]:
        return self.n_images, self.height // 2, self.width // 2, self.n_kernels

    def mistakes(self) -> Mistakes:
        yield from self._of_windows()
        yield from self._of_sizes()
        yield from self._of_maps()
        yield from self._of_order()
        yield from self._joined()
        yield from self._others()

    def _of_windows(self) -> Mistakes:
        n, h, w, k = astuple(self)
        _, a, b, _ = self.answer()
        out = "A window that sticks out"
        two = "each window starts where the last ends."
        yield (n, a + 1, b + 1, k), f"{out} of the map is left out."
        yield (n, a, b + 1, k), f"{out} on the right is left out, too."
        yield (n, a + 1, b, k), f"{out} at the bottom is left out, too."
        yield (
            (n, h - 1, w - 1, k),
            "That is a stride of 1; each window starts where the last one ends.",
        )
        yield (n, h - 1, b, k), f"The stride is 2 in the rows, too: {two}"
        yield (n, a, w - 1, k), f"The stride is 2 in the columns, too: {two}"
        yield (n, b, a, k), "Rows and columns are swapped."
        yield (
            (n, b + 1, a + 1, k),
            "Rows and columns are swapped, and a half is not a window.",
        )
        yield (n, w - 1, h - 1, k), "Rows and columns are swapped, and the stride is 2."
        yield (
            (n, a - 1, b, k),
            f"A row of windows is missing: with the + 1, ({h} - 2) // 2 + 1 fit.",
        )
        yield (
            (n, a, b - 1, k),
            f"A column of windows is missing: with the + 1, ({w} - 2) // 2 + 1 fit.",
        )
        yield (
            (n, a - 1, b - 1, k),
            "The first window counts, too: (size - 2) // 2 + 1 fit, with the + 1.",
        )

    def _of_sizes(self) -> Mistakes:
        n, h, w, k = astuple(self)
        yield (n, h, w, k), "That is what went in; a window of 2 x 2 leaves one number."
        yield (
            (n, h - 2, w - 2, k),
            "That is the size minus 2; windows are counted by (size - 2) // 2 + 1.",
        )
        yield (
            (n, h // 4, w // 4, k),
            "A window has 4 pixels, but only 2 rows and 2 columns: divide each by 2.",
        )
        yield (
            (n, 2 * h, 2 * w, k),
            "Pooling makes the maps smaller: divide by 2, do not multiply.",
        )
        yield (n, h / 2, w / 2, k), "Half a window is none: round the halves down."

    def _of_maps(self) -> Mistakes:
        n, a, b, k = self.answer()
        yield (
            (n, a, b, k // 2),
            f"The last axis, that of the maps, is not pooled: {word(k)} come out as "
            "went in.",
        )
        yield (
            (n // 2, a, b, k),
            f"The first axis, that of the images, is not pooled: {word(n)} come out.",
        )
        yield (
            (n // 2, a, b, k // 2),
            "Only rows and columns are pooled: images and maps stay as many as came "
            "in.",
        )
        yield (
            (n, a, b, 1),
            f"The largest is taken within each of the {word(k)} maps, not across them.",
        )
        yield (
            (1, a, b, k),
            f"The largest is taken within each of the {word(n)} images, not across "
            "them.",
        )
        yield (
            (1, a, b, 1),
            f"That is one map of one image: there are {word(n)} images of {word(k)} "
            "maps.",
        )

    def _of_order(self) -> Mistakes:
        n, a, b, k = self.answer()
        axes = "Four axes come out, as four went in: image, row, column, kernel."
        yield (a, b), f"That is one map of one image. {axes}"
        yield (n, a, b), f"The axis of the {word(k)} maps is missing. {axes}"
        yield (a, b, k), f"The axis of the {word(n)} images is missing. {axes}"
        yield (
            (n, k, a, b),
            "The axis of the maps comes last, as in `maps`; that is channels first.",
        )
        yield (
            (k, a, b, n),
            "Images and maps are exchanged: the images' axis comes first.",
        )
        yield (k, n, a, b), f"The sizes are right, in another order. {axes}"
        yield (n, a, k, b), "The last two axes are exchanged: the maps' comes last."
        yield (a, b, k, n), "The images' axis comes first, as in `maps`, not last."
        yield (a, b, n, k), "The images' axis comes first, before rows and columns."
        yield (k, b, a, n), "The axes stand in reverse order: images first, maps last."

    def _joined(self) -> Mistakes:
        n, a, b, k = self.answer()
        yield (
            (n, a * b, k),
            "That is one axis for the windows, before it is folded into two.",
        )
        yield (
            (n, a * b, 4, k),
            "Those are the windows, gathered: the largest of each is still to be "
            "taken.",
        )
        yield (
            (a * b, 4),
            "That is the index of one map, windows and places in them, not the pooled "
            "maps.",
        )
        yield (
            (n * a, b, k),
            f"The images and their rows stand in one axis: they are two, {n} and {a}.",
        )
        yield (
            (n * k, a, b),
            f"The images and the maps stand in one axis: {n} comes first, {k} last.",
        )
        yield (
            (n, a * b * k),
            "That is made flat, as for the dense layer; the pooled maps keep axes.",
        )
        yield (
            (n, a, b * k),
            f"The columns and the maps stand in one axis: they are two, {b} and {k}.",
        )
        yield (
            (n * a * b, k),
            f"Images and windows stand in one axis: they are three, {n}, {a} and {b}.",
        )

    def _others(self) -> Mistakes:
        n, a, b, k = self.answer()
        yield (
            n * a * b * k,
            "That is how many numbers there are; a shape has one for each axis.",
        )
        yield (
            a * b,
            "That is how many windows one map has; the shape tells of all four axes.",
        )
        yield (
            4,
            "That is how many axes there are; the shape tells how long each of them "
            "is.",
        )
        yield (n * a * b * k,), "That is how many numbers there are, all in one axis."
