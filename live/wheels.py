"""The wheels that the live site serves itself: the course, plotly and comm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
INSTALLED = ("plotly", "comm")
# For JupyterLab, which has it from the site, and for widgets, which nobody uses here.
LEFT_OUT = ("plotly/labextension/", "plotly/package_data/widgetbundle.js")
# So that the same files give the same bytes: what a zip file calls the first day.
FIRST_DAY = {"SOURCE_DATE_EPOCH": "315532800"}


def make_wheels(folder: Path) -> list[Path]:
    """Put all three into an empty folder."""
    build_course(folder)
    for name in INSTALLED:
        pack_installed(name, folder)
    return sorted(folder.glob("*.whl"))


def build_course(folder: Path) -> Path:
    """Build the course's own wheel, with its data, into an empty folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def pack_installed(name: str, folder: Path) -> None:
    """Pack an installed package of pure Python into a wheel again."""
    with tempfile.TemporaryDirectory() as unpacked:
        copy_installed(name, Path(unpacked), LEFT_OUT)
        command = [sys.executable, "-m", "wheel", "pack", "-d", folder, unpacked]
        env = os.environ | FIRST_DAY
        subprocess.run(command, check=True, capture_output=True, env=env)


def copy_installed(name: str, folder: Path, left_out: tuple[str, ...] = ()) -> None:
    """Copy the files of an installed package, as they lie in its wheel."""
    files = distribution(name).files
    if not files:
        raise SystemExit(f"{name} does not list its files: install it by pip")
    for file in files:
        if ".." in file.parts or file.suffix == ".pyc":
            continue
        if not file.as_posix().startswith(left_out):
            copy = folder / file
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), copy)
