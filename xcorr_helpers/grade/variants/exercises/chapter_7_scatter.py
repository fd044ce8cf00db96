"""Chapter 7: the shape of `output_gradient @ weights.T`."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, size, word


@dataclass(frozen=True)
class ShapeOfScatter(Template):
    """The shape of `output_gradient @ weights.T`."""

    judge = "shape_of_scatter"
    title = "What is scattered?"
    n_images: int = size(6, range(3, 13))
    n_windows: int = size(35, range(20, 60))
    n_kernels: int = size(5, range(3, 13))
    window_size: int = size(24, range(10, 46))

    def text(self) -> str:
        m, p, n, s = astuple(self)
        return (
            f"For a batch of {word(m)} images, the output gradient has the shape ({m}, "
            f"{p}, {n}): image, placement, kernel. The kernels' matrix has the shape "
            f"({s}, {n}). What is the shape of `output_gradient @ weights.T`, the "
            "numbers that are scattered?"
        )

    def answer(self) -> tuple[int, ...]:
        return self.n_images, self.n_windows, self.window_size

    def mistakes(self) -> Mistakes:
        yield from self._of_product()
        yield from self._of_kernels()
        yield from self._of_images()

    def _of_product(self) -> Mistakes:
        m, p, n, s = astuple(self)
        yield (
            (m, s, p),
            f"The placements stay the second axis: @ works on the last axes, ({p}, "
            f"{n}) @ ({n}, {s}).",
        )
        yield (
            (m, p, n),
            "That is the output gradient's shape: the product takes the kernels' axis "
            "away, and puts the kernel values there.",
        )
        yield (
            (m, n, s),
            f"The product takes the kernels' axis ({n}) away, not the placements' "
            f"({p}).",
        )
        yield (
            (m, p),
            f"Each placement sends a number to each kernel value's pixel: the {s} "
            "values are an axis.",
        )
        yield (
            (m, s, n),
            "That is the kernels' gradient for each image: here the placements stay, "
            "and the kernels are added up.",
        )

    def _of_kernels(self) -> Mistakes:
        m, p, n, s = astuple(self)
        gone = (
            "The kernels' axis is in both factors, and the product adds over it: "
            f"{n} is gone."
        )
        yield (m, p, n, s), gone
        yield (m, p, s, n), gone
        yield (
            (m, p, s * n),
            f"{n} and {s} are not multiplied: the product adds over the {n} kernels.",
        )
        yield (
            (m, n, p),
            "That is the output gradient with its last two axes exchanged: it is to "
            f"be multiplied, and {n} goes.",
        )
        yield (m, p, s - 1), f"All {s} kernel values get a number: none is left out."

    def _of_images(self) -> Mistakes:
        m, p, n, s = astuple(self)
        yield (
            (p, s),
            "The images' axis stays in front: @ makes a product for each image.",
        )
        yield (
            (m, s),
            "The placements are not added up: each sends its own numbers back.",
        )
        yield (s, n), "That is the kernels' matrix itself, and no growth is multiplied."
        yield (
            (n, s),
            "That is the shape of the kernels' matrix, turned by .T, without the "
            "growths.",
        )
        yield (m * p, s), "Images and placements stay two axes: the product joins none."
        yield (p, m, s), "The images stay the first axis, as in the output gradient."
        yield (
            (s, p, m),
            "Only `weights` is turned by .T: the product's axes are images, "
            "placements, kernel values.",
        )
        yield (1, p, s), f"All {word(m)} images are there: none of them is added up."
        yield (
            (s, p),
            "The images' axis stays in front, and the placements come before the "
            "kernel values.",
        )
        yield (
            (p, n),
            "That is one image's output gradient: the product has an axis of the "
            "images, and kernel values for the kernels.",
        )
