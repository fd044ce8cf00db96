"""Chapter 5: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

SHAPE_OF_BATCH_GATHER = PaperExercise(
    name="shape_of_batch_gather",
    axes=("images", "placements", "kernel values"),
    answer=(10, 42, 24),
    mistakes={
        # An axis is missing, or one too many.
        (42, 24): "That is what one image gives: what does the colon keep?",
        (10, 216): "That is flat itself: its second axis is replaced.",
        (10, 42): "The index has two axes, and both come out.",
        (10, 24): "Each placement reads 24 values: where are the placements?",
        (10, 216, 42, 24): "The second axis of flat is replaced by those of index: it "
        "does not stay.",
        (10, 42, 24, 3): "The channels lie in the window: they are counted in its 24.",
        (10, 7, 6, 24): "The placements are one axis until the result is folded back.",
        (10, 1008): "Nothing is made flat: the two axes of index stay two.",
        (420, 24): "Images and placements stay two axes until one reshapes them.",
        (10, 42, 24, 1): "There is an axis of length 1 too many at the end.",
        (1, 10, 42, 24): "There is an axis of length 1 too many in front.",
        # The order.
        (42, 24, 10): "The colon stands in front, and its axis stays there.",
        (42, 10, 24): "The axes of index stay together, behind that of the colon.",
        (10, 24, 42): "The axes of index keep their order.",
        (42, 24, 216): "The colon keeps the images: the positions are replaced.",
        # Other numbers.
        (10, 42, 5): "That is the product with the weights: nothing is multiplied yet.",
        (10, 7, 6, 5): "That is the whole result: nothing is multiplied yet.",
        (10, 42, 8): "A window has 2 rows and 4 columns, and three channels.",
        (10, 72, 24): "A kernel does not fit at each of the 72 pixels.",
        (1, 42, 24): "That is for one image: how many rows has flat?",
        (8, 42, 24): "8 is how high an image is: how many rows has flat?",
        (5, 42, 24): "5 counts kernels: the pixels do not know of them.",
        (
            216,
            42,
            24,
        ): "The positions are replaced: what is left is the axis of images.",
        10 * 42 * 24: "That is how many numbers come out: in which shape?",
        3: "That is how many axes come out: how long is each?",
    },
)

POSITION_CHANNELS_FIRST = PaperExercise(
    name="position_channels_first",
    axes=(),
    answer=(2 * 8 + 1) * 9 + 5,
    mistakes={
        # Another order.
        (1 * 9 + 5) * 3 + 2: "That is with the channels last: now all of red comes "
        "before all of green.",
        (1 * 3 + 2) * 9
        + 5: "The channels take turns row by row here: all of a channel lies together.",
        (2 * 8 + 5) * 9 + 1: "Row and column are exchanged.",
        # How long a channel or a row is.
        (2 * 9 + 1) * 9 + 5: "How many rows has a channel, 9 or 8?",
        (2 * 9 + 1) * 8 + 5: "One off, or height and width exchanged: a channel has 8 "
        "rows of 9 pixels.",
        (2 * 8 + 1) * 8 + 5: "A row has as many pixels as the image is wide.",
        (2 * 8 + 1) * 10 + 5: "A row has 9 pixels: 10 is the step of the toy's values.",
        2 * 9 + 1 * 9 + 5: "A channel is not one row: how many pixels has it?",
        2 * 8 + 1 * 9 + 5: "A channel is not 8 numbers long: how many pixels has it?",
        2 * 72
        + 1 * 9
        + 5
        + 2: "The channel is counted already, with all that it holds.",
        2 * 72 + 5 * 8 + 1: "Column after column: memory holds row after row.",
        2 * 100 + 1 * 10 + 5: "That is the value that stands there: at which position?",
        # Something is left out, or counted twice.
        2 * 72: "There the channel starts: the pixel is further on.",
        2 * 72 + 1 * 9: "There its row starts: the pixel is further on.",
        2 * 72 + 5: "The row above it counts, too: rows are counted from 0.",
        1 * 9 + 5: "That is its place within its channel: other channels come before.",
        1 * 9 + 5 + 2: "A channel is not one number further on any more.",
        1 * 72 + 1 * 9 + 5: "That is channel 1: two whole channels come before channel "
        "2.",
        3 * 72 + 1 * 9 + 5: "Only two channels come before channel 2.",
        2 * 72 + 2 * 9 + 5: "A row too many: only row 0 of its channel lies above it.",
        2 * 72 + 1 * 9 + 6: "One too many: columns are counted from 0.",
        (2, 1, 5): "Channel, row and column are given: at which one position is it?",
    },
)

HELD_BY_BLOCKS = PaperExercise(
    name="held_by_blocks",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "Its positions lie in one image: does it know how many images there are?",
        2: "A block is gathered, multiplied and let go. How much is held at a time?",
        3: "The weights are the kernels: what have the images to do with them?",
    },
)
