"""What the explorer's scripts take from the judges: first cases, and words."""

import numpy as np

from xcorr_helpers.checks.records.chapter_2_image import CORRELATE_IMAGE
from xcorr_helpers.checks.records.chapter_2_window import WINDOW_INDEX
from xcorr_helpers.checks.records.chapter_3_apply import APPLY_KERNELS
from xcorr_helpers.checks.records.chapter_4_window import WINDOW_WITH_CHANNELS
from xcorr_helpers.checks.records.chapter_6_conv2d import CONV2D
from xcorr_helpers.checks.records.chapter_6_offsets import STRIDED_OFFSETS
from xcorr_helpers.checks.records.chapter_6_window import DILATED_WINDOW
from xcorr_helpers.checks.records.chapter_7_to_image import INPUT_GRADIENT
from xcorr_helpers.checks.records.chapter_10_strips import CORRELATE_IN_STRIPS

# What is said of a window known to be wrong: the judge, and how its words begin.
STEP = "the row step must be the image's width, {image_shape[1]}"
WORDS = {
    "byHeight": (WINDOW_INDEX, f"{STEP}, not its height"),
    "noJump": (WINDOW_INDEX, f"{STEP}, not the kernel's, "),
    "sides": (
        WINDOW_INDEX,
        "the kernel's height and width are exchanged: a kernel row",
    ),
    "right": (WINDOW_WITH_CHANNELS, "this is the window a pixel further to the right"),
    "down": (WINDOW_WITH_CHANNELS, "this is the window a row further down"),
    "fromOne": (WINDOW_WITH_CHANNELS, "rows and columns are counted from 1"),
    "channels": (WINDOW_WITH_CHANNELS, "the channels are left out"),
    "stride": (STRIDED_OFFSETS, "the stride is left out"),
    "dilation": (DILATED_WINDOW, "the dilation is left out"),
    "padding": (CONV2D, "the padding is left out"),
}


def words(exercise, start):
    """Return a judge's words on a mistake; of several that begin so, the shortest."""
    texts = [text for text, _ in exercise.mistakes if isinstance(text, str)]
    return min((text for text in texts if text.startswith(start)), key=len)


def example(image, kernel, /, **arrays):
    """Return an example's sizes, and its arrays as lists, by their names there."""
    names = ("height", "width", "kernelHeight", "kernelWidth")
    sizes = dict(zip(names, image.shape + kernel.shape))
    return sizes | {name: array.ravel().tolist() for name, array in arrays.items()}


def transposed():
    """Return the small image that a layer makes larger, its kernel and its stride."""
    image = np.arange(1, 7).reshape(2, 3)
    kernel = np.add.outer(10 * np.arange(3), np.arange(4))
    return example(image, kernel, gradient=image, kernel=kernel) | {"stride": 2}


def records():
    """Return what the explorer's scripts take from the judges: their first cases."""
    image, kernel = CORRELATE_IMAGE.cases[0]
    gradient = INPUT_GRADIENT.cases[0][0]
    first_kernels = APPLY_KERNELS.cases[0][1][:3]
    return {
        "toy": example(image, kernel, image=image, kernel=kernel, gradient=gradient),
        "threeKernels": {"kernels": 3, "kernel": first_kernels.ravel().tolist()},
        "words": {name: words(*place) for name, place in WORDS.items()},
        "transposed": transposed(),
        "ofChapter10": CORRELATE_IN_STRIPS.cases[0][1].ravel().tolist(),
    }
