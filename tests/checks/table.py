"""Wrong answers of readers, labelled with their slip before any judge saw them.

The docstring of each says the slip; `named` holds what the report must say of it.
"""

import ast
import json
from importlib import import_module
from pathlib import Path

from xcorr_helpers import checks

ANSWERS = Path(__file__).parent / "answers"


def _answers(path):
    module = import_module(f"tests.checks.answers.{path.stem}")
    return [
        f
        for f in vars(module).values()
        if getattr(f, "__module__", "") == module.__name__
    ]


CODE = {path.stem: _answers(path) for path in sorted(ANSWERS.glob("[a-z]*.py"))}
RIGHT = {name: [f for f in all if hasattr(f, "is_right")] for name, all in CODE.items()}
WRONG = {name: [f for f in all if hasattr(f, "said")] for name, all in CODE.items()}


def _on_paper():
    """Map each exercise to its wrong answers: value, slip, what is to be said."""
    found = {}
    for line in (ANSWERS / "on_paper.jsonl").read_text(encoding="utf-8").splitlines():
        name, answer, slip, said = json.loads(line)
        found.setdefault(name, []).append((ast.literal_eval(answer), slip, said))
    return found


PAPER = _on_paper()


def reports(name, step=1):
    """Judge the answers, wrong and right, or some; return what is said of each."""
    every = [answer for answer, *_ in answers(name)] + RIGHT.get(name, [])
    return [checks.result(name, answer).report for answer in every[::step]]


def answers(name):
    """List an exercise's wrong answers, each with its slip and what is to be said."""
    if name in PAPER:
        return PAPER[name]
    return [(f, f.__doc__, f.said) for f in WRONG[name]]
