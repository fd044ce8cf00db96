"""The wheels that the live site serves itself: the course, plotly and comm."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
INSTALLED = ("plotly", "comm")
# For JupyterLab, which has it from the site, and for widgets, which nobody uses here.
LEFT_OUT = ("plotly/labextension/", "plotly/package_data/widgetbundle.js", "../")
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # so that the same files give the same bytes


def make_wheels(folder: Path) -> list[Path]:
    """Put all three into a folder."""
    return [build_course(folder), *(pack_installed(n, folder) for n in INSTALLED)]


def build_course(folder: Path) -> Path:
    """Build the course's own wheel, with its data, into an empty folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def pack_installed(name: str, folder: Path) -> Path:
    """Pack an installed package of pure Python into a wheel again."""
    package = distribution(name)
    if not package.files:
        raise SystemExit(f"{name} does not list its files: install it by pip")
    wheel = folder / f"{name}-{package.version}-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(package.files, key=str):
            place = file.as_posix()
            if place.startswith(LEFT_OUT) or place.endswith((".pyc", "/RECORD")):
                continue
            content = file.read_binary()
            archive.writestr(zipfile.ZipInfo(place, MIDNIGHT), content, 8)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
            record.append(
                f"{place},sha256={digest.decode().rstrip('=')},{len(content)}"
            )
        place = f"{name}-{package.version}.dist-info/RECORD"
        lines = "\n".join([*record, f"{place},,", ""])
        archive.writestr(zipfile.ZipInfo(place, MIDNIGHT), lines, 8)
    return wheel
