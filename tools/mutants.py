"""Change the package in hundreds of small ways, and count how many the tests notice.

    python -m tools.mutants

mutmut makes the changes, in copies under `mutants/`, and runs the tests of each one;
pyproject.toml says which files and tests. `tests/project/surviving_mutants.toml` says
how many in a function no test notices, and why they change nothing that matters.
"""

import collections
import json
import os
import re
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
EXPLAINED = ROOT / "tests" / "project" / "surviving_mutants.toml"
SMALLEST_SCORE = 0.95
NOTICED = ("killed", "timeout", "segfault")
# What a mutant may take: one that asks for terabytes must not take the machine along.
MEMORY = 4 * 1024**3


def main():
    os.chdir(ROOT)  # mutmut reads and writes there
    run_mutmut()
    explained = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))
    results = {path: outcomes(path) for path in mutated_files()}
    survivors = collections.defaultdict(list)
    for path, of_file in results.items():
        for name, status in of_file.items():
            if status not in NOTICED:
                survivors[function_of(name)].append(changed_lines(path, name))
    complaints = score_table(results) + compared(survivors, explained)
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


def function_of(mutant):
    """Return its module, without the package, and its name."""
    module, _, name = mutant.rpartition("__mutmut_")[0].rpartition(".x")
    return f"{module.partition('.')[2]}.{name[1:].replace('ǁ', '.')}"


def changed_lines(path, mutant):
    lines = get_diff_for_mutant(mutant, path=path).splitlines()
    return "\n".join(line for line in lines if re.match(r"[+-](?![+-]{2})", line))


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


def compared(survivors, explained):
    """List the functions where more survive than is explained, or fewer."""
    complaints = []
    for function in sorted(survivors.keys() | explained):
        texts = survivors.get(function, [])
        number = explained.get(function, {"survivors": 0})["survivors"]
        if len(texts) != number:
            told = f"{function}: {len(texts)} survive, {number} are explained"
            complaints.append("\n".join([told, *texts]))
    return complaints


if __name__ == "__main__":
    main()
