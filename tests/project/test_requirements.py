"""The declared ranges and the lock file agree, and the lock suits any machine."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tools.built_book import ROOT
from tools.machines import PYTHONS

LOCK = (ROOT / "requirements-lock.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SYSTEMS = ("linux", "darwin", "win32")


def declared():
    """List what the course's environment has: the extra comes with the package."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert "-e .[kaggle]" in lines
    lines += PROJECT["project"]["optional-dependencies"]["kaggle"]
    return [Requirement(line) for line in lines if re.match(r"\w", line)]


def locked():
    entries = re.findall(r"^(\w.*?)\s*\\\n((?:    --hash=.*\n)+)", LOCK, re.MULTILINE)
    return [Requirement(entry) for entry, _ in entries]


def test_the_lock_is_all_of_releases_with_hashes():
    lines = [line for line in LOCK.splitlines() if re.match(r"\S", line)]
    assert len([line for line in lines if line[0] != "#"]) == len(locked()) > 100
    assert not re.search(r"://|^-|\s@\s", LOCK, re.MULTILINE)


@pytest.mark.parametrize("requirement", declared(), ids=lambda r: r.name)
def test_what_is_locked_is_within_the_range_that_is_declared(requirement):
    for python in PYTHONS:
        for system in SYSTEMS:
            machine = {
                "python_version": python,
                "python_full_version": f"{python}.0",
                "sys_platform": system,
            }
            found = [
                entry.specifier
                for entry in locked()
                if entry.name == requirement.name.lower().replace("_", "-")
                and (entry.marker is None or entry.marker.evaluate(machine))
            ]
            assert len(found) == 1, f"{python}, {system}: `make lock`"
            (version,) = [Version(pin.version) for pin in found[0]]
            assert version in requirement.specifier, "`make lock`"


def test_every_range_has_a_lower_end():
    for requirement in declared():
        ends = {pin.operator for pin in requirement.specifier}
        assert ends & {">=", "=="}, requirement


def test_the_package_and_the_course_declare_the_same_ranges():
    course = {str(requirement) for requirement in declared()}
    own = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    assert {str(Requirement(line)) for line in own} <= course


def test_the_oldest_python_is_the_one_that_is_declared():
    assert PROJECT["project"]["requires-python"] == f">={PYTHONS[0]}"


def test_binder_takes_a_python_that_is_supported():
    runtime = (ROOT / "runtime.txt").read_text(encoding="utf-8").strip()
    assert runtime.removeprefix("python-") in PYTHONS
