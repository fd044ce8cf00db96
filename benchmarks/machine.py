"""What was measured on; nothing that names the machine or who uses it."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path
from typing import Any

import numpy
import scipy
import threadpoolctl

from .measure import THREADS


def machine(avx2: bool) -> dict[str, Any]:
    import torch

    return {
        "processor": _processor(),
        "instructions": _instructions(avx2),
        "cores": _cores(),
        "threads": THREADS,
        "memory_gb": _memory_gb(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "torch": torch.__version__,
        "blas": _blas(),
        "load": _load(),
        "date": date.today().isoformat(),
    }


def _processor() -> str:
    try:
        found = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    name = found[1] if found else platform.processor() or "unknown"
    return name.partition("@")[0].strip()  # without its clock rate


def _instructions(avx2: bool) -> str:
    """Name the widest in use; if they are to be held, see that the libraries obey."""
    import torch

    found = numpy.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if any(name == "X86_V4" or name.startswith("AVX512") for name in found):
        widest = "AVX-512"
    elif "X86_V3" in found or "AVX2" in found:
        widest = "AVX2"
    else:
        widest = platform.machine()
    if not avx2:
        return widest
    obey = widest, _blas().split()[-1], torch.backends.cpu.get_cpu_capability()
    if obey != ("AVX2", "Haswell", "AVX2"):
        raise SystemExit(f"NumPy, BLAS and PyTorch are not held to AVX2 here: {obey}")
    return "held to AVX2"


def _cores() -> int | None:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))  # those that this process may use
    return os.cpu_count()


def _memory_gb() -> float | None:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    except (AttributeError, ValueError, OSError):
        return None


def _load() -> float | None:
    """Tell how busy the machine was in the minute before, in processes."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _blas() -> str:
    """Name NumPy's BLAS: the first that was loaded, as NumPy is imported first."""
    for info in threadpoolctl.threadpool_info():
        if info["user_api"] == "blas":
            parts = info["internal_api"], info["version"], info.get("architecture")
            return " ".join(str(part) for part in parts if part)
    return "unknown"
