"""Chapter 3: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

SHAPE_OF_WEIGHTS = PaperExercise(
    name="shape_of_weights",
    axes=("values of a kernel", "kernels"),
    answer=(6, 8),
    mistakes={
        # Another thing of this product.
        (
            28,
            8,
        ): "That is the result: what must the matrix of windows be multiplied by?",
        (28, 6): "That is the matrix of windows: by what is it multiplied?",
        (8, 28): "That is the result, turned: by what are the windows multiplied?",
        (28,): "That is the result for one kernel: which matrix makes it for eight?",
        (6,): "That is one kernel: where do the other seven stand?",
        (
            4,
            7,
            8,
        ): "That is the output, folded back: by what are the windows multiplied?",
        # The order, or an axis left over.
        (8, 6): "Each row holds a kernel here, but a product takes rows with columns.",
        (8, 2, 3): "These are the kernels as they are: a product of matrices takes two "
        "axes.",
        (
            2,
            3,
            8,
        ): "Rows and columns of the kernels are two axes here: how many has the "
        "window of a placement?",
        (2, 24): "A kernel's rows are an axis here: its values meet one row of pixels.",
        (3, 16): "A kernel's columns are an axis here: its values meet one row of "
        "pixels.",
        (48,): "All kernels in one line: the product adds what meets, so it would mix "
        "them.",
        (48, 1): "All kernels in one column: the product would add them up.",
        (1, 48): "All kernels in one row: how many values does a window have?",
        # Other numbers.
        (6, 1): "That is one kernel as a column: where do the other seven stand?",
        (6, 28): "28 counts placements: the kernels do not know how many there are.",
        (
            28,
            48,
        ): "Weights are shared by all placements: none of their axes counts those.",
        (8,): "One number for a kernel? Each has a weight for each pixel of a window.",
        (8, 8): "A window has not eight pixels: that is how many kernels there are.",
        (6, 6): "A window has six pixels, and how many kernels are there?",
        (5, 8): "5 is the image's height: how many pixels does a window have?",
        (9, 8): "9 is the image's width: how many pixels does a window have?",
        (45, 8): "45 is the whole image: a kernel meets the pixels of one window.",
        (6, 7): "Sizes are asked for, not the number of the last kernel.",
        48: "That is how many weights there are: in which shape?",
    },
)

PLACE_IN_PRODUCT = PaperExercise(
    name="place_in_product",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "The kernel comes first here: what do the rows of the product count?",
        2: "It takes a row of the output to be as long as the output is high.",
        3: "It takes a row of the output to be as long as one of the image.",
    },
)

RESHAPE_OF_KERNELS = PaperExercise(
    name="reshape_of_kernels",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "Each column is a kernel here. Is that the order in which a reshape goes "
        "through the array?",
        3: "These are two rows of three numbers: which shape is asked for?",
        4: "A piece of each kernel in turn: where does a reshape go on behind the 2?",
    },
)
