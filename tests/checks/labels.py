"""How an answer of the table is labelled."""


def named(said):
    """Mark a wrong answer whose report says this of its slip."""

    def mark(function):
        function.said = said
        return function

    return mark


def unnamed(function):
    """Mark a wrong answer of which no report says anything."""
    function.said = None
    return function


def misled(function):
    """Mark a wrong answer whose report names another slip, and not this one."""
    function.said = False
    return function


def right(function):
    """Mark an answer that is right, in whatever style."""
    function.is_right = True
    return function
