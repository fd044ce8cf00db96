"""The benchmarks' checks of agreement work, and so do their parts that time nothing.

What is timed differs from machine to machine, and fails no test.
"""

import json
import math
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest

from benchmarks import (
    agreement,
    backward,
    cases,
    contenders,
    measure,
    report,
    training,
    ways,
)
from tools.built_book import ROOT

STORED = sorted((ROOT / "benchmarks").glob("results*.json"))
WITHOUT_TORCH = [c for c in contenders.of_sweep("fft") if c not in contenders.PYTORCH]


@pytest.mark.parametrize("dtype", cases.DTYPES)
def test_contenders_agree(dtype):
    case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
    small = [*WITHOUT_TORCH, contenders.CORRELATE2D, contenders.EINSUM, contenders.LOOP]
    small += [contenders.Contender(f"t={t}", ways.bands(t)) for t in (1, 3, 8)]
    small.append(contenders.SHIFT_AND_ADD)
    assert agreement.disagreements(case, dtype, small) == []
    grouped = case._replace(images=(3, 9, 11, 4), kernels=(6, 2, 4, 2))
    assert grouped.groups == 2
    assert agreement.disagreements(grouped, dtype, [contenders.CORRELATE]) == []
    once = case._replace(images=(1, 9, 11, 1), kernels=(1, 2, 4, 1))
    some = contenders.of_small(once)[3:]
    assert some == [contenders.CORRELATE2D_ONCE]
    assert agreement.disagreements(once, dtype, some) == []


def turned(images, kernels):
    """Convolve instead of correlating: the mistake that is made most."""
    return ways.tensordot(images, kernels[:, ::-1, ::-1])


def nothing_but_nan(images, kernels):
    return lambda: ways.tensordot(images, kernels)() * np.nan


def double(images, kernels):
    return ways.tensordot(images.astype(float), kernels.astype(float))


@pytest.mark.parametrize("broken", [turned, nothing_but_nan, double])
def test_a_broken_contender_is_named(broken):
    case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
    entries = [*WITHOUT_TORCH, contenders.Contender("broken", broken)]
    (line,) = agreement.disagreements(case, "float32", entries)
    assert line.startswith("small, float32: broken ")


@pytest.mark.parametrize("of", backward.OF)
def test_a_broken_gradient_is_named(of, monkeypatch):
    case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))

    def broken(wanted, *arrays):
        call = backward.ours(wanted, *arrays)
        return (lambda: call()[::-1].copy()) if wanted == of else call

    both = {"correlate": backward.ours, "broken": broken}
    monkeypatch.setattr(backward, "CONTENDERS", both)
    for dtype in cases.DTYPES:
        (line,) = agreement.gradient_disagreements(case, dtype)
        assert line.startswith(f"small, {dtype}, gradient of {of}: broken is off by ")


def test_the_training_that_is_timed_learns_by_its_true_slopes():
    """Of each parameter, the slope that central differences give."""
    images, labels = next(training.batches())
    parameters = training.start()
    parameters["kernel_bias"] += 0.01  # ReLU has no slope at 0, where an image is black
    few = images[:5], labels[:5]
    _, slopes = training.loss_and_slopes(parameters, *few)
    assert {name: slope.shape for name, slope in slopes.items()} == {
        name: value.shape for name, value in parameters.items()
    }
    for name, slope in slopes.items():
        place = np.unravel_index(np.abs(slope).argmax(), slope.shape)
        losses = []
        for step in (1e-6, -1e-6):
            moved = parameters[name].copy()
            moved[place] += step
            there = {**parameters, name: moved}
            losses.append(training.loss_and_slopes(there, *few)[0])
        found = (losses[0] - losses[1]) / 2e-6
        assert math.isclose(found, slope[place], rel_tol=1e-5), name


def test_a_short_call_is_timed_many_times_as_one():
    called = []
    found = measure.take_turns({"short": lambda: called.append(1)}, repeat=True)
    assert len(called) > 100 * found["short"]["rounds"] == 900
    once = measure.take_turns({"short": lambda: called.append(1)})
    assert once["short"]["rounds"] == 9


def test_the_run_then_ends_with_1_and_writes_nothing():
    program = """if True:
        import contextlib, sys, types
        import numpy as np
        sys.modules["torch"] = types.SimpleNamespace(
            inference_mode=contextlib.nullcontext, set_num_threads=lambda threads: None,
            __version__="none",
        )
        from benchmarks import cases, contenders, rows, run
        wrong = np.zeros(1)
        broken = contenders.Contender("broken", lambda images, kernels: lambda: wrong)
        case = cases.Case("small", (3, 9, 11, 2), (3, 2, 4, 2))
        rows.workloads = lambda everything: [
            (case, "float32", [contenders.INDEX, broken])
        ]
        rows.BOTH, rows.training_disagreements = [], list
        sys.exit(run.main(everything=True))
    """
    before = [path.read_bytes() for path in STORED]
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "small, float32: broken gives float64 (1,)" in done.stdout
    assert [path.read_bytes() for path in STORED] == before


def test_the_choice_of_t_is_held_against_the_best():
    times = {"bands t=1": 4.0, "bands t=4": 1.5, "bands t=13": 2.0, "bands": 0.1}
    row = {"kept_memory": {name: {"median": time} for name, time in times.items()}}
    row |= {"name": "small", "dtype": "float32", "chosen_t": 13}
    assert " ".join(report.choice_table([row]).split()).endswith(" float32 13 4 33")


MAIN = """if True:
    import os, runpy, sys, types
    def main(**options):
        print(options, os.environ.get("OPENBLAS_CORETYPE"), "numpy" in sys.modules)
    sys.modules["benchmarks.run"] = types.SimpleNamespace(main=main)
    runpy.run_module("benchmarks", run_name="__main__")
"""


@pytest.mark.parametrize(
    "options, expected",
    [
        ([], "{'everything': False, 'avx2': False} None False"),
        (["--all"], "{'everything': True, 'avx2': False} None False"),
        (["--avx2"], "{'everything': False, 'avx2': True} Haswell False"),
        (["--all", "--avx2"], "{'everything': True, 'avx2': True} Haswell False"),
    ],
)
def test_the_environment_is_set_before_numpy_loads(options, expected):
    unset = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=unset | {"OPENBLAS_CORETYPE": "Sandybridge"},
    )
    warned, found = done.stdout.splitlines()
    assert warned.startswith("OPENBLAS_CORETYPE is set: ")
    assert found == expected


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
@pytest.mark.parametrize("target, options", [("bench", ""), ("bench-all", " --all")])
@pytest.mark.parametrize("avx2", ["", "1"])
def test_make_hands_on_what_to_measure(target, options, avx2):
    command = ["make", "-n", target, *(["AVX2=1"] if avx2 else [])]
    told = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "AVX2"}
    env = {name: value for name, value in os.environ.items() if name not in told}
    said = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    last = said.stdout.splitlines()[-1].rstrip()
    assert last.endswith(f"-m benchmarks{options}{' --avx2' if avx2 else ''}")


def test_results_are_written_with_four_digits_on_few_lines():
    text = report.json_text({"times": [{"a": 1.23456789, "n": 123456}], "none": None})
    assert json.loads(text) == {"times": [{"a": 1.235, "n": 123456}], "none": None}
    assert '{ "a": 1.235, "n": 123456 }' in text


def test_importing_needs_no_torch():
    program = "import sys, benchmarks.run; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "False\n", done.stderr
