"""The wheel installed alone, beside nothing but NumPy and Plotly, passes its own tests.

So it is where a notebook runs in the browser, or on a machine of somebody else's. No
index is asked: NumPy and Plotly are copies of those that the tests run with.
"""

import re
import shutil
import subprocess
import sys
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from live.wheels import copy_installed
from tools.built_book import ROOT

pytestmark = pytest.mark.thorough

THERE = ("numpy", "plotly")
NOT_THERE = ("filelock", "kagglehub", "scipy", "threadpoolctl")
# Kept apart, as the tests need them and the wheel must not; SciPy is their judge.
TESTERS = ("pytest", "hypothesis", "scipy")
TESTS = (
    "__init__.py",
    "definition.py",
    "datasets/__init__.py",
    "datasets/test_idx.py",
    "package/__init__.py",
    "package/test_correlate.py",
    "package/test_indices.py",
    "package/test_memory.py",
)
DOCTESTS = """
import doctest, importlib, pkgutil, xcorr_helpers
modules = pkgutil.walk_packages(xcorr_helpers.__path__, "xcorr_helpers.")
for name in ["xcorr_helpers", *(module.name for module in modules)]:
    result = doctest.testmod(importlib.import_module(name))
    print(name, result.attempted, result.failed)
"""
SAMPLES = """
import xcorr_helpers as x
print(x.__file__, x.sample_path("pytorch_conv2d.npz"), sep="\\n")
x.sample_path("template_matching.npz")
print(x.load_mnist().images.shape, x.load_cifar10().images.shape)
print(*(len(x.benchmark_results(run)["cases"]) for run in ("stored", "avx2")))
for load in (x.load_mnist, x.load_cifar10):
    try:
        load(source="kaggle")
    except x.DatasetError as error:
        print(error)
"""

TESTED = """
import sys
sys.path.append({testers!r})
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "tests"]))
"""


@pytest.fixture(scope="module")
def alone(wheel, tmp_path_factory):
    """The Python of an environment that holds the wheel, NumPy and Plotly."""
    place = tmp_path_factory.mktemp("alone")
    builder = venv.EnvBuilder(symlinks=sys.platform != "win32", with_pip=True)
    builder.create(place)
    python = builder.ensure_directories(place).env_exe
    program = "import sysconfig; print(sysconfig.get_path('purelib'))"
    copy_with_needs(THERE, Path(run(python, program).strip()))
    pip = [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, wheel], check=True)
    return python


def copy_with_needs(names, folder):
    """Copy packages of this environment, with those that they need."""
    todo, done = list(names), set()
    while todo:
        name = canonicalize_name(todo.pop())
        if name in done:
            continue
        done.add(name)
        needed = map(Requirement, distribution(name).requires or ())
        todo += [r.name for r in needed if not r.marker or r.marker.evaluate()]
        copy_installed(name, folder)


def run(python, program, folder=None):
    """Run it on its own, and return what it printed."""
    command = [python, "-I", "-c", program]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_nothing_else_is_there(alone):
    program = "from importlib.util import find_spec; print(*map(find_spec, {}))"
    found = run(alone, program.format(NOT_THERE)).split()
    assert found == ["None"] * len(NOT_THERE)


def test_it_loads_both_samples_and_says_what_the_full_sets_need(alone):
    package, npz, shapes, cases, *refused = run(alone, SAMPLES).splitlines()
    site = Path(package).parents[1]
    assert site.name == "site-packages" and Path(npz).is_relative_to(site)
    assert site.is_relative_to(Path(alone).parents[1])
    assert shapes == "(5000, 28, 28) (20, 32, 32, 3)"
    assert cases == "12 12"
    assert len(refused) == 2
    assert all('`pip install "xcorr-helpers[kaggle]"`' in text for text in refused)


def test_it_passes_its_doctests(alone):
    lines = [line.split() for line in run(alone, DOCTESTS).splitlines()]
    assert [line for line in lines if line[-1] != "0"] == []
    sources = ROOT.glob("xcorr_helpers/**/*.py")
    examples = sum(path.read_text(encoding="utf-8").count(">>> ") for path in sources)
    assert sum(int(attempted) for _, attempted, _ in lines) == examples > 50


@pytest.mark.weekly
def test_it_passes_the_tests_of_its_functions(alone, tmp_path):
    tests, testers = tmp_path / "tests", tmp_path / "testers"
    for name in TESTS:
        (tests / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / name, tests / name)
    copy_with_needs(TESTERS, testers)
    program = TESTED.format(testers=str(testers))
    printed = run(alone, program, tmp_path)
    assert re.search(r"^\d{3,} passed\b", printed, re.MULTILINE), printed
