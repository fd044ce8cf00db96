"""The package as it is installed elsewhere: whole, with its data."""

import importlib
import inspect
import re
import subprocess
import sys
import zipfile

import nbformat
import pytest
from built_book import ROOT, notebook_path, notebooks

import xcorr_helpers


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel, without isolation: hatchling is installed with the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_wheel_loads_its_own_data(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "import xcorr_helpers as x; print(x.__file__);"
        "print(x.load_mnist().images.shape, x.load_cifar10().images.shape);"
        "print(x.sample_path('pytorch_conv2d.npz'));"
        "print(len(x.benchmark_results()['cases']))"
    )
    result = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, '.'); {program}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    package, shapes, npz, cases = result.stdout.splitlines()
    assert cases == "12"
    assert package.startswith(str(tmp_path)) and npz.startswith(str(tmp_path))
    assert shapes == "(5000, 28, 28) (20, 32, 32, 3)"


def test_wheel_holds_the_package_and_no_more(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    modules = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("xcorr_helpers/**/*.py")
    }
    data = {name for name in names if name.startswith("xcorr_helpers/data/")}
    assert names == modules | data | {"xcorr_helpers/py.typed"}
    assert not any(name.endswith(".py") for name in data)
    assert wheel.stat().st_size < 3e6


def test_importing_loads_neither_plotly_nor_kagglehub():
    program = (
        "import sys, xcorr_helpers; print({'plotly', 'kagglehub'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def test_everything_public_is_documented_with_an_example():
    for module in (xcorr_helpers, importlib.import_module("xcorr_helpers.figures")):
        for name in module.__all__:
            value = getattr(module, name)
            if not callable(value) or isinstance(value, type):
                continue
            takes = ["Parameters\n"] if inspect.signature(value).parameters else []
            for section in (*takes, "Returns\n", ">>> "):
                assert section in value.__doc__, f"{name} lacks {section!r}"


def test_notebooks_import_only_what_is_public():
    allowed = {*xcorr_helpers.__all__, "checks", "figures"}
    for page in notebooks():
        for cell in nbformat.read(notebook_path(page), as_version=4).cells:
            if cell.cell_type != "code":
                continue
            assert "import xcorr_helpers" not in cell.source
            for names in re.findall(r"from xcorr_helpers import (.*)", cell.source):
                assert set(names.split(", ")) <= allowed, names
