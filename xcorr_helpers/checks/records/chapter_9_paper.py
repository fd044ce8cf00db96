"""Chapter 9, on paper: the bytes of all windows."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def bytes_of_windows(answer: Any) -> Result:
    """Judge the bytes of all windows: images (10, 8, 9, 3), kernels (5, 2, 4, 3).

    Parameters
    ----------
    answer : int
        The bytes, in float32.

    Examples
    --------
    >>> result = bytes_of_windows(10080)
    bytes_of_windows: not 10080. So many values there are; each has four bytes.
    """
    return compare(BYTES_OF_WINDOWS, answer)


_TO_MULTIPLY = "Those are sizes: multiply them, and by the four bytes of a float32."

BYTES_OF_WINDOWS = PaperExercise(
    name="bytes_of_windows",
    axes=(),
    answer=40_320,
    mistakes={
        # The bytes of a value
        10_080: "So many values there are; each has four bytes.",
        20_160: "That is half: there are ten images, and a float32 has four bytes.",
        80_640: "That is twice as much: each value is there once, and a float32 has "
        "four bytes, not eight.",
        322_560: "Those are bits: a byte has eight of them.",
        # What a window is made of
        13_440: "A kernel reads every channel of its pixels.",
        3360: "A kernel reads every channel, and a float32 has four bytes.",
        1680: "Each window is counted as one value: a kernel has more.",
        420: "So many windows there are: each has 2 * 4 * 3 values of four bytes.",
        42: "So many placements has an image: each reads 2 * 4 * 3 values.",
        24: "So many values are in one window: how many windows has an image?",
        96: "That is one window: an image has one for each placement.",
        15_120: "The sizes of a window are to be multiplied, not added.",
        18_480: "Each of the window's 2 * 4 pixels has three channels: multiply.",
        67_200: "A window has as many values as one kernel: three channels, not five.",
        # How many placements there are
        69_120: "A window has to fit: there are fewer placements than pixels.",
        17_280: "A window has to fit: there are fewer placements than pixels. And each "
        "value has four bytes.",
        28_800: "The first placement needs no step: there is one more along each axis.",
        7200: "The first placement needs no step, and a float32 has four bytes.",
        34_560: "There is a row of placements more: the first needs no step.",
        33_600: "There is a column of placements more: the first needs no step.",
        53_760: "There is one placement too many along each axis.",
        46_080: "There is a row of placements too many.",
        47_040: "There is a column of placements too many.",
        38_400: "The kernel's height and width are exchanged: it has 2 rows.",
        103_680: "A window lies inside the image: some of these reach over its edge.",
        7680: "Windows overlap: the next one starts a single pixel further.",
        12_480: "Rows and columns of placements are to be multiplied, not added.",
        120_960: "A placement takes all channels: they are in the window.",
        # How often they are there
        4032: "That is one image: each has windows of its own.",
        1008: "Those are one image's values: there are ten, and each has four bytes.",
        8064: "That is the index, in eight bytes a position: count the windows of "
        "ten images, in float32.",
        960: "One window of each image is counted: it has one for each placement.",
        201_600: "The windows are the same for every kernel.",
        50_400: "They are the same for every kernel, and a float32 has four bytes.",
        # Other arrays
        8640: "Those are the images: each pixel stands in several windows.",
        2160: "Those are the values of the images: count their windows, and in bytes.",
        8400: "Those are the results: what do the kernels read for them?",
        2100: "So many results there are: what do the kernels read for them?",
        480: "Those are the kernels: what do they read?",
        48_960: "The images are counted, too: only their windows are asked for.",
        40_800: "The kernels are counted, too: only the windows are asked for.",
        48_720: "The results are counted, too: only the windows are asked for.",
        49_440: "Images and kernels are counted, too: only the windows are asked for.",
        57_360: "Images and results are counted, too: only the windows are asked for.",
        57_840: "Images, kernels and results are counted, too: only the windows are "
        "asked for.",
        # How it is told
        -40_320: "A number of bytes has no minus.",
        40.32: "Those are kilobytes: tell it in bytes.",
        40: "Those are kilobytes, and rounded: tell it in bytes.",
        39.375: "Those are kibibytes, of 1,024 bytes: tell it in bytes.",
        39: "Those are kibibytes, of 1,024 bytes, and rounded: tell it in bytes.",
        0.04032: "Those are megabytes: tell it in bytes.",
        (42, 24): "That is the shape of the index. How many bytes are all windows?",
        (420, 24): "That is the shape of all windows. How many bytes are they?",
        (10, 42, 24): "That is the shape of all windows. How many bytes are they?",
        (10, 42, 24, 4): _TO_MULTIPLY,
        (420, 24, 4): _TO_MULTIPLY,
        (10, 7, 6, 24): _TO_MULTIPLY,
        (10, 7, 6, 24, 4): _TO_MULTIPLY,
        (10, 7, 6, 2, 4, 3): _TO_MULTIPLY,
        (10, 7, 6, 2, 4, 3, 4): _TO_MULTIPLY,
    },
)
