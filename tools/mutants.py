"""Change the package in hundreds of small ways, and count how many the tests notice.

    python -m tools.mutants

mutmut makes the changes, in copies under `mutants/`, and runs the tests of each one;
pyproject.toml says which files and tests. A mutant that no test notices has to stand in
`tests/surviving_mutants.toml` with the reason why it changes nothing that matters.
"""

import collections
import json
import os
import resource
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).parents[1]
COPIES = ROOT / "mutants"
EXPLAINED = ROOT / "tests" / "surviving_mutants.toml"
SMALLEST_SCORE = 0.95
NOTICED = ("killed", "timeout", "segfault")
# What a mutant may take: one that asks for terabytes must not take the machine along.
MEMORY = 4 * 1024**3


def main():
    os.chdir(ROOT)  # mutmut reads and writes there
    run_mutmut()
    with EXPLAINED.open("rb") as stream:
        groups = tomllib.load(stream)["survivors"]
    explained = {text for group in groups for text in group["mutants"]}
    results = {path: outcomes(path) for path in mutated_files()}
    survivors = [
        mutant_text(path, name)
        for path, of_file in results.items()
        for name, status in of_file.items()
        if status not in NOTICED
    ]
    complaints = score_table(results)
    complaints += [f"not explained: {text}" for text in new_of(survivors, explained)]
    complaints += [f"noticed now: {text}" for text in new_of(explained, survivors)]
    print(f"{len(survivors)} survivors, {len(explained)} explained in {EXPLAINED.name}")
    if complaints:
        sys.exit("\n".join(complaints))


def run_mutmut():
    """Run it from the beginning: what it remembers knows nothing of changed tests."""
    shutil.rmtree(COPIES, ignore_errors=True)
    run = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), "run"],
        # It counts along, which only a terminal shows as one line.
        capture_output=not sys.stdout.isatty(),
        text=True,
        # Copies of a process with threads at work in it may hang.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    if run.returncode:
        sys.exit(f"mutmut failed\n{(run.stdout or '')[-4000:]}{run.stderr or ''}")


def mutated_files():
    with (ROOT / "pyproject.toml").open("rb") as stream:
        return tomllib.load(stream)["tool"]["mutmut"]["only_mutate"]


def outcomes(path):
    """Tell for each mutant of a file what became of it."""
    results = json.loads((COPIES / f"{path}.meta").read_text())["exit_code_by_key"]
    return {name: status_by_exit_code[code] for name, code in results.items()}


def mutant_text(path, name):
    """Name a mutant by what it changes, which no line above it can move."""
    changes = [
        f"{line[0]} {line[1:].strip()}"
        for line in get_diff_for_mutant(name, path=path).splitlines()
        if line[0] in "+-" and not line.startswith(("+++", "---"))
    ]
    function = name.rpartition(".x_")[2].rpartition("__mutmut_")[0]
    return "\n".join([f"{Path(path).name}, {function}:", *changes])


def score_table(results):
    """Print the score of each file, and return what is too low."""
    complaints = []
    print(f"\n{'file':36}{'mutants':>8}{'noticed':>9}{'score':>9}")
    for path, of_file in results.items():
        counts = collections.Counter(of_file.values())
        noticed = sum(counts[status] for status in NOTICED)
        score = noticed / len(of_file)
        print(f"{path:36}{len(of_file):8}{noticed:9}{score:9.1%}  {dict(counts)}")
        if score < SMALLEST_SCORE:
            complaints.append(f"{path}: fewer than {SMALLEST_SCORE:.0%} are noticed")
    return complaints


def new_of(these, those):
    return sorted(set(these) - set(those))


if __name__ == "__main__":
    main()
