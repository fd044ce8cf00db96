"""All exercises that have a judge: what the judges hold, and what learners answer."""

import sys
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from xcorr_helpers import checks

CHAPTERS = [
    import_module(f"tests.checks.answers.{path.stem}")
    for path in sorted(Path(__file__).parent.glob("answers/chapter_*.py"))
]
ALL_RIGHT = {name: all for c in CHAPTERS for name, all in c.RIGHT.items()}
RIGHT = {name: programs[0] for name, programs in ALL_RIGHT.items()}
WRONG = {name: mistakes for c in CHAPTERS for name, mistakes in c.WRONG.items()}
PAPER = {name: a for c in CHAPTERS for name, a in getattr(c, "PAPER", {}).items()}


def handed_on(name):
    """Return the task of a judge, or what the judge of a paper exercise compares."""
    module = sys.modules[getattr(checks, name).__module__]
    with patch.object(module, "judge") as judge, patch.object(module, "predicted") as p:
        getattr(checks, name)(None)
    return judge.call_args.args[1] if judge.called else p.call_args.args


HANDED_ON = {name: handed_on(name) for name in checks.__all__}
HINTS = {n: given[3] for n, given in HANDED_ON.items() if isinstance(given, tuple)}
TASKS = {n: given for n, given in HANDED_ON.items() if n not in HINTS}


def listed(answers):
    """List the programs under each text, also where there is only one."""
    for said, programs in answers.items():
        several = isinstance(programs, list | tuple)
        yield from ((said, p) for p in (programs if several else [programs]))


def copied(case):
    return [a.copy() if hasattr(a, "copy") else a for a in case]
