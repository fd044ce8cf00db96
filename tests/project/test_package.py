"""The package as it is installed elsewhere: whole, with its data."""

import importlib
import inspect
import re
import subprocess
import sys
import zipfile

import nbformat
from packaging.requirements import Requirement

import xcorr_helpers
from tests.project.test_requirements import PROJECT
from tools.built_book import ROOT, notebook_path, notebooks


def test_wheel_holds_the_package_and_no_more(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    modules = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("xcorr_helpers/**/*.py")
    }
    data = {name for name in names if name.startswith("xcorr_helpers/data/")}
    others = {"xcorr_helpers/py.typed", "xcorr_helpers/grade/page.css"}
    assert names == modules | data | others
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


def test_the_package_alone_brings_few_others():
    """What downloads the full data sets, with ten packages more, is an extra."""
    brought = {Requirement(line).name for line in PROJECT["project"]["dependencies"]}
    assert brought == {"numpy", "plotly", "threadpoolctl"}


def test_help_begins_with_the_two_lines_correlate_and_the_book():
    said = xcorr_helpers.__doc__
    words = ("index = ", "output = ", "`correlate(", "_build/html/index.html", ">>>")
    places = [said.index(word) for word in words]
    assert places == sorted(places)
    for line in said.splitlines()[2:4]:
        assert f">>> {line.strip()}\n" in said, "the example runs these very lines"


def test_everything_public_is_documented_with_an_example():
    for module in (xcorr_helpers, importlib.import_module("xcorr_helpers.figures")):
        for name in module.__all__:
            value = getattr(module, name)
            if not callable(value) or isinstance(value, type):
                continue
            takes = ["Parameters\n"] if inspect.signature(value).parameters else []
            for section in (*takes, "Returns\n", ">>> "):
                assert section in value.__doc__, f"{name} lacks {section!r}"


def test_notebooks_need_only_the_package_and_what_the_readme_says():
    """So one line makes them start elsewhere."""
    needed = map(Requirement, PROJECT["project"]["dependencies"])
    there = {requirement.name for requirement in needed} | {"scipy", "xcorr_helpers"}
    for page in notebooks():
        code = "\n".join(
            cell.source
            for cell in nbformat.read(notebook_path(page), as_version=4).cells
            if cell.cell_type == "code"
        )
        needed = set(re.findall(r"^\s*(?:from|import) (\w+)", code, re.MULTILINE))
        needed -= sys.stdlib_module_names
        if page == "book/many_machines":
            assert "dask" in needed
            needed -= {"dask", "distributed"}
        assert needed <= there, page


def test_notebooks_import_only_what_is_public():
    allowed = {*xcorr_helpers.__all__, "checks", "figures"}
    for page in notebooks():
        for cell in nbformat.read(notebook_path(page), as_version=4).cells:
            if cell.cell_type != "code":
                continue
            assert "import xcorr_helpers" not in cell.source
            found = re.findall(r"from xcorr_helpers(\S*) import (.*)", cell.source)
            for module, names in found:
                assert not module and set(names.split(", ")) <= allowed, (module, names)
