"""What the variables of a notebook hold, at any place in it."""

import contextlib
import functools
import io
import os
from unittest import mock

from tools import built_book


class Running:
    """A notebook whose code cells run as far as somebody asks for their variables."""

    def __init__(self, page):
        self.page, self.cells = page, built_book.cells(page)
        self.variables, self.states = {}, []

    def near(self, place):
        """Return the variables that a cell speaks of: once the code at or below it ran.

        Below the last code, those of the end.
        """
        code = [n for n, cell in enumerate(self.cells) if cell["cell_type"] == "code"]
        last = next((n for n in code if n >= place), code[-1])
        for number in range(len(self.states), last + 1):
            if number in code:
                source = "".join(self.cells[number]["source"])
                named = compile(source, f"{self.page}, cell {number}", "exec")
                with (
                    contextlib.redirect_stdout(io.StringIO()),
                    mock.patch.dict(os.environ),
                ):
                    exec(named, self.variables)
            self.states.append(dict(self.variables))
        return self.states[last]


@functools.cache
def running(page):
    """Return the notebook of a page, the same one each time."""
    return Running(page)
