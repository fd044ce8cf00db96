"""Try the course on every Python at hand, with the newest and the oldest packages.

    python -m tools.machines [3.11-oldest ...]

In each environment the book builds, the tests that need no browser pass, and every
notebook gives its stored outputs again. In two of them the notebooks also run with
OpenBLAS and NumPy told to do as on another processor, on one thread and on two. Needs
git, and uv, which `make machines` installs; takes about an hour.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".machines"
BIN = Path(".venv", "Scripts" if os.name == "nt" else "bin")
PYTHONS = ("3.11", "3.12", "3.13")
PACKAGES = {"newest": "highest", "oldest": "lowest-direct"}  # by uv's names
ON_PROCESSORS = ("3.11-oldest", "3.13-newest")
# By OpenBLAS's names, with what NumPy's own loops must then do without.
AVX_512 = "X86_V4 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
PROCESSORS = {
    "SkylakeX": "",
    "Haswell": AVX_512,
    "Sandybridge": f"X86_V3 AVX2 FMA3 {AVX_512}",
}
# OpenBLAS 0.3.34, told to do as a Haswell on a processor with AVX-512, crashes in this
# product (its issue 6021); on a Haswell it does not.
PRODUCT = "import numpy as np; print((np.ones((999, 999)) @ np.ones((999, 9))).max())"
PASSED, NOT_HERE, FAILED = "passed", "not to be had here", "FAILED"
MINUTES = 40  # nbval waits for a kernel that has died


def main():
    names = [f"{python}-{packages}" for python in PYTHONS for packages in PACKAGES]
    rows = [row for name in sys.argv[1:] or names for row in tried(name)]
    print("\n| environment | packages | what ran | result |\n| --- | --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    if any(row[-1].startswith(FAILED) for row in rows):
        raise SystemExit(f"the whole output of each is in {FOLDER}")


def tried(name):
    """Make an environment, run everything in it, and yield the rows of the table."""
    place = FOLDER / name
    shutil.rmtree(place, ignore_errors=True)
    copy_sources(place)
    for what, result in steps(name, place):
        row = (name, versions(place), what, result)
        print(*row, sep=" | ", flush=True)
        yield row


def steps(name, place):
    python = place / BIN / "python"
    result = run(place, *installation(python, *name.split("-")))
    yield "installation", result
    if result.startswith(FAILED):
        return
    yield "book", run(place, [python, "-m", "tools.build", "book"])
    pytest = [python, "-m", "pytest", "-q", "--nbval", "--thorough"]
    yield "tests and notebooks", run(place, [*pytest, "-m", "not browser"])
    if name not in ON_PROCESSORS:
        return
    for processor, without in PROCESSORS.items():
        for threads in ("1", "2"):
            variables = {
                "OPENBLAS_CORETYPE": processor,
                "OPENBLAS_NUM_THREADS": threads,
                "NPY_DISABLE_CPU_FEATURES": without,
            }
            result = run(place, [python, "-c", PRODUCT], **variables)
            if result.startswith(FAILED):
                result = NOT_HERE
            else:
                result = run(place, [*pytest, *notebooks(place)], **variables)
            yield f"notebooks as on {processor}, threads: {threads}", result


def installation(python, version, packages):
    """List the commands that make the environment.

    From wheels alone: a release without one for this Python is not meant for it.
    """
    uv = [sys.executable, "-m", "uv"]
    pip = [*uv, "pip", "install", "--quiet", "--python", python]
    what = ["-r", "requirements.txt", "--resolution", PACKAGES[packages]]
    return (
        [*uv, "venv", "--quiet", "--no-python-downloads", "-p", version],
        [*pip, *what, "--only-binary", ":all:", "--no-binary", "xcorr-helpers"],
        [*uv, "pip", "check", "--python", python],
    )


def run(place, *commands, **variables):
    """Run commands until one fails, and say in a few words how it went."""
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    for command in commands:
        with (place / "output.txt").open("a+", encoding="utf-8") as output:
            start = output.tell()
            print(*command, variables, file=output, flush=True)
            try:
                code = subprocess.run(
                    command,
                    cwd=place,
                    env=environment | variables,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    timeout=60 * MINUTES,
                    check=False,
                ).returncode
            except subprocess.TimeoutExpired:
                return f"{FAILED}: {MINUTES} minutes are over"
            output.seek(start)
            text = output.read()
        counts = re.findall(r"^=*\s*(\d+ \w+.*) in [\d.]+s", text, re.MULTILINE)
        if code:
            return f"{FAILED}: {(counts or [f'exit code {code}'])[-1]}"
    return counts[-1] if counts else PASSED


def notebooks(place):
    return sorted((place / "book").glob("*.ipynb"))


def versions(place):
    """Name the versions that are compared, as they are installed."""
    ours = ("numpy", "scipy", "plotly")
    found = {
        path.name.split("-")[0]: path.name
        for path in place.glob(".venv/**/site-packages/*.dist-info")
    }
    return ", ".join(
        found[name].removesuffix(".dist-info") for name in ours if name in found
    )


def copy_sources(place):
    """Copy what git knows of, so that nothing built or installed here is used."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.check_output(listed, cwd=ROOT, text=True, encoding="utf-8")
    for name in filter(None, names.split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place / name)


if __name__ == "__main__":
    main()
