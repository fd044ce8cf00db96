"""The lock by which Pyodide finds packages: its own on its host, ours on the site."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from email.parser import Parser
from pathlib import Path
from typing import Any

from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION, PYODIDE_VERSION
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHOSEN = Path(__file__).with_name("pyodide-lock.json")
HOST = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/"
BROWSER = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "python_version": PYODIDE_PYTHON_VERSION,
    "python_full_version": f"{PYODIDE_PYTHON_VERSION}.0",
    "extra": "",
}


def make_lock(wheels: Iterable[Path]) -> dict[str, Any]:
    """Add the site's wheels to what was chosen of Pyodide's packages."""
    lock = json.loads(CHOSEN.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package["file_name"] = HOST + package["file_name"]
    for wheel in wheels:
        package = described(wheel)
        lock["packages"][package["name"]] = package
    for name, package in lock["packages"].items():
        missing = {canonicalize_name(d) for d in package["depends"]} - set(
            lock["packages"]
        )
        if missing:
            raise SystemExit(f"{name} needs {', '.join(missing)}: choose it, too")
    return lock


def described(wheel: Path) -> dict[str, Any]:
    """Describe a wheel as Pyodide's lock does."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (place,) = (n for n in names if n.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(place).decode())
    needed = map(Requirement, metadata.get_all("Requires-Dist", []))
    return {
        "name": canonicalize_name(metadata["Name"]),
        "version": metadata["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(
            n.split("/")[0]
            for n in names
            if n.endswith("/__init__.py") and n.count("/") == 1
        ),
        "depends": sorted(
            canonicalize_name(r.name)
            for r in needed
            if r.marker is None or r.marker.evaluate(BROWSER)
        ),
        "unvendored_tests": False,
    }
