"""Who takes part in what: each way to correlate, by the name that results use."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xcorr_helpers._engine.band_width import best_t

from . import ways
from .cases import SMALLEST, Case, band_widths, geometry_of


class Contender(NamedTuple):
    name: str
    prepare: ways.Way
    copies_windows: bool = False  # holds all windows at once
    copies_index: bool = False  # and the index of an image's
    always: bool = False  # timed even where it takes long

    def copied_bytes(self, case: Case, itemsize: int) -> int:
        values = case.multiplications // case.kernels[0]
        index = values // case.images[0] * np.dtype(np.intp).itemsize
        return values * itemsize * self.copies_windows + index * self.copies_index


LOOP = Contender("definition loop", ways.definition, always=True)
GATHER_WHOLE = Contender("gather whole", ways.gather_whole, True, copies_index=True)
INDEX = Contender("index", ways.ours("index"))
BANDS = Contender("bands", ways.ours("bands"))
CORRELATE = Contender("correlate", ways.ours("auto"))
TENSORDOT = Contender("tensordot", ways.tensordot, copies_windows=True)
SHIFT_AND_ADD = Contender("shift and add", ways.shift_and_add)
EINSUM = Contender("einsum", ways.einsum)
CORRELATE2D = Contender("correlate2d", ways.correlate2d_loops, always=True)
CORRELATE2D_ONCE = Contender(CORRELATE2D.name, ways.correlate2d_once)
FFT = (
    Contender("fftconvolve", ways.fourier("fftconvolve")),
    Contender("oaconvolve", ways.fourier("oaconvolve")),
)
PYTORCH = (
    Contender("PyTorch", ways.pytorch(channels_last=False)),
    Contender("PyTorch channels_last", ways.pytorch(channels_last=True)),
)


def bands_name(t: int) -> str:
    return f"bands t={t}"


def chosen_t(case: Case, dtype: str) -> int:
    geometry = geometry_of(case.images, case.kernels)
    return best_t(geometry, case.kernels[0], np.dtype(dtype).itemsize)


def of_case(case: Case) -> list[Contender]:
    return [
        CORRELATE,
        *PYTORCH,
        INDEX,
        TENSORDOT,
        SHIFT_AND_ADD,
        GATHER_WHOLE,
        CORRELATE2D,
        *FFT,
        *([LOOP, EINSUM] if case is SMALLEST else []),
    ]


def of_kept_memory(case: Case, dtype: str) -> list[Contender]:
    """List those that are timed once more where freed memory is kept."""
    widths = band_widths(case.out[2], chosen_t(case, dtype))
    return [
        CORRELATE,
        *PYTORCH,
        *(Contender(bands_name(t), ways.bands(t)) for t in widths),
    ]


def of_small(case: Case) -> list[Contender]:
    once = case.images[0] == case.kernels[0] == 1
    return [CORRELATE, *PYTORCH, CORRELATE2D_ONCE if once else CORRELATE2D]


def of_sweep(sweep: str) -> list[Contender]:
    fourier = FFT if sweep == "fft" else FFT[:1]  # overlap-add helps only large images
    return [CORRELATE, *PYTORCH, INDEX, BANDS, TENSORDOT, GATHER_WHOLE, *fourier]
