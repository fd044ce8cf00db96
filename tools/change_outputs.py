"""Change 100 stored outputs and see that `pytest --nbval` notices every change.

    python -m tools.change_outputs [--seed SEED]

The sample is another one each time; its seed is printed, to repeat it. nbval judges
each cell by itself, so copies of the notebooks hold many changes at once, one a cell:
every changed cell must fail, and every other cell must pass.
"""

import argparse
import copy
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import nbformat

from .output_changes import FIGURES, TEXT

ROOT = Path(__file__).parents[1]
NOT_COMPARED = "nbval-ignore-output"


class Change(NamedTuple):
    """One cell's outputs, changed."""

    notebook: str
    cell: int  # its number among the code cells, as nbval counts
    kind: object
    said: str
    outputs: list
    round: int  # in an earlier round the cell held another change


def read_notebooks(folder=ROOT / "book"):
    """Return the notebooks of the book by their file names."""
    return {
        path.name: nbformat.read(path, as_version=4)
        for path in sorted(folder.glob("*.ipynb"))
    }


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def is_compared(cell):
    return NOT_COMPARED not in cell.metadata.get("tags", ())


def sample(notebooks, rng):
    """Draw changes of each kind from all cells, as few as can be from the same one."""
    places = [
        (name, number)
        for name, notebook in notebooks.items()
        for number, cell in enumerate(code_cells(notebook))
        if is_compared(cell)
    ]
    kinds = [*Counter(TEXT | FIGURES).elements()]
    rng.shuffle(kinds)
    used, changes = Counter(), []
    for kind in kinds:
        rng.shuffle(places)
        for name, number in sorted(places, key=used.__getitem__):
            outputs = copy.deepcopy(code_cells(notebooks[name])[number].outputs)
            said = kind(outputs, rng)
            if said:
                place = (name, number)
                changes.append(Change(*place, kind, said, outputs, used[place]))
                used[place] += 1
                break
        else:
            raise LookupError(f"there is no output for one more {kind.__name__}")
    return changes


def failures(notebooks, changes):
    """Run copies that hold these changes, strictly; return why each cell failed."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "book").mkdir()
        for name in ("conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / name, home)
        n_cells = write_changed(notebooks, changes, home / "book")
        command = [sys.executable, "-m", "pytest", "--nbval", "book"]
        command += ["-n", "2", "--dist", "loadfile"]
        options = ["-q", "--tb=short", "--junitxml=report.xml"]
        run = subprocess.run(
            [*command, *options], cwd=home, capture_output=True, text=True, check=False
        )
        report = home / "report.xml"
        cases = list(ET.parse(report).iter("testcase")) if report.exists() else []
    if len(cases) != n_cells:
        raise SystemExit(f"{len(cases)} of {n_cells} cells were run\n{run.stdout}")
    return {
        (f"{case.get('classname').split('.')[-2]}.ipynb", int(case.get("name")[5:])): (
            f"{found.get('message')}\n{found.text}"
        )
        for case in cases
        for found in [*case.iter("failure"), *case.iter("error")]
    }


def write_changed(notebooks, changes, folder):
    """Write the notebooks that have changes; return how many code cells they have."""
    n_cells = 0
    for name in {change.notebook for change in changes}:
        notebook = copy.deepcopy(notebooks[name])
        cells = code_cells(notebook)
        for change in changes:
            if change.notebook == name:
                cells[change.cell].outputs = change.outputs
        nbformat.write(notebook, folder / name)
        n_cells += len(cells)
    return n_cells


def judge(changes, failed):
    """Print what nbval missed, and what else failed; return how many of each."""
    changed = {(change.notebook, change.cell): change for change in changes}
    missed = [
        place for place in changed if "Cell outputs differ" not in failed.get(place, "")
    ]
    for place in missed:
        change = changed[place]
        where = f"{change.notebook}, code cell {change.cell}"
        print(f"NOT NOTICED: {where}, {change.kind.__name__}: {change.said}")
    others = sorted(set(failed) - set(changed))
    for name, number in others:
        print(f"NOT CHANGED, and failed: {name}, code cell {number}")
    return len(missed), len(others)


def summary(notebooks, changes, n_missed):
    counts = Counter(change.kind for change in changes)
    for title, kinds in (("figures", FIGURES), ("text", TEXT)):
        total = sum(counts[kind] for kind in kinds)
        listed = (f"{counts[kind]} {kind.__name__.replace('_', ' ')}" for kind in kinds)
        print(f"{total} in {title}: {', '.join(listed)}")
    cells = [cell for notebook in notebooks.values() for cell in code_cells(notebook)]
    left = sum(not is_compared(cell) for cell in cells)
    print(f"{left} of {len(cells)} cells measure or show progress: never compared")
    print(f"{len(changes)} changed, {len(changes) - n_missed} noticed")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    seed = parser.parse_args().seed
    print(f"--seed {seed}", flush=True)
    notebooks = read_notebooks()
    changes = sample(notebooks, random.Random(seed))
    n_missed = n_others = 0
    for number in sorted({change.round for change in changes}):
        held = [change for change in changes if change.round == number]
        names = {change.notebook for change in held}
        print(f"{len(held)} changes in {len(names)} notebooks", flush=True)
        missed, others = judge(held, failures(notebooks, held))
        n_missed, n_others = n_missed + missed, n_others + others
    summary(notebooks, changes, n_missed)
    sys.exit(bool(n_missed or n_others))


if __name__ == "__main__":
    main()
