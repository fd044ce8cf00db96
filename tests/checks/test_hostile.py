"""Whatever a function does, its judge prints one report, and does not raise."""

import random
import re
import sys
import warnings

import numpy as np
import pytest

import xcorr_helpers as x
from tests.checks.exercises import CODE, ON_PAPER, RIGHT
from xcorr_helpers import checks
from xcorr_helpers.checks import _search

# Of the others it is not asked which mistake gives that.
SEARCHED = ("window_index", "strip_width")


class Explodes:
    """Raises whatever one does with it."""

    def __init__(self, error=RuntimeError):
        self.error = error

    def boom(self, *arguments, **named):
        raise self.error("no")

    __array__ = __eq__ = __len__ = __iter__ = __bool__ = __float__ = __int__ = boom
    __index__ = __str__ = __repr__ = __getitem__ = __hash__ = __array_ufunc__ = boom
    __ne__ = __lt__ = __add__ = __getattr__ = __call__ = boom


class Mute(Exception):
    """An error that cannot be read."""

    def __str__(self):
        raise SystemExit("not even this")


class Odd(np.ndarray):
    """An array that lies."""

    def __eq__(self, other):
        return True

    def __array_function__(self, *arguments):
        return True


def endless(*arguments):
    return endless(*arguments)


def itself():
    loop = []
    loop.append(loop)
    return [loop] * 100


def raises(error):
    def function(*arguments):
        raise error

    return function


def closes(*arguments):
    sys.stdout.close()
    sys.stderr.close()
    print("still here")


def loses_stdout(*arguments):
    sys.stdout = None


def all_warnings(*arguments):
    warnings.simplefilter("error")
    np.seterr(all="raise")
    return np.full(6, np.nan)


async def later(*arguments):
    return 1


LISTS = [[[]], [[1], [1, 2]], [None], ["a"], [1, "a"], [10**400], [True, 2]]
TYPES = ["M8[s]", "m8[s]", [("a", int)], bool, object]
ARRAYS = [None, "a", [1, None], [1j], np.zeros((0, 6)), np.zeros((1,) * 30)]
ANSWERS = [
    *(None, ..., "no", b"no", "\ud800", 3, 2.5, True, 1j, float("nan"), 10**400),
    *({}, {1: 2}, set(), object(), object, len, range(6), [], (), *LISTS),
    *([Explodes()], Explodes(), Explodes(SystemExit), itself()),
    *(np.nan, np.void(b"abc"), np.timedelta64(3, "s"), np.str_("a")),
    *map(np.array, ARRAYS),
    *(np.zeros(6, dtype) for dtype in TYPES),
    *(np.full(6, np.nan), np.full(6, np.inf), np.broadcast_to(0, (10**9, 10**9))),
    *(np.zeros(6).view(Odd), np.ma.masked_array(np.zeros(6), True), np.matrix("1 2")),
    *(np.random.default_rng(0), iter([1]), (n for n in "a")),
]
ERRORS = [
    *(ValueError("a\nb"), ValueError("x" * 10**6), ValueError("\ud800\x1b[2J"), Mute()),
    *(SystemExit(3), SystemExit(), RecursionError(), MemoryError(), GeneratorExit()),
    *(StopIteration(3), NotImplementedError(), AssertionError(), BaseException("so")),
    *(ExceptionGroup("many", [ValueError("one")]), KeyError("k"), Warning("w")),
]
FUNCTIONS = [
    *(lambda *arguments, answer=answer: answer for answer in ANSWERS),
    *(endless, closes, loses_stdout, all_warnings, later),
    *(Explodes(), Explodes(SystemExit), int, np.zeros, print),
    *map(raises, ERRORS),
    lambda: 1,
    lambda a: 1,
    lambda a, b, c, d, e: 1,
    lambda *, a: 1,
    lambda *arguments: sys.exit("bye"),
    lambda *arguments: print("long\n" * 10**5),
    lambda *arguments: (yield 1),
    lambda *arguments: arguments,
    lambda *arguments: arguments[0],
    lambda *arguments: 1 / 0,
    lambda *arguments: np.array(arguments, dtype=object),
    lambda *arguments: warnings.warn("mind", stacklevel=1),
]


# All go the same way: it is enough to ask some.
SOME = [
    *(pytest.param(name, marks=pytest.mark.weekly) for name in SEARCHED),
    *[name for name in CODE if name not in SEARCHED][::4],
]


def at_leisure(report):
    """Leave out what is said while one waits: a busy machine says it, too."""
    return re.sub(r".*: waiting for case .*\n", "", report)


@pytest.mark.parametrize("name", SOME)
def test_no_function_gets_through(judged, monkeypatch, name):
    if name not in SEARCHED:
        monkeypatch.setattr(_search, "LONGEST", 0)
    stdout, errors, filters = sys.stdout, np.geterr(), list(warnings.filters)
    for function in FUNCTIONS:
        report = at_leisure(judged(name, function))
        assert ": right on " not in report or "then not" in report, report
        assert len(report) < 2000 and report.isascii() and report.endswith("\n")
        assert all(c.isprintable() for c in report.replace("\n", ""))
        assert report == at_leisure(judged(name, function)), "not the same twice"
        assert sys.stdout is stdout and np.geterr() == errors
        assert warnings.filters == filters


@pytest.mark.parametrize("name", CODE)
def test_no_other_thing_gets_through(judged, name):
    for thing in ANSWERS:
        if callable(thing):
            continue
        report = judged(name, thing)
        assert "hand over the function itself" in report


@pytest.mark.parametrize("name", ON_PAPER)
def test_no_answer_gets_through(judged, name):
    for answer in [*ANSWERS, *FUNCTIONS]:
        if type(answer) is int and answer == ON_PAPER[name].answer:
            continue
        report = judged(name, answer)
        assert ": right" not in report and len(report) < 1000 and report.isascii()


def test_the_reader_can_interrupt():
    for name in CODE:
        with pytest.raises(KeyboardInterrupt):
            getattr(checks, name)(raises(KeyboardInterrupt()))


def test_an_interruption_of_another_kind_is_an_error(judged):
    class Own(KeyboardInterrupt):
        pass

    assert "an interruption of its own kind" in judged("window_index", raises(Own()))


@pytest.mark.parametrize("name", CODE)
def test_a_function_that_asks_its_judge(judged, capsys, name):
    def function(*arguments):
        getattr(checks, name)(function)

    assert "not written yet?" in judged(name, function)
    assert ": right on " in judged(name, RIGHT[name])
    with pytest.raises(KeyboardInterrupt):
        getattr(checks, name)(raises(KeyboardInterrupt()))
    capsys.readouterr()
    assert ": right on " in judged(name, RIGHT[name])


def test_what_is_raised_is_told(judged):
    report = judged("window_index", lambda i, k: 1 / 0)
    assert "image_shape = (5, 9), kernel_shape = (2, 3)" in report
    assert "it raised ZeroDivisionError: division by zero" in report
    report = judged("window_index", endless)
    assert "raised RecursionError: it calls itself without end" in report
    report = judged("window_index", lambda i: i)
    assert "takes 1 positional argument but 2 were given" in report
    assert "it is called as my_function(image_shape, kernel_shape)" in report
    report = judged("window_index", raises(ValueError(object())))
    assert "object at 0x...>" in report


def test_what_is_printed_is_told_where_it_helps(judged):
    def talks(image_shape, kernel_shape):
        print("step", image_shape[0])
        return x.window_index(image_shape, kernel_shape) * image_shape[0]

    assert "printed   step 5\n" in judged("window_index", talks)


def arrays_in(arguments):
    return [argument for argument in arguments if isinstance(argument, np.ndarray)]


CHANGES = {
    "values": lambda array: array.__setitem__(..., 0),
    "one value": lambda array: array.__setitem__((-1,) * array.ndim, 99),
    "shape": lambda array: setattr(array, "shape", (-1, 1, 1, 1, 1)),
    "dtype": lambda array: setattr(array, "dtype", np.dtype("V8")),
    "size": lambda array: array.resize((1,), refcheck=False),
    "order": lambda array: array.sort(axis=0),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", CODE)
def test_changed_input_is_found(judged, name, change):
    changed = []

    def function(*arguments):
        answer = np.array(RIGHT[name](*arguments))
        for array in arrays_in(arguments)[-1:]:
            CHANGES[change](array)
            changed.append(1)
        return answer

    report = judged(name, function)
    if changed:
        assert "its answer is right" in report and "it changed its input, " in report
    assert ": right on " in judged(name, RIGHT[name]), "the cases are harmed"


@pytest.mark.thorough
def test_reports_do_not_depend_on_the_world(judged):
    def wrong(image, kernels):
        return x.correlate(image[None, ..., None], kernels[..., None])[0] + 1 / 3

    before = judged("apply_kernels", wrong)
    random.seed(3)
    np.random.seed(3)
    with np.printoptions(precision=1, threshold=2, legacy="1.13"):
        assert judged("apply_kernels", wrong) == before
