"""Ask a student's cells, which run in a child process of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .isolation import Isolation
from .limits import Limits


class Submission:
    """The cells of one notebook that lead up to one exercise, run in a child.

    The child starts where the `with` begins, runs the cells in order, whatever they
    raise, and ends with all that it started where the `with` ends.

    Parameters
    ----------
    cells : sequence of str
        The code of the cells, in order. Lines that only Jupyter understands (`%`, `!`)
        are left out.
    name : str
        What is asked for: "my_window", or "my_answer".
    isolation : Isolation
        How the child is kept apart.
    limits : Limits
        What it may use.

    Attributes
    ----------
    problem : str
        Why `name` cannot be asked for, in words for a report; empty if it can. Nothing
        a student writes makes this class raise.
    value : object
        What `name` holds: a plain value (None, numbers, text, tuples and lists, arrays
        of numbers), an object of no content which tells its kind (a set is a set, any
        other an instance of a class with that name), or a function as below. None if
        there is a problem.
    function : callable
        `value` again, for exercises that ask for one: a callable that a judge takes as
        it takes the student's own. Arguments go to the child and an answer, an error or
        a text that was printed comes back. If `name` holds no function, it is what it
        holds, of which a judge says that it is none.

    Examples
    --------
    >>> cells = ["def my_double(x):", "def my_double(x): return 2 * x"]
    >>> with Submission(cells, "my_double", isolation, Limits()) as answered:
    ...     answered.function(4)
    8
    """

    def __init__(
        self, cells: Sequence[str], name: str, isolation: Isolation, limits: Limits
    ) -> None:
        self.problem = ""
        self.value: Any = None

    @property
    def function(self) -> Callable[..., Any]:
        """What `name` holds, to be handed to a judge."""
        raise NotImplementedError

    def __enter__(self) -> Submission:
        raise NotImplementedError

    def __exit__(self, *error: object) -> None:
        raise NotImplementedError
