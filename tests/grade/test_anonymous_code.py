"""Code without whose it is: comments, names, strings."""

import ast

import pytest

import xcorr_helpers
from tests.grade import classroom
from xcorr_helpers import checks
from xcorr_helpers.checks import CodeExercise
from xcorr_helpers.grade import anonymous_code
from xcorr_helpers.grade.anonymous_code import anonymous
from xcorr_helpers.grade.answers import held
from xcorr_helpers.grade.homework import FUNCTIONS

# Whatever can hold a name in Python; each holds somebody's.
SOMEBODYS = '''
# Muster wrote this
"""Muster, 816017238"""
import muster
import muster.more as muster2
import numpy as muster_np
from muster import anna as musters, numpy
from numpy import zeros as muster_zeros
class Muster(Mustermann, muster=1):
    """Muster"""
    muster: "Muster" = 1
    def muster(self, muster_argument: "Muster" = 816017238, *muster_args,
               muster_only=0.81601723812, **muster_kwargs) -> "Muster":
        nonlocal_muster = f"Muster {muster!r}"
        def inner(muster):
            nonlocal nonlocal_muster
            global muster_global
        return self.muster_attribute.sum(muster_axis=0, axis=1)
async def muster_async():
    async with muster as muster_a:
        async for muster_i in muster: await muster_i
try:
    pass
except* MusterError as muster_error:
    raise
lambda muster: (muster_w := muster)
match muster:
    case {"muster": 1, **muster_rest}: pass
    case [1, *muster_star]: pass
    case Muster(muster_key=muster_v) as muster_as: pass
with open("muster") as muster_file: del muster_x
muster_b = b"Muster"; muster_u = u"Muster"; muster_j = 816017238j
[muster_c for muster_c in muster if "muster" in muster]
@muster_decorator
def muster_f(): "Muster"
'''


def test_nobodys_name_is_left(monkeypatch):
    monkeypatch.setattr(anonymous_code, "_MOST_LINES", 500)
    code = anonymous(SOMEBODYS, ["my_window"])
    assert "muster" not in code.lower()
    assert "anna" not in code
    assert "816" not in code
    assert "#" not in code
    assert "more lines" not in code
    assert "->" not in code
    assert "\n    '...'\n" not in code
    ast.parse(code)


@pytest.mark.parametrize("exercise", FUNCTIONS)
def test_the_tables_answers_keep_what_they_do(exercise):
    record = checks._record(exercise)
    assert isinstance(record, CodeExercise)
    kept = (*record.arguments, held(exercise))
    for function in classroom.wrongs(exercise)[:8]:
        code = anonymous(classroom.program(exercise, function), kept)
        assert function.__doc__ not in code
        space = {}
        exec(code, space)
        renamed = checks.result(exercise, space[held(exercise)])
        was = checks.result(exercise, function)
        if "'...'" not in code:  # a string can say what is done, as in einsum's
            assert (renamed.passed, renamed.mistake) == (was.passed, was.mistake), code


@pytest.mark.parametrize("source", ["x =", "lambda:" * 2_800 + "1", "a" * 20_001, "\0"])
def test_what_cannot_be_read_is_not_shown(source):
    assert anonymous(source, []) == ""


def test_the_packages_own_names_are_known():
    assert {*xcorr_helpers.__all__} <= anonymous_code.OURS


def test_long_code_is_cut():
    code = anonymous("\n".join(f"x = {n}" for n in range(100)), [])
    assert code.endswith("\n... and 60 more lines")


def test_the_courses_own_functions_keep_their_names():
    code = anonymous("annas = correlation_indices(*bens)", [])
    assert code == "v1 = correlation_indices(*v2)"
    for name in xcorr_helpers.__all__:
        assert anonymous(f"{name}(annas)", []) == f"{name}(v1)"
