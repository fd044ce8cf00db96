"""Install what the course needs into `.venv`, or the benchmarks into one of their own.

    python3 -m tools.install [locked|benchmarks]

With `locked`, the exact versions of requirements-lock.txt. What pip says goes to
`_build/logs`. This runs with the Python that is there, before anything is installed.
"""

import os
import sys

from .steps import ROOT, Step, Steps

OLDEST, NEWEST = (3, 11), (3, 13)
BIN = "Scripts" if os.name == "nt" else "bin"
COLLECTED = r"^\s*(Collecting|Processing) "
PUT = r"^Installing collected packages"
# The CPU's is far smaller; only PyTorch's own index has it.
TORCH = "torch==2.13.0+cpu"


def check(found):
    """Refuse a Python that is too old; say of one that is newer than those tried."""
    if found < OLDEST:
        raise SystemExit(
            "Python 3.11 or newer is needed: `make PYTHON=python3.12`, or in "
            "PowerShell `py -3.12 -m tools.install`."
        )
    if found[:2] > NEWEST:
        print(
            "Python 3.11 to 3.13 were tried with the course, and this newer one was "
            "not."
        )


def course(locked):
    steps, pip = environment("install", ".venv", 5 if locked else 4)
    what = ["-r", ROOT / "requirements.txt"]
    if locked:
        what = ["--require-hashes", "-r", ROOT / "requirements-lock.txt"]
    packages(steps, [*pip, *what])
    if locked:
        own = ["--no-deps", "--no-build-isolation", "-e", "."]
        steps.run([*pip, *own], Step("the course's own package"))
    steps.finish("The course is installed in .venv")


def benchmarks():
    steps, pip = environment("benchmarks", "benchmarks/.venv", 5)
    packages(steps, [*pip, "-e", ".", "numpy", "scipy"])
    try:
        steps.run([*pip, TORCH], Step("PyTorch"))
    except SystemExit:
        print(
            "pip finds no CPU build of PyTorch (see benchmarks/README.md): taking what "
            "it finds"
        )
        steps.done -= 1
        steps.run([*pip, "torch"], Step("PyTorch"))
    steps.finish("The benchmarks are installed in benchmarks/.venv")


def environment(name, folder, number):
    """Make an environment; return the steps and how to have its pip install."""
    steps = Steps(name, number)
    steps.run([sys.executable, "-m", "venv", folder], Step(f"making {folder}"))
    python = ROOT / folder / BIN / "python"
    pip = [python, "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    steps.run([*pip, "--upgrade", "pip"], Step("the newest pip"))
    return steps, pip


def packages(steps, command):
    steps.run(
        command,
        Step("fetching packages", None, COLLECTED),
        Step("putting them in place", PUT),
    )


def main():
    wanted = sys.argv[1:]
    if wanted not in ([], ["locked"], ["benchmarks"]):
        raise SystemExit("python3 -m tools.install [locked|benchmarks]")
    check(sys.version_info)
    try:
        if wanted == ["benchmarks"]:
            benchmarks()
        else:
            course(locked=wanted == ["locked"])
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
