"""Whoever waits for a slow function is told for what; slow is never called wrong."""

import signal
import threading
import time
from types import SimpleNamespace

import pytest

import xcorr_helpers as x
from xcorr_helpers import checks
from xcorr_helpers.checks import _patience


def test_after_a_while_it_is_said_which_case_is_waited_for(monkeypatch, capsys):
    timers, calls = [], []
    monkeypatch.setattr(threading.Timer, "start", lambda timer: timers.append(timer))

    def slow(image_shape, kernel_shape):
        calls.append(1)
        if len(calls) == 2:  # while it is at the second case, the time is over
            timers[1].function(*timers[1].args)
        return x.window_index(image_shape, kernel_shape)

    result = checks.window_index(slow)
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("window_index: waiting for case 2 of ")
    assert "image_shape = (" in first
    assert last == result.report and result.passed
    assert len(timers) == 2, "said once"
    assert _patience.TOLD / 2 < timers[1].interval < timers[0].interval


def test_too_slow_is_not_wrong(monkeypatch):
    clock = SimpleNamespace(perf_counter=lambda: sum(taken))
    monkeypatch.setattr(_patience, "time", clock)
    taken = []

    def slow(image_shape, kernel_shape):
        taken.append(0.6 * _patience.GIVEN_UP)
        return x.window_index(image_shape, kernel_shape)

    result = checks.result("window_index", slow)
    assert not result.passed and result.mistake == "too slow to judge further"
    assert "window_index: right on 2 of " in result.report


def test_a_loop_without_end_is_stopped_by_hand(capsys):
    def endless(image_shape, kernel_shape):
        while True:
            time.sleep(0.01)

    timer = threading.Timer(0.2, signal.raise_signal, [signal.SIGINT])
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        checks.window_index(endless)
    timer.join()
    said = capsys.readouterr().out
    assert "stopped by hand after 0." in said and "case 1 of " in said
    assert "never end?" in said
