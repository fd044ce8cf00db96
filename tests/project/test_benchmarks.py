"""The benchmarks' stored results are whole, and their check of agreement works.

Nothing is timed here: speed differs from machine to machine, and fails no test.
"""

import json
import math
import subprocess
import sys

import numpy as np
import pytest

from benchmarks import agreement, cases, choice, contenders, report, targets
from tools import built_book

PATH = built_book.ROOT / "benchmarks" / "results.json"
MACHINE = {
    "processor",
    "cores",
    "threads",
    "memory_gb",
    "system",
    "python",
    "numpy",
    "scipy",
    "torch",
    "blas",
    "load",
    "date",
}
CASE = {
    "name",
    "images",
    "kernels",
    "dtype",
    "multiplications",
    "out_bytes",
    "chosen_t",
    "times",
    "products_alone",
    "copies_alone",
    "output_alone",
    "strip_multiplications",
    "copied_bytes",
    "implementations",
    "kept_memory",
}
TIMES = {"median", "low", "high", "rounds", "peak_bytes"}
ALL = {
    "correlate",
    "PyTorch",
    "PyTorch channels_last",
    "index",
    "tensordot",
    "gather whole",
    "correlate2d",
    "fftconvolve",
    "oaconvolve",
}
WITHOUT_TORCH = [c for c in contenders.of_sweep("fft") if c not in contenders.PYTORCH]


@pytest.fixture(scope="module")
def results():
    return json.loads(PATH.read_text(encoding="utf-8"))


def all_times(results):
    for case in results["cases"]:
        yield case["times"]
    for points in results["sweeps"].values():
        for point in points:
            yield point["times"]


def test_cases_are_those_that_have_targets():
    shapes = [(case.images, case.kernels, case.target) for case in cases.CASES]
    assert shapes == [
        ((2000, 28, 28, 1), (2, 3, 3, 1), 0.35),
        ((2000, 28, 28, 1), (8, 3, 3, 1), 0.35),
        ((1000, 32, 32, 3), (2, 5, 5, 3), 1),
        ((1000, 32, 32, 3), (16, 5, 5, 3), 1),
        ((100, 32, 32, 64), (64, 3, 3, 64), 1.5),
        ((4, 224, 224, 3), (16, 5, 5, 3), 1.5),
    ]
    assert (targets.GEOMETRIC_MEAN, targets.CORRELATE2D_TIMES) == (0.45, 8)


def test_sweeps_reach_as_far_as_promised():
    ends = {name: (values[0], values[-1]) for name, (_, values) in cases.SWEEPS.items()}
    assert ends.pop("fft")[1] > 15
    assert ends == {
        "images": (1, 60_000),
        "side": (28, 1024),
        "kernel": (1, 15),
        "kernels": (1, 64),
    }


def test_results_hold_every_case_and_contender(results):
    assert set(results["machine"]) == MACHINE and results["machine"]["threads"] == 2
    expected = [(case.name, dtype) for case in cases.CASES for dtype in cases.DTYPES]
    assert [(row["name"], row["dtype"]) for row in results["cases"]] == expected
    for row in results["cases"]:
        assert set(row) == CASE
        strips = set(row["kept_memory"]) - ALL
        assert set(row["kept_memory"]) >= {
            "correlate",
            "PyTorch",
            "PyTorch channels_last",
        }
        out_width = row["images"][2] - row["kernels"][2] + 1
        widths = {1, 2, 4, 7, out_width, row["chosen_t"]}
        assert strips >= {f"strips t={t}" for t in widths}
        assert set(row["times"]) >= ALL
        formats = (
            {c.name for c in contenders.PYTORCH} if row["dtype"] == "float32" else set()
        )
        assert set(row["implementations"]) == formats  # oneDNN knows no float64
    for row in results["cases"][:2]:
        assert set(row["times"]) >= {"definition loop", "einsum"}


def test_results_hold_every_sweep(results):
    assert set(results["sweeps"]) == set(cases.SWEEPS)
    for name, points in results["sweeps"].items():
        assert tuple(point["value"] for point in points) == cases.SWEEPS[name][1]
        for point in points:
            expected = {contender.name for contender in contenders.of_sweep(name)}
            assert set(point["times"]) == expected


def test_times_are_in_order_and_what_is_left_out_has_a_reason(results):
    for times in all_times(results):
        for name, found in times.items():
            if "skipped" in found:
                assert name not in {"correlate", "PyTorch", "PyTorch channels_last"}
                assert (
                    found == {"skipped": found["skipped"]}
                    and len(found["skipped"]) > 20
                )
                continue
            assert set(found) == TIMES
            assert 0 < found["low"] <= found["median"] <= found["high"]
            assert found["rounds"] >= 7 or found["high"] > 0.3  # slow ones have fewer
            assert found["peak_bytes"] is None or found["peak_bytes"] >= 0


def test_verdicts_follow_from_times(results):
    again = targets.targets(results["cases"])
    assert len(again) == len(results["targets"]) == 3 * 12
    for found, made in zip(results["targets"], again):
        assert found["met"] == (found["ratio"] <= found["target"])
        assert math.isclose(found["ratio"], made["ratio"], rel_tol=2e-3)
        for key in ("case", "dtype", "against", "target"):
            assert found[key] == made[key]
    ratios = [row["ratio"] for row in results["targets"] if row["against"] == "PyTorch"]
    mean = math.prod(ratios) ** (1 / 12)
    assert math.isclose(results["geometric_mean"], mean, rel_tol=1e-3)


def test_results_are_small_and_name_nobody():
    text = PATH.read_text(encoding="utf-8")
    assert len(text) < 100_000
    assert "/" not in text and "@" not in text


@pytest.mark.parametrize("dtype", cases.DTYPES)
def test_contenders_agree(dtype):
    case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
    small = [*WITHOUT_TORCH, contenders.CORRELATE2D, contenders.EINSUM, contenders.LOOP]
    small += [contenders.Contender(f"t={t}", contenders.strips(t)) for t in (1, 3, 8)]
    assert agreement.disagreements(case, dtype, small) == []


def turned(images, kernels):
    """Convolve instead of correlating: the mistake that is made most."""
    return contenders.tensordot(images, kernels[:, ::-1, ::-1])


def nothing_but_nan(images, kernels):
    return lambda: contenders.tensordot(images, kernels)() * np.nan


def double(images, kernels):
    return contenders.tensordot(images.astype(float), kernels.astype(float))


@pytest.mark.parametrize("broken", [turned, nothing_but_nan, double])
def test_a_broken_contender_is_named(broken):
    case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
    entries = [*WITHOUT_TORCH, contenders.Contender("broken", broken)]
    (line,) = agreement.disagreements(case, "float32", entries)
    assert line.startswith("small, float32: broken ")


def test_the_run_then_ends_with_1_and_writes_nothing():
    program = """if True:
        import contextlib, sys, types
        import numpy as np
        sys.modules["torch"] = types.SimpleNamespace(
            inference_mode=contextlib.nullcontext, set_num_threads=lambda threads: None,
            __version__="none",
        )
        from benchmarks import cases, contenders, run
        wrong = np.zeros(1)
        broken = contenders.Contender("broken", lambda images, kernels: lambda: wrong)
        case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
        run.workloads = lambda: [(case, "float32", [contenders.INDEX, broken])]
        sys.exit(run.main())
    """
    before = PATH.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=built_book.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert "small, float32: broken gives float64 (1,)" in done.stdout
    assert PATH.read_bytes() == before


def test_the_nearest_measured_strip_stands_for_the_chosen_one():
    times = {"strips t=1": 4.0, "strips t=4": 1.0, "strips t=13": 2.0, "strips": 0.1}
    row = {"kept_memory": {name: {"median": time} for name, time in times.items()}}
    assert [choice.loss(row, t) for t in (1, 3, 9, 26)] == [4, 1, 2, 2]


def test_results_are_written_with_four_digits_on_few_lines():
    text = report.json_text({"times": [{"a": 1.23456789, "n": 123456}], "none": None})
    assert json.loads(text) == {"times": [{"a": 1.235, "n": 123456}], "none": None}
    assert '{ "a": 1.235, "n": 123456 }' in text


def test_importing_needs_no_torch():
    program = "import sys, benchmarks.run; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=built_book.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "False\n", done.stderr
