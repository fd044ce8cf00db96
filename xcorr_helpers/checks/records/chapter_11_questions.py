"""Chapter 11: what the text asks."""

from __future__ import annotations

from .._exercise import PaperExercise

SHARE_OF_GROUPS = PaperExercise(
    name="share_of_groups",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "How many channels does a kernel still have? Is each of its values needed "
        "as often as before?",
        2: "A number to learn is multiplied once for each place: can there be fewer of "
        "them, and as many products?",
        4: "Of the 4 x 4 blocks of the kernels' matrix, how many lie on its diagonal?",
    },
)

WINDOW_OF_ONE_PIXEL = PaperExercise(
    name="window_of_one_pixel",
    axes=(),
    answer=2,
    choices=4,
    mistakes={
        1: "How many values does a kernel of one pixel have? All its channels belong "
        "to it.",
        3: "At how many places can it stand? It reads one pixel at each.",
        4: "Which of a pixel's neighbours does a kernel of one pixel read?",
    },
)

NUMBERS_OF_SEPARABLE = PaperExercise(
    name="numbers_of_separable",
    axes=(),
    answer=16 * 3 * 5 + 16 * 40,
    mistakes={
        16 * 3 * 5 * 40: "That is the full layer: here no kernel reads rows, columns "
        "and all channels at once.",
        16 * 3 * 5: "That is the depthwise layer alone: the 1 x 1 has numbers, too.",
        16 * 40: "That is the 1 x 1 alone: the depthwise layer has numbers, too.",
        16 * 3 * 5 * 16 * 40: "The two layers stand one after the other: their numbers "
        "are added.",
        40 * 3 * 5 + 16 * 40: "The depthwise layer has a kernel for each channel that "
        "goes in, and 16 go in.",
        40 * 3 * 5: "That is one channel of 40 kernels: how many kernels has each of "
        "the two layers?",
        3 * 5 + 16 * 40: "The depthwise layer has a kernel for each channel, not one "
        "for all.",
        3 * 5 + 16 + 40: "Count kernel by kernel: how many values has one of the 1 x "
        "1?",
        16 * 3 * 5
        + 40: "A kernel of 1 x 1 reads all channels: how many values has it?",
        16 * 3 * 5 + 16: "The 1 x 1 has 40 kernels: that is one of them.",
        16 * 16 * 3 * 5 + 16 * 40: "A depthwise kernel reads one channel: it has 3 x 5 "
        "values.",
        16 * 3 * 5 + 40 * 3 * 5: "The second layer has kernels of 1 x 1, over all "
        "channels.",
        16 * (3 + 5) + 16 * 40: "A kernel of 3 x 5 has 3 * 5 values, not 3 + 5.",
        16 * 3 * 5 + 40 * 40: "The 1 x 1 reads the 16 channels that the depthwise "
        "layer makes.",
        3 * 5: "That is one kernel of the depthwise layer: how many has it, and what "
        "has the 1 x 1?",
        16 * 40 * 3 * 5 + 16 * 3 * 5: "The second layer has kernels of one pixel: they "
        "have no rows and columns.",
        16 * 40 * 3 * 5 + 16 * 40: "The first layer is depthwise: each of its kernels "
        "reads one channel.",
        16 * 3 * 3 + 16 * 40: "The kernel is 3 x 5, not 3 x 3.",
    },
)

WHAT_OUTPUT_PADDING_ADDS = PaperExercise(
    name="what_output_padding_adds",
    axes=(),
    answer=4,
    choices=4,
    mistakes={
        1: "Zeros between the pixels come from the stride: is the image's own size "
        "what is not known?",
        2: "It goes to one end only: what would an image be good for that has its "
        "middle moved?",
        3: "Does the layer forward tell 9 and 10 apart, by what comes out of it?",
    },
)

REACHED_ALIKE = PaperExercise(
    name="reached_alike",
    axes=(),
    answer=3,
    choices=4,
    mistakes={
        1: "An output at an even place is reached by the kernel's values 0 and 2: by "
        "which ones at an odd place?",
        2: "How many of five values lie at even places of the kernel, and how many at "
        "odd ones?",
        4: "Seven values are more, and still an odd number: one kind of place gets one "
        "more.",
    },
)

POSITION_IN_FILM = PaperExercise(
    name="position_in_film",
    axes=(),
    answer=(2 * 5 + 3) * 8 + 4,
    mistakes={
        2 * 40
        + 4 * 5
        + 3: "The column counts whole rows here, and the row single pixels.",
        (2 * 5 + 4) * 8 + 3: "Row and column are exchanged.",
        (3 * 5 + 2) * 8
        + 4: "Either frame and row are exchanged; or the frame is taken "
        "to go fastest, as in Fortran: here the column does.",
        2 * 5 + 3 * 8 + 4: "A frame is 5 rows long, and each of them has 8 pixels.",
        2 * 8 + 3 * 8 + 4: "A frame is more than a row: how many pixels has it?",
        2 * 6 * 8 + 3 * 8 + 4: "6 is the number of frames: how many rows has one?",
        3 * 8 + 4: "That is the place within its frame: how many pixels lie before the "
        "frame?",
        2 * 5 * 8: "There its frame begins: which row and column of it?",
        (2 * 5 + 3) * 8: "There its row begins: which column of it?",
        (3 * 5 + 4) * 8 + 5: "All three are counted from 0, the frame, too.",
        (2 * 5 + 3) * 8 + 5: "Columns are counted from 0.",
        (2 * 5 + 3) * 8 + 3: "Column 4 is counted from 0 already.",
        (2 * 5 + 2) * 8 + 4: "Row 3 is counted from 0 already.",
        (1 * 5 + 3) * 8 + 4: "Frame 2 is counted from 0 already.",
        (3 * 5 + 3) * 8 + 4: "Frames are counted from 0: how many lie before frame 2?",
        (2 * 5 + 4) * 8 + 4: "Rows are counted from 0: how many lie before row 3?",
        2 * 5 * 8 + 4: "There its frame begins, and the column is added: which row?",
        (1 * 5 + 2) * 8 + 3: "Frame, row and column are counted from 0 already.",
        (2 * 8 + 3) * 5 + 4: "The steps are exchanged: a row has 8 pixels, and a frame "
        "5 rows.",
        2 + 3 + 4: "Each axis has a step: how far is it to the next row?",
        2 * 3 * 4: "The axes are added, each with its step.",
        (2 * 5 + 3) * 5 + 4: "A row has 8 pixels, not 5.",
        6 * 5 * 8: "That is how many pixels there are.",
    },
)

MIRRORED_ROW = PaperExercise(
    name="mirrored_row",
    axes=(),
    answer=(2, 1, 0, 1, 2, 3, 4, 5, 4, 3),
    positions=True,
    mistakes={
        (1, 0, 0, 1, 2, 3, 4, 5, 5, 4): "That is np.pad's symmetric, which repeats the "
        "edge: reflect mirrors around the pixel at the edge.",
        (4, 5, 0, 1, 2, 3, 4, 5, 0, 1): "That is circular: it comes in again from the "
        "other end.",
        (0, 0, 0, 1, 2, 3, 4, 5, 5, 5): "That is the edge, repeated: a mirror goes on "
        "to its neighbours.",
        (-2, -1, 0, 1, 2, 3, 4, 5, 6, 7): "These are the places before the mirror: "
        "none of the outer four lies in the row.",
        (1, 2, 0, 1, 2, 3, 4, 5, 3, 4): "The outer places are in the wrong order: the "
        "nearest one mirrors the nearest.",
        (0, 1, 0, 1, 2, 3, 4, 5, 4, 5): "The outer two are the first two, as they are: "
        "a mirror turns them, around the pixel at the edge.",
        (
            1,
            2,
            0,
            1,
            2,
            3,
            4,
            5,
            4,
            3,
        ): "In front the outer two are in the wrong order.",
        (2, 1, 0, 1, 2, 3, 4, 5, 3, 4): "At the end the outer two are in the wrong "
        "order.",
        (2, 1, 0, 1, 2, 3, 4, 5): "Two more come at the end.",
        (0, 1, 2, 3, 4, 5, 4, 3): "Two more come in front.",
        (2, 1, 4, 3): "These are the outer ones: between them stands the row itself.",
        (1, 0, 1, 2, 3, 4, 5, 4): "There are two places on each side, not one.",
        (3, 2, 1, 0, 1, 2, 3, 4, 5, 4, 3, 2): "There are two places on each side, not "
        "three.",
        (0, 1, 2, 3, 4, 5): "That is the row without what is around it.",
        (5, 4, 3, 2, 1, 0): "The row itself is not mirrored: what is around it is.",
        (5, 4, 0, 1, 2, 3, 4, 5, 1, 0): "It is mirrored at the other end: in front the "
        "first pixels are seen, at the end the last.",
    },
)
