"""Answers to strip_width: wrong ones by their slip, and right ones."""

import numpy as np

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices


@named("neither stride nor dilation is in it")
def both_left_out(t, kernel_width, stride, dilation):
    """Stride and dilation are left out."""
    return t + kernel_width - 1


@named("the stride is left out: the windows start")
def stride_left_out(t, kernel_width, stride, dilation):
    """The stride is left out."""
    return t - 1 + (kernel_width - 1) * dilation + 1


@named("the dilation is left out: a kernel's columns lie")
def dilation_left_out_of_the_reads(t, kernel_width, stride, dilation):
    """The columns are listed, but each window has neighbouring ones."""
    reads = [j * stride + i for j in range(t) for i in range(kernel_width)]
    return max(reads) - min(reads) + 1


@named("stride and dilation are exchanged, or t and kernel_width: t")
def stride_and_dilation_exchanged(t, kernel_width, stride, dilation):
    """Stride and dilation are exchanged."""
    return (t - 1) * dilation + (kernel_width - 1) * stride + 1


@named("off by one: the first pixel and the last are both counted")
def ends_not_counted(t, kernel_width, stride, dilation):
    """The last column is returned: the first is not counted."""
    return (t - 1) * stride + (kernel_width - 1) * dilation


@named("off by one: the 1 for the first pixel is added twice")
def one_too_many(t, kernel_width, stride, dilation):
    """1 is added twice, once for the outputs and once for the kernel."""
    outputs = (t - 1) * stride + 1
    kernel = (kernel_width - 1) * dilation + 1
    return outputs + kernel


@named("there are t whole strides in it, or a range of starts")
def one_stride_too_many_for_all(t, kernel_width, stride, dilation):
    """Each output takes a whole stride, the last one, too."""
    return t * stride + (kernel_width - 1) * dilation


@named("each kernel value is given a whole dilation, the last one,")
def kernel_as_wide_as_its_dilations(t, kernel_width, stride, dilation):
    """Each kernel value takes a whole dilation, the last one, too."""
    return (t - 1) * stride + kernel_width * dilation


@named("neither is lessened by one: there are t - 1 strides, and")
def nothing_taken_off(t, kernel_width, stride, dilation):
    """Neither number is lessened by one."""
    return t * stride + kernel_width * dilation


@named("t + kernel_width - 1 is multiplied by both: a stride")
def plain_width_times_both(t, kernel_width, stride, dilation):
    """The plain width is multiplied by the stride and the dilation."""
    return (t + kernel_width - 1) * stride * dilation


@named("t + kernel_width - 1 is multiplied by the dilation: it")
def plain_width_times_dilation(t, kernel_width, stride, dilation):
    """The plain width is multiplied by the dilation, and the stride left out."""
    return (t + kernel_width - 1) * dilation


@named("the stride is counted in dilated steps: it is in pixels,")
def stride_in_dilations(t, kernel_width, stride, dilation):
    """The stride is counted in dilated steps."""
    return ((t - 1) * stride + kernel_width - 1) * dilation + 1


@named("a dilation of ")
def dilation_as_zeros_between(t, kernel_width, stride, dilation):
    """The dilation is taken for the number of pixels left out between two."""
    return (t - 1) * stride + (kernel_width - 1) * (dilation + 1) + 1


@named("only the holes between kernel columns are counted: a step")
def only_the_holes(t, kernel_width, stride, dilation):
    """Only the holes of the dilated kernel are counted, and not its values."""
    return (t - 1) * stride + (kernel_width - 1) * (dilation - 1) + 1


@named("only pixels that are read are counted: those in between")
def columns_read(t, kernel_width, stride, dilation):
    """The columns that are read are counted, without those in between."""
    reads = {j * stride + i * dilation for j in range(t) for i in range(kernel_width)}
    return len(reads)


@named("pixels that several windows read are counted several times")
def columns_read_more_than_once(t, kernel_width, stride, dilation):
    """Each column is counted as often as it is read."""
    reads = np.arange(t)[:, None] * stride + np.arange(kernel_width) * dilation
    return reads.size


@named("this puts the windows side by side: neighbouring windows")
def windows_side_by_side(t, kernel_width, stride, dilation):
    """The windows are laid side by side, and share nothing."""
    return t * ((kernel_width - 1) * dilation + 1)


@named("this puts the windows side by side, each with its stride:")
def windows_side_by_side_by_stride(t, kernel_width, stride, dilation):
    """The windows are laid side by side, and each gets its stride, too."""
    return t * (stride + (kernel_width - 1) * dilation)


@named("this is the formula for outputs, which divides by the")
def outputs_of_a_row(t, kernel_width, stride, dilation):
    """The outputs of a row of t pixels are counted: the formula the other way round."""
    return (t - (kernel_width - 1) * dilation - 1) // stride + 1


@named("the dilation divides: a dilation makes a window wider")
def dilation_divides(t, kernel_width, stride, dilation):
    """The dilation divides where it should multiply."""
    return (t - 1) * stride + (kernel_width - 1) // dilation + 1


@named("outputs' and window's widths are multiplied: the columns")
def product_of_both(t, kernel_width, stride, dilation):
    """The width of the outputs and that of the window are multiplied."""
    return ((t - 1) * stride + 1) * ((kernel_width - 1) * dilation + 1)


@named("this is the window of one output: the others lie further")
def one_output_only(t, kernel_width, stride, dilation):
    """The window of one output is returned, whatever t is."""
    return (kernel_width - 1) * dilation + 1


@named("a strip of one output is wide, too: its window is dilated")
def dilation_left_out_for_one_output(t, kernel_width, stride, dilation):
    """A strip of one output is taken for an undilated window."""
    if t == 1:
        return kernel_width
    return (t - 1) * stride + (kernel_width - 1) * dilation + 1


@named("the strip always has four outputs in it: it has t")
def four_outputs(t, kernel_width, stride, dilation):
    """The four outputs of the chapter's strip are written as a number."""
    return 3 * stride + (kernel_width - 1) * dilation + 1


@named("the dilation is multiplied in twice")
def dilation_squared(t, kernel_width, stride, dilation):
    """The dilation is applied twice."""
    window = np.arange(0, kernel_width * dilation, dilation) * dilation
    return (t - 1) * stride + window[-1] + 1


@named("the stride is multiplied in twice")
def stride_squared(t, kernel_width, stride, dilation):
    """The stride is applied twice."""
    starts = [j * stride for j in range(0, t * stride, stride)]
    return starts[-1] + (kernel_width - 1) * dilation + 1


@named("these are the first column and the last: how many are there")
def first_and_last(t, kernel_width, stride, dilation):
    """The first and the last column are returned, and not the width."""
    return 0, (t - 1) * stride + (kernel_width - 1) * dilation


@named("these are the columns that are read: the last less the")
def columns_as_array(t, kernel_width, stride, dilation):
    """The columns that are read are returned as an array."""
    window = np.arange(kernel_width) * dilation
    return np.unique(np.add.outer(np.arange(t) * stride, window))


@named("the strip that is asked about is too narrow: it is as wide")
def index_of_a_plain_strip(t, kernel_width, stride, dilation):
    """The index is asked of a strip as narrow as without stride and dilation."""
    strip = 1, t + kernel_width - 1
    reads = correlation_indices(
        strip, (1, kernel_width), stride=(1, stride), dilation=(1, dilation)
    )
    return reads.max() + 1


@named("did you return it?")
def printed(t, kernel_width, stride, dilation):
    """The width is printed, and not returned."""
    print((t - 1) * stride + (kernel_width - 1) * dilation + 1)


@named("the dilation is left out; and there are t whole strides")
def no_dilation_and_a_stride_too_many(t, kernel_width, stride, dilation):
    """The dilation is left out, and there is one stride too many."""
    return t * stride + kernel_width - 1


@named("dilation are exchanged; and neither is lessened by one")
def exchanged_and_nothing_taken_off(t, kernel_width, stride, dilation):
    """Stride and dilation are exchanged, and neither number is lessened by one."""
    return t * dilation + kernel_width * stride


@right
def right_by_reads(t, kernel_width, stride, dilation):
    """All columns are listed, and the first taken off the last."""
    reads = [j * stride + i * dilation for j in range(t) for i in range(kernel_width)]
    return max(reads) - min(reads) + 1


@right
def right_by_outer_sum(t, kernel_width, stride, dilation):
    """np.add.outer lists the columns, and np.ptp spans them, as a np.int64."""
    reads = np.add.outer(np.arange(t) * stride, np.arange(kernel_width) * dilation)
    return np.ptp(reads) + 1


@right
def right_by_loop(t, kernel_width, stride, dilation):
    """Starting from one pixel, each step widens the strip."""
    span = 1
    for _ in range(1, t):
        span += stride
    for _ in range(1, kernel_width):
        span += dilation
    return span


@right
def right_by_recursion(t, kernel_width, stride, dilation):
    """A strip is one output shorter, and a stride."""
    if t > 1:
        rest = right_by_recursion(t - 1, kernel_width, stride, dilation)
        return rest + stride
    return dilation * (kernel_width - 1) + 1
