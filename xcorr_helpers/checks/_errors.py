"""Say what Python's own errors mean where an index is built."""

from __future__ import annotations

import linecache
import re
from types import FunctionType
from typing import Any

from ._elsewhere import Elsewhere

ADVICE = (
    (
        r"image_shape \S.* and kernel_shape \S.* must have the same number of axes",
        "one of the two has channels, and the other has none: if the image has them, "
        "the kernel's shape is (kernel_height, kernel_width, channels)",
    ),
    (
        r"must have as many channels as images",
        "channels go last, in images and in kernels: PyTorch has them second, and "
        ".transpose(0, 2, 3, 1) moves them, in each of the two that has them so",
    ),
    (
        r"'NoneType' object (?:has no attribute|is not (?:subscriptable|iterable))|"
        r"unsupported operand type\(s\) for .*'NoneType'",
        "something is None here: np.add.at, .sort() and .append() change what they are "
        "given and return None, so each stands in a line of its own",
    ),
    (
        r"Cannot cast ufunc '\w+' output from dtype\('float\d+'\) to "
        r"dtype\('u?int\d+'\)",
        "the target holds whole numbers only: np.zeros without dtype=int holds floats",
    ),
    (
        r"array is not broadcastable to correct shape",
        "np.add.at takes an amount for each position: index and amounts differ in "
        "their shapes",
    ),
    (
        r"operands could not be broadcast together with shapes "
        r"\((\d+),\) ?\((\d+),\)",
        "{0} numbers beside {1}: with x[:, None] the first stand in a column, and "
        "each meets each",
    ),
    (
        r"operands could not be broadcast together with shapes (\(.*?\)) ?(\(.*?\))",
        "axes meet from the last one on, and {0} and {1} do not: one of them lacks an "
        "axis (None), or is turned (.T)",
    ),
    (
        r"could not be broadcast together with remapped shapes \[original->remapped\]: "
        r"(\([^)]*\))\S* (\([^)]*\))",
        "an axis with one letter has two lengths in {0} and {1}: is one of them cut "
        "too long, or are its axes in another order?",
    ),
    (
        r"array split does not result in an equal division",
        "np.split cuts into equal parts, along axis 0 unless it is told another: is it "
        "the axis that is to be divided?",
    ),
    (
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        "what is put in has the shape {0}, and its place has {1}: is one of them cut "
        "too long or too short, or are its axes in another order?",
    ),
    (
        r"shape-mismatch for sum",
        "two arrays differ in length where their products are added: is a window cut "
        "too long, or are their axes in another order?",
    ),
    (
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        "@ adds over the last axis of the left and the last but one of the right, and "
        "{1} is not {0}: is one of them turned (.T), or a kernel not made flat?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis 0 with size (\d+)",
        "there are {1} along axis 0, numbered from 0: is it image.ravel() that flat "
        "positions are meant for?",
    ),
    (
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        "there are {2} along axis {1}, numbered from 0",
    ),
    (
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were",
        "an array of {0} axes takes no {1} indices",
    ),
    (
        r"cannot reshape array of size (\d+) into shape (\(.*\))",
        "a reshape moves no number and drops none: {0} do not fill {1}",
    ),
    (
        r"too many values to unpack \(expected (\d+)",
        "a shape here has more than {0} sizes",
    ),
    (
        r"not enough values to unpack \(expected (\d+), got (\d+)",
        "a shape here has {1} sizes, not {0}",
    ),
    (
        r"only integer scalar arrays|only integers, slices|arrays used as indices must "
        r"be of integer|'float' object cannot be interpreted as an integer",
        "a position is a whole number: // divides without a rest, / gives floats",
    ),
)


def advice(error: BaseException) -> str:
    """Tell what an error most likely means here; empty where nothing is known."""
    text = " ".join(str(error).split())
    for pattern, said in ADVICE:
        if found := re.search(pattern, text):
            return said.format(*found.groups())
    return ""


def failed_line(error: BaseException, function: Any) -> str:
    """Return the innermost line of the function's own file that an error went through.

    Empty where there is no code to be seen, as in a function that is built in.
    """
    line = ""
    if issubclass(type(function), Elsewhere):
        return str(function.failed_line)
    if type(function) is not FunctionType:
        return line
    file, at = function.__code__.co_filename, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == file:
            line = linecache.getline(file, at.tb_lineno).strip()
        at = at.tb_next
    return line
