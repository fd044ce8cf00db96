"""What readers do wrong where the least seconds are asked for."""

from __future__ import annotations

import math

import numpy as np

from .chapter_9_seconds_times import (
    CHOICES,
    TIMES,
    TURNED,
    Known,
    in_other_units,
    of_two,
)

# In these, b and o are the bytes and the operations, w and p bandwidth and peak.
_RATES: tuple[Known, ...] = (
    (
        "bandwidth and peak are exchanged: the bandwidth counts bytes a second",
        lambda b, o, w, p: max(b / p, o / w),
    ),
    (
        "the operations, too, are divided by the bandwidth: theirs is the peak",
        lambda b, o, w, p: max(b, o) / w,
    ),
    (
        "the bytes, too, are divided by the peak: theirs is the bandwidth",
        lambda b, o, w, p: max(b, o) / p,
    ),
    (
        "the bytes are multiplied by the bandwidth: / bandwidth tells how long they "
        "take",
        lambda b, o, w, p: max(b * w, o / p),
    ),
    (
        "the operations are multiplied by the peak: / peak tells how long they take",
        lambda b, o, w, p: max(b / w, o * p),
    ),
    (
        "the bytes are not divided by the bandwidth: they are no seconds yet",
        lambda b, o, w, p: max(b, o / p),
    ),
    (
        "the operations are not divided by the peak: they are no seconds yet",
        lambda b, o, w, p: max(b / w, o),
    ),
    (
        "this is the larger count, without any rate: divide each by its own",
        lambda b, o, w, p: max(b, o),
    ),
    (
        "bytes and operations are added, and so are the rates: each pair has a time of "
        "its own",
        lambda b, o, w, p: (b + o) / (w + p),
    ),
    (
        "bytes and operations are added: each has a rate of its own",
        lambda b, o, w, p: (b + o) / w,
    ),
    (
        "bytes and operations are added: each has a rate of its own",
        lambda b, o, w, p: (b + o) / p,
    ),
    (
        "bytes and operations are added, and divided by the smaller rate: each has its "
        "own",
        lambda b, o, w, p: (b + o) / min(w, p),
    ),
    (
        "bytes and operations are added, and divided by the larger rate: each has its "
        "own",
        lambda b, o, w, p: (b + o) / max(w, p),
    ),
    (
        "the larger count is divided by the larger rate: divide first, each by its own "
        "rate",
        lambda b, o, w, p: max(b, o) / max(w, p),
    ),
    (
        "the larger count is divided by the smaller rate: divide first, each by its "
        "own rate",
        lambda b, o, w, p: max(b, o) / min(w, p),
    ),
)
_OTHERS: tuple[Known, ...] = (
    (
        "these are the operations a second that the roof allows: the seconds are asked "
        "for",
        lambda b, o, w, p: o / max(b / w, o / p),
    ),
    (
        "these are bytes a second: the seconds are asked for",
        lambda b, o, w, p: b / max(b / w, o / p),
    ),
    (
        "these are the operations for each byte: the seconds are asked for",
        lambda b, o, w, p: o / b,
    ),
    (
        "these are the bytes for each operation: the seconds are asked for",
        lambda b, o, w, p: b / o,
    ),
    (
        "this is the place of the roof's corner, of the machine alone: the seconds are "
        "asked for",
        lambda b, o, w, p: p / w,
    ),
    (
        "the bytes are counted twice: n_bytes are all that it moves, read and written",
        lambda b, o, w, p: max(2 * b / w, o / p),
    ),
    (
        "the operations are counted twice: n_operations are all, additions, too",
        lambda b, o, w, p: max(b / w, 2 * o / p),
    ),
    (
        "everything is doubled: the longer time is taken once",
        lambda b, o, w, p: 2 * max(b / w, o / p),
    ),
    (
        "everything is halved: the machine does both at once, and the longer time "
        "counts",
        lambda b, o, w, p: max(b / w, o / p) / 2,
    ),
    *(
        (
            f"the bytes are multiplied by {factor}: n_bytes are bytes already, and the "
            "bandwidth counts bytes",
            lambda b, o, w, p, factor=factor: max(b * factor / w, o / p),
        )
        for factor in (4, 8)
    ),
    *(
        (
            f"the bytes are divided by {factor}: the bandwidth counts bytes, too",
            lambda b, o, w, p, factor=factor: max(b / factor / w, o / p),
        )
        for factor in (4, 8)
    ),
    (
        "the fraction of a second is dropped: // and int(...) do so, and / keeps it",
        lambda b, o, w, p: int(max(b / w, o / p)),
    ),
    (
        "the seconds are rounded to a whole number: leave them as they are",
        lambda b, o, w, p: round(max(b / w, o / p)),
    ),
    (
        "the seconds are rounded up to a whole number: leave them as they are",
        lambda b, o, w, p: math.ceil(max(b / w, o / p)),
    ),
    *(
        (
            "the seconds are rounded to a few digits: leave them as they are",
            lambda b, o, w, p, digits=digits: round(max(b / w, o / p), digits),
        )
        for digits in (1, 2, 3, 4)
    ),
    (
        "// drops a fraction of the bytes' time: / keeps it",
        lambda b, o, w, p: max(b // w, o / p),
    ),
    (
        "// drops a fraction of the operations' time: / keeps it",
        lambda b, o, w, p: max(b / w, o // p),
    ),
    (
        "bandwidth and peak are the example's, 10 and 60, whatever is given",
        lambda b, o, w, p: max(b / 10, o / 60),
    ),
    (
        "both times are returned: compare them, and return the longer one",
        lambda b, o, w, p: (b / w, o / p),
    ),
    (
        "both times are returned, the operations' first: return the longer one",
        lambda b, o, w, p: (o / p, b / w),
    ),
    (
        "both times are returned, in order of size: the last one is asked for",
        lambda b, o, w, p: sorted((b / w, o / p)),
    ),
    (
        "both times are returned, in order of size: the first one is asked for",
        lambda b, o, w, p: sorted((b / w, o / p), reverse=True),
    ),
    (
        "the longer time comes in a list or an array with an axis: take it out",
        lambda b, o, w, p: [max(b / w, o / p)],
    ),
    (
        "this says which of the two takes longer, and not how long it takes",
        lambda b, o, w, p: np.argmax([b / w, o / p]),
    ),
    (
        "this says which of the two is done first: how long does the other take?",
        lambda b, o, w, p: np.argmin([b / w, o / p]),
    ),
    (
        "np.max takes its second argument for an axis: max(a, b) or np.maximum(a, b)",
        lambda b, o, w, p: np.max(b / w, o / p),
    ),
    (
        "max is given one number: it compares two, with a comma between them",
        lambda b, o, w, p: max(b / w + o / p),
    ),
)


MISTAKES: tuple[Known, ...] = (
    *TIMES,
    *TURNED,
    *_RATES,
    *CHOICES,
    *_OTHERS,
    *in_other_units(),
    *of_two(),
)
