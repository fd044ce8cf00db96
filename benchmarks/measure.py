"""Time and memory of several calls, each under the same conditions."""

from __future__ import annotations

import ctypes
import gc
import math
import random
import re
import time
import tracemalloc
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import Any

import numpy as np

from .cases import Case
from .contenders import Contender
from .ways import Call

THREADS = 2
ROUNDS = ((0.1, 9), (0.5, 7), (2.0, 3))  # calls of up to these seconds: these rounds
REPEATED = 0.002  # seconds that many calls take together, where one is too short
TOO_LONG = 10.0  # seconds; what takes longer than two is called once, or not at all
MOST_BYTES = 2e9  # a contender whose windows take more is left out
STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def settle(longest: float = 0.5) -> None:
    """Wait until no thread of ours is busy.

    BLAS's threads spin for a tenth of a second after a product, in case another one
    comes. They would take a core from whoever is timed next.
    """
    for _ in range(round(longest / 0.004)):
        busy = time.process_time()
        time.sleep(0.004)
        if time.process_time() - busy < 0.0008:
            return


def timed(call: Call, times: int = 1) -> float:
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times


def alternate(
    calls: Mapping[str, Call],
    rounds: Mapping[str, int],
    repeats: Mapping[str, int] = MappingProxyType({}),
) -> dict[str, list[float]]:
    """Time every call in each round, each round in another order."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    shuffle = random.Random(0).shuffle
    for number in range(max(rounds.values())):
        names = [name for name in calls if number < rounds[name]]
        shuffle(names)
        for name in names:
            settle()
            times[name].append(timed(calls[name], repeats.get(name, 1)))
    return times


def take_turns(calls: Mapping[str, Call], repeat: bool = False) -> dict[str, Any]:
    """Time calls that all take a short while; the shortest many times, as one."""
    rounds, repeats = {}, {}
    for name, call in calls.items():
        call()
        seconds = timed(call)
        rounds[name] = rounds_for(seconds)
        repeats[name] = math.ceil(REPEATED / seconds) if repeat else 1
    times = alternate(calls, rounds, repeats)
    return {name: summary(times[name]) for name in calls}


def rounds_for(seconds: float) -> int:
    return next((rounds for most, rounds in ROUNDS if seconds <= most), 1)


def summary(times: list[float]) -> dict[str, Any]:
    return {
        "median": median(times),
        "low": min(times),
        "high": max(times),
        "rounds": len(times),
    }


def peak_bytes(call: Callable[[], Any], traced: bool = False) -> int | None:
    """Tell what a call holds at its peak beside its input and its output; Linux only.

    The process may use again what it freed before, unseen; tracing sees all that NumPy
    takes, but slows Python down.
    """
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)  # else freed memory hides what is taken again
        CLEAR.write_text("5")  # the peak starts anew
        before = _status("VmRSS")
    except (OSError, AttributeError, TypeError):  # the last one on Windows
        call()
        return None
    if traced:
        tracemalloc.start()
    result = call()
    taken = _status("VmHWM") - before
    if traced:
        taken = max(taken, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return max(0, taken - result.nbytes)


def _status(field: str) -> int:
    return 1024 * int(re.search(rf"{field}:\s*(\d+) kB", STATUS.read_text())[1])


def foresee(
    contender: Contender, case: Case, images: np.ndarray, kernels: np.ndarray
) -> float | str:
    """Estimate a call's seconds from a tenth of the images, or say why it is out."""
    held = contender.copied_bytes(case, images.itemsize)
    if held > MOST_BYTES:
        return f"its windows would take {held / 1e9:.1f} GB"
    few = images[: max(1, len(images) // 10)]
    call = contender.prepare(few, kernels)
    share = len(images) / len(few)
    seconds = timed(call) * share
    if seconds < ROUNDS[-1][0]:  # a first call takes longer
        seconds = min(seconds, timed(call) * share)
    if seconds > TOO_LONG and not contender.always:
        return f"a call would take about {seconds:.0f} s"
    return seconds


def measure(
    case: Case, dtype: str, contenders: Iterable[Contender], extra: Mapping[str, Call]
) -> tuple[dict[str, dict[str, Any]], dict[str, float]]:
    """Time contenders on a case, and beside them, in the same rounds, `extra` calls.

    Returns the contenders' results by name, and the extra calls' medians.
    """
    images, kernels = case.arrays(dtype)
    results: dict[str, dict[str, Any]] = {}
    calls, turns, peaks = {}, {}, {}
    for contender in contenders:
        name, seconds = contender.name, foresee(contender, case, images, kernels)
        results[name] = {}  # keeps their order
        if isinstance(seconds, str):
            results[name] = {"skipped": seconds}
            continue
        call = contender.prepare(images, kernels)
        if seconds > ROUNDS[-1][0]:  # one call has to do for both
            start = time.perf_counter()
            peak = peak_bytes(call)
            results[name] = summary([time.perf_counter() - start]) | {
                "peak_bytes": peak
            }
            continue
        calls[name], start = call, time.perf_counter()
        peaks[name] = peak_bytes(call, traced=True)  # and the first call, always slower
        seconds = min(seconds, time.perf_counter() - start)
        turns[name] = rounds_for(seconds)
    for name, call in extra.items():
        call()
        calls[name], turns[name] = call, ROUNDS[0][1]
    times = alternate(calls, turns)
    for name in peaks:
        results[name] = summary(times[name]) | {"peak_bytes": peaks[name]}
    return results, {name: median(times[name]) for name in extra}
