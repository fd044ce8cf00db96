"""What the variables of a notebook hold, at any place in it."""

import contextlib
import functools
import io

from tools import built_book


class Running:
    """A notebook whose code cells run as far as somebody asks for their variables."""

    def __init__(self, page):
        self.cells = built_book.cells(page)
        self.variables, self.states = {}, []

    def near(self, place):
        """Return the variables that a cell speaks of: once the code at or below it ran.

        Below the last code, those of the end.
        """
        code = [n for n, cell in enumerate(self.cells) if cell["cell_type"] == "code"]
        last = next((n for n in code if n >= place), code[-1])
        for cell in self.cells[len(self.states) : last + 1]:
            if cell["cell_type"] == "code":
                with contextlib.redirect_stdout(io.StringIO()):
                    exec("".join(cell["source"]), self.variables)
            self.states.append(dict(self.variables))
        return self.states[last]


@functools.cache
def running(page):
    """Return the notebook of a page, the same one each time."""
    return Running(page)
