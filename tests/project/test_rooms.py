"""Which room of the house may import which: imports point down."""

import ast
import inspect
from functools import cache

import pytest

import xcorr_helpers
from tools.built_book import ROOT
from xcorr_helpers import checks, figures

# Each room of the package, from the ground up, with the rooms that it may know.
ROOMS = {
    "_advice": set(),
    "_arguments": {"_advice"},
    "_arrays": {"_advice", "_arguments"},
    "_geometry": {"_advice", "_arguments"},
    "_placements": {"_arguments", "_geometry"},
    "indices": {"_arguments", "_arrays", "_geometry"},
    "_engine": {"_arguments", "_geometry", "indices"},
    "correlation": {"_arguments", "_arrays", "_geometry", "_engine", "indices"},
    "gradients": {"_arguments", "_arrays", "_geometry", "_engine"},
    "any_axes": {"_arguments", "_arrays", "_geometry", "_placements", "_engine"},
    "transposed": {"_arguments", "_arrays", "_geometry", "_engine"},
    "matching": {"_arguments", "_arrays", "correlation"},
    "datasets": {"_arguments"},
    "figures": {"_arguments", "_arrays", "_geometry", "indices"},
    "checks": {"correlation", "indices", "figures"},
    "grade": {"checks"},
    "__init__": {
        *("any_axes", "correlation", "datasets", "gradients", "indices", "matching"),
        "transposed",
    },
}
# Outside the package, the folders of ours that each may know.
FOLDERS = {
    "xcorr_helpers": set(),
    "book": {"xcorr_helpers"},
    "benchmarks": {"xcorr_helpers"},
    "data": {"xcorr_helpers"},
    "live": {"xcorr_helpers", "tools"},
    "tools": {"xcorr_helpers", "live"},
    "tests": {"xcorr_helpers", "benchmarks", "live", "tools"},
}
MOST_LINES, MOST_PARAMETERS = 250, 5
LONGER = {  # and why
    "xcorr_helpers/indices.py": "half of it is docstrings, and it is one idea",
}


def sources(folder):
    paths = (ROOT / folder).rglob("*.py")
    return [path for path in sorted(paths) if ".venv" not in path.parts]


@cache
def imported(path):
    """List what a file imports, as full dotted names."""
    package, names = path.relative_to(ROOT).parent.parts, []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            up = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join([*up, *([node.module] if node.module else [])])
            names += [f"{start}.{alias.name}" for alias in node.names]
    return names


def room_of(path):
    return path.relative_to(ROOT / "xcorr_helpers").parts[0].removesuffix(".py")


def test_every_room_is_in_the_plan():
    assert {room_of(path) for path in sources("xcorr_helpers")} == ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_those_below(room):
    known = list(ROOMS)
    assert all(known.index(lower) < known.index(room) for lower in ROOMS[room])
    for path in sources("xcorr_helpers"):
        if room_of(path) == room:
            ours = [n.split(".") for n in imported(path) if n.startswith("xcorr_h")]
            rooms = {name[1] for name in ours} - {room}
            assert rooms <= ROOMS[room], f"{path.name} imports {rooms - ROOMS[room]}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_knows_only_what_it_may(folder):
    for path in sources(folder):
        others = {name.split(".")[0] for name in imported(path)} & FOLDERS.keys()
        assert others <= FOLDERS[folder] | {folder}, path


def test_no_module_has_the_name_of_a_public_function():
    public = {
        name
        for package in (xcorr_helpers, xcorr_helpers.datasets, figures, checks)
        for name in package.__all__
        if inspect.isfunction(getattr(package, name))
    }
    modules = {path.stem for path in sources("xcorr_helpers")}
    assert len(public) > 50
    assert not public & modules


@pytest.mark.parametrize("folder", ["xcorr_helpers", "tools", "live", "benchmarks"])
def test_files_and_signatures_are_short(folder):
    for path in sources(folder):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        assert (text.count("\n") > MOST_LINES) == (name in LONGER), name
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                given = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
                # What a mistake varies stands before what its exercise is given.
                few = len(given) <= MOST_PARAMETERS or "/records/" in name
                assert few, f"{name}: {node.name}"
