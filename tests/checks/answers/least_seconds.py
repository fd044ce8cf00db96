"""Answers to least_seconds: wrong ones by their slip, and right ones."""

import math

import numpy as np

from tests.checks.labels import named, right

notebook_bandwidth, notebook_peak = 10.0, 236.0


@named("the two times are added: the machine does both at once, so")
def adds_both(n_bytes, n_operations, bandwidth, peak):
    """The two times are added, as if one went on after the other."""
    return n_bytes / bandwidth + n_operations / peak


@named("the two times are added: the machine does both at once, so")
def adds_both_by_sum(n_bytes, n_operations, bandwidth, peak):
    """The two times are summed, as if one went on after the other."""
    return sum(n / rate for n, rate in zip((n_bytes, n_operations), (bandwidth, peak)))


@named("this is the shorter of the two times, on either side of the")
def takes_min(n_bytes, n_operations, bandwidth, peak):
    """The faster of the two decides."""
    return min(n_bytes / bandwidth, n_operations / peak)


@named("this is the shorter of the two times, on either side of the")
def takes_first_sorted(n_bytes, n_operations, bandwidth, peak):
    """Of the sorted times the first is taken, which is the shorter one."""
    return sorted([n_bytes / bandwidth, n_operations / peak])[0]


@named("only the bytes are in it: where they are few, the")
def bytes_only(n_bytes, n_operations, bandwidth, peak):
    """The operations are forgotten."""
    return n_bytes / bandwidth


@named("bandwidth and peak are exchanged: the bandwidth counts")
def rates_exchanged(n_bytes, n_operations, bandwidth, peak):
    """Bandwidth and peak are exchanged."""
    return max(n_bytes / peak, n_operations / bandwidth)


@named("the bytes, too, are divided by the peak: theirs is the")
def both_by_peak(n_bytes, n_operations, bandwidth, peak):
    """The bytes, too, are divided by the peak."""
    return max(n_bytes / peak, n_operations / peak)


@named("the rates are divided by the counts: seconds are counts /")
def upside_down(n_bytes, n_operations, bandwidth, peak):
    """The rates are divided by the counts, in place of the counts by the rates."""
    return max(bandwidth / n_bytes, peak / n_operations)


@named("the counts are multiplied by the rates: / a rate tells how")
def multiplies(n_bytes, n_operations, bandwidth, peak):
    """The counts are multiplied by the rates."""
    return max(n_bytes * bandwidth, n_operations * peak)


@named("this is the mean of the two times: the longer one counts")
def mean_of_both_by_numpy(n_bytes, n_operations, bandwidth, peak):
    """np.mean averages the two times."""
    return np.mean([n_bytes / bandwidth, n_operations / peak])


@named("one time is taken off the other: the longer one is asked")
def difference_of_both(n_bytes, n_operations, bandwidth, peak):
    """The shorter time is taken off the longer one."""
    return abs(n_bytes / bandwidth - n_operations / peak)


@named("bytes and operations are added, and so are the rates: each")
def rates_added_up(n_bytes, n_operations, bandwidth, peak):
    """Both counts are added, and divided by the sum of both rates."""
    return (n_bytes + n_operations) / (bandwidth + peak)


@named("the times are put together like the sides of a right angle:")
def hypotenuse(n_bytes, n_operations, bandwidth, peak):
    """The times are put together like the sides of a right angle."""
    return math.hypot(n_bytes / bandwidth, n_operations / peak)


@named("the larger count is divided by the larger rate: divide")
def largest_by_largest(n_bytes, n_operations, bandwidth, peak):
    """The larger count is divided by the larger rate, whichever they belong to."""
    return max(n_bytes, n_operations) / max(bandwidth, peak)


@named("the larger count is divided by the smaller rate: divide")
def largest_by_smallest(n_bytes, n_operations, bandwidth, peak):
    """The larger count is divided by the smaller rate, whichever they belong to."""
    return max(n_bytes, n_operations) / min(bandwidth, peak)


@named("the smaller rate decides, whatever there is to do: compare")
def smaller_rate_decides(n_bytes, n_operations, bandwidth, peak):
    """The smaller rate decides, whatever there is to do."""
    return n_bytes / bandwidth if bandwidth < peak else n_operations / peak


@named("bytes for each operation are compared with peak /")
def ridge_upside_down(n_bytes, n_operations, bandwidth, peak):
    """Bytes an operation are held against the machine's operations a byte."""
    if n_bytes / n_operations < peak / bandwidth:
        return n_bytes / bandwidth
    return n_operations / peak


@named("the fraction of a second is dropped: // and int(...) do so,")
def whole_seconds(n_bytes, n_operations, bandwidth, peak):
    """Floor division drops the fraction of a second."""
    return max(n_bytes // bandwidth, n_operations // peak)


@named("the fraction of a second is dropped: // and int(...) do so,")
def truncated(n_bytes, n_operations, bandwidth, peak):
    """int cuts the seconds down to a whole number."""
    return int(max(n_bytes / bandwidth, n_operations / peak))


@named("the seconds are rounded up to a whole number: leave them as")
def rounded_up(n_bytes, n_operations, bandwidth, peak):
    """The seconds are rounded up to a whole number."""
    return max(math.ceil(n_bytes / bandwidth), math.ceil(n_operations / peak))


@named("these are the operations for each byte: the seconds are")
def intensity(n_bytes, n_operations, bandwidth, peak):
    """The operations for each byte are returned, and not the time."""
    return n_operations / n_bytes


@named("the bytes are counted twice: n_bytes are all that it moves,")
def moves_twice(n_bytes, n_operations, bandwidth, peak):
    """The bytes are counted twice, as read and as written."""
    return max(2 * n_bytes / bandwidth, n_operations / peak)


@named("the bytes are multiplied by 4: n_bytes are bytes already,")
def values_for_bytes(n_bytes, n_operations, bandwidth, peak):
    """The bytes are taken for values of four bytes."""
    return max(4 * n_bytes / bandwidth, n_operations / peak)


@named("the rates are not billions a second: they are given as they")
def rates_in_billions(n_bytes, n_operations, bandwidth, peak):
    """The rates are taken to be billions a second."""
    return max(n_bytes / (bandwidth * 1e9), n_operations / (peak * 1e9))


@named("the operations are not divided by the peak: they are no")
def peak_forgotten(n_bytes, n_operations, bandwidth, peak):
    """The operations are not divided by the peak."""
    return max(n_bytes / bandwidth, n_operations)


@named("both times are returned: compare them, and return the")
def both_times(n_bytes, n_operations, bandwidth, peak):
    """Both times are returned, and none is chosen."""
    return n_bytes / bandwidth, n_operations / peak


@named("this says which of the two takes longer, and not how long")
def which_one(n_bytes, n_operations, bandwidth, peak):
    """np.argmax tells which of the two takes longer, and not how long."""
    return np.argmax([n_bytes / bandwidth, n_operations / peak])


@named("np.max takes its second argument for an axis: max(a, b) or")
def second_time_as_axis(n_bytes, n_operations, bandwidth, peak):
    """np.max takes its second argument for an axis, and fails."""
    return np.max(n_bytes / bandwidth, n_operations / peak)


@named("max is given one number: it compares two, with a comma")
def max_of_one_number(n_bytes, n_operations, bandwidth, peak):
    """max is given a single number, a sum, and fails."""
    return max(n_bytes / bandwidth + n_operations / peak)


@named("it reads `notebook_bandwidth` of the notebook")
def rates_of_the_notebook(n_bytes, n_operations, bandwidth, peak):
    """The rates measured in the notebook are read in place of the arguments."""
    return max(n_bytes / notebook_bandwidth, n_operations / notebook_peak)


@named("float16 holds three digits only")
def half_precision(n_bytes, n_operations, bandwidth, peak):
    """The times are kept in float16, with three digits."""
    times = np.array([n_bytes / bandwidth, n_operations / peak], np.float16)
    return times.max()


@named("nothing is returned where the operations take longer:")
def only_if_bytes_are_slower(n_bytes, n_operations, bandwidth, peak):
    """Nothing is returned where the operations take longer."""
    if n_bytes / bandwidth > n_operations / peak:
        return n_bytes / bandwidth


@named("waits for the longer one; and // or int(...) drops its")
def min_and_whole_seconds(n_bytes, n_operations, bandwidth, peak):
    """The faster one decides, and floor division drops the fraction."""
    return min(n_bytes // bandwidth, n_operations // peak)


@named("so the longer one counts; and it is rounded")
def adds_and_rounds(n_bytes, n_operations, bandwidth, peak):
    """The times are added, and rounded to a whole number."""
    return round(n_bytes / bandwidth + n_operations / peak)


@right
def right_by_if(n_bytes, n_operations, bandwidth, peak):
    """An if picks the longer time."""
    moving = n_bytes / bandwidth
    computing = n_operations / peak
    if moving > computing:
        return moving
    return computing


@right
def right_by_maximum(n_bytes, n_operations, bandwidth, peak):
    """np.maximum gives a np.float64."""
    return np.maximum(n_bytes / bandwidth, n_operations / peak)


@right
def right_by_sorting(n_bytes, n_operations, bandwidth, peak):
    """The times are sorted, and the last is taken."""
    return sorted((n_operations / peak, n_bytes / bandwidth))[-1]


@right
def right_by_arrays(n_bytes, n_operations, bandwidth, peak):
    """Two arrays are divided, and their maximum taken."""
    return (np.array([n_bytes, n_operations]) / [bandwidth, peak]).max()
