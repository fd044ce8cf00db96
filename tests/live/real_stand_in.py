"""A host that has a Pyodide with NumPy and SciPy, of an older version than the lock's.

It has its own lock, to which the site's wheels and what plotly needs are added: only
what is at the addresses differs, not the page that asks for it.
"""

import hashlib
import json

from live import wheels
from tests.live.stand_in import StandIn

OURS = ("comm", "plotly", "xcorr-helpers")


class RealStandIn(StandIn):
    def __init__(self, site, host, folder, scratch):
        super().__init__(site, host)
        self.folder, self.home = folder, ""
        wheels.pack_installed("narwhals", scratch)
        (self.narwhals,) = scratch.glob("narwhals-*.whl")

    def between(self, context, home):
        self.home = home
        return super().between(context, home)

    def _file(self, url):
        name = url.removeprefix(self.host).partition("?")[0]
        if name.startswith("narwhals-"):
            return self.narwhals
        path = self.folder / name
        return path if path.is_file() else None

    def _lock(self, route):
        lock = json.loads((self.folder / "pyodide-lock.json").read_bytes())
        site = json.loads((self.site / "pypi/pyodide-lock.json").read_bytes())
        for package in lock["packages"].values():
            package["file_name"] = self.host + package["file_name"]
        for name in OURS:
            package = dict(site["packages"][name])
            package["file_name"] = f"{self.home}/lite/pypi/{package['file_name']}"
            lock["packages"][name] = package
        narwhals = dict(site["packages"]["narwhals"])
        narwhals["sha256"] = hashlib.sha256(self.narwhals.read_bytes()).hexdigest()
        lock["packages"]["narwhals"] = narwhals
        route.fulfill(json=lock)
