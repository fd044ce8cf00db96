"""The benchmarks' stored results are whole."""

import math
import re

import pytest

from benchmarks import cases, contenders, report, targets
from benchmarks.__main__ import AVX2
from tools.built_book import ROOT
from xcorr_helpers import benchmark_results

STORED = {
    run: ROOT / "benchmarks" / name
    for run, name in (("stored", "results.json"), ("avx2", "results_avx2.json"))
}
MACHINE = {
    "processor",
    "instructions",
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
    "band_multiplications",
    "copied_bytes",
    "implementations",
    "kept_memory",
}
TIMES = {"median", "low", "high", "rounds", "peak_bytes"}
RIVALS = {"correlate", "PyTorch", "PyTorch channels_last"}
ALL = {
    *RIVALS,
    "index",
    "tensordot",
    "shift and add",
    "gather whole",
    "correlate2d",
    "fftconvolve",
    "oaconvolve",
}


@pytest.fixture(scope="module", params=STORED)
def results(request):
    return benchmark_results(request.param)


def all_times(results):
    for case in results["cases"]:
        yield case["times"]
    for points in results["sweeps"].values():
        for point in points:
            yield point["times"]


def light_times(results):
    """What was timed without a look at memory."""
    for kind in ("gradients", "groups", "small"):
        for row in results[kind]:
            yield row["times"]


def test_cases_are_those_that_have_targets():
    assert [case[1:] for case in (*cases.CASES, *cases.GROUPS, *cases.SMALL)] == [
        ((2000, 28, 28, 1), (2, 3, 3, 1), (1, 1)),
        ((2000, 28, 28, 1), (8, 3, 3, 1), (1, 1)),
        ((1000, 32, 32, 3), (2, 5, 5, 3), (1, 1)),
        ((1000, 32, 32, 3), (16, 5, 5, 3), (1, 1)),
        ((100, 32, 32, 64), (64, 3, 3, 64), (1, 1)),
        ((4, 224, 224, 3), (16, 5, 5, 3), (1.6, 1)),
        ((100, 32, 32, 64), (128, 1, 1, 64), (1, 1)),
        ((100, 32, 32, 64), (64, 3, 3, 1), (2, 2)),
        ((1, 8, 8, 1), (1, 3, 3, 1), (1, 1)),
        ((20, 28, 28, 1), (2, 3, 3, 1), (2, 2)),
    ]
    assert (targets.CORRELATE2D_TIMES, targets.SMALL_CORRELATE2D) == (8, 5)
    assert targets.MEANS == {"float32": 0.7, "float64": None, "all": 0.45}
    assert targets.GRADIENT_MEANS == {"images": 0.9, "kernels": 0.6}


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
        assert set(row["kept_memory"]) >= RIVALS
        bands = set(row["kept_memory"]) - RIVALS
        out_width = row["images"][2] - row["kernels"][2] + 1
        widths = {1, 2, 4, 7, out_width, row["chosen_t"]}
        assert bands >= {f"bands t={t}" for t in widths}
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
                assert name not in RIVALS
                assert (
                    found == {"skipped": found["skipped"]}
                    and len(found["skipped"]) > 20
                )
                continue
            assert set(found) == TIMES
            assert 0 < found["low"] <= found["median"] <= found["high"]
            assert found["rounds"] >= 7 or found["high"] > 0.3  # slow ones have fewer
            assert found["peak_bytes"] is None or found["peak_bytes"] >= 0


def test_results_hold_gradients_groups_small_calls_and_training(results):
    both = [[case.name, dtype] for case in cases.CASES for dtype in cases.DTYPES]
    found = [[r["of"], r["name"], r["dtype"]] for r in results["gradients"]]
    assert found == [[of, *pair] for of in ("images", "kernels") for pair in both]
    for kind, made in (("groups", cases.GROUPS), ("small", cases.SMALL)):
        found = [(row["name"], row["dtype"]) for row in results[kind]]
        assert found == [(case.name, dtype) for case in made for dtype in cases.DTYPES]
    assert [row["groups"] for row in results["groups"]] == [1, 1, 64, 64]
    for times in light_times(results):
        assert RIVALS <= set(times) <= {*RIVALS, "correlate2d"}
        for found in times.values():
            assert set(found) == TIMES - {"peak_bytes"} and found["rounds"] >= 3
            assert 0 < found["low"] <= found["median"] <= found["high"]
    assert all("correlate2d" in row["times"] for row in results["small"])
    assert set(results["training"]) == {"ours", "PyTorch"}
    assert all(0.01 < seconds < 100 for seconds in results["training"].values())


def test_one_run_is_held_to_avx2_and_the_other_is_not():
    plain, held = (benchmark_results(run) for run in STORED)
    assert plain["machine"]["instructions"] != "held to AVX2"
    assert held["machine"]["instructions"] == "held to AVX2"
    same = MACHINE - {"instructions", "blas", "load", "date"}
    assert all(plain["machine"][key] == held["machine"][key] for key in same)
    assert held["machine"]["blas"].endswith(AVX2["OPENBLAS_CORETYPE"])
    ways = {way for row in held["cases"] for way in row["implementations"].values()}
    assert ways and not [way for way in ways if "512" in way]


def test_verdicts_follow_from_times(results):
    again = targets.targets(results["cases"])
    assert len(again) == len(results["targets"]) == 3 * 12
    for found, made in zip(results["targets"], again):
        assert found["met"] == (found["ratio"] <= found["target"])
        assert math.isclose(found["ratio"], made["ratio"], rel_tol=2e-3)
        for key in ("case", "dtype", "against", "target"):
            assert found[key] == made[key]
    means = results["geometric_mean"]
    assert set(means) == {"float32", "float64", "all"}
    for name, mean in means.items():
        ratios = [
            row["ratio"]
            for row in results["targets"]
            if row["against"] == "PyTorch" and name in ("all", row["dtype"])
        ]
        expected = math.prod(ratios) ** (1 / len(ratios))
        assert math.isclose(mean, expected, rel_tol=1e-3)


@pytest.mark.parametrize("run", STORED)
def test_results_are_small_and_name_nobody(run):
    text = STORED[run].read_text(encoding="utf-8")
    assert len(text) < 130_000
    assert "/" not in text and "@" not in text


def test_the_tables_of_a_run_say_what_is_met(results):
    text = report.tables(results)
    assert results["machine"]["instructions"] in text
    assert results["machine"]["blas"] in text
    for name, mean in results["geometric_mean"].items():
        assert f"geometric mean, {name}: {mean:.2f}" in text
    count = 3 * 12 + len(results["groups"]) + len(results["small"]) + 4  # of means
    assert len(re.findall(r"\bmet|falls short", text)) == count
