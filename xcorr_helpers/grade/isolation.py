"""How the child is kept apart from all else: bubblewrap, on Linux."""

from __future__ import annotations


class Isolation:
    """How a child is started: kept apart from all else, or not.

    `Isolation.of_this_system()` is what this system can give, `Isolation.none()` a plain
    process with what limits there are (`--without-isolation`).
    """

    @classmethod
    def of_this_system(cls) -> Isolation:
        """Return the isolation of this system; `missing()` says what it lacks."""
        raise NotImplementedError

    @classmethod
    def none(cls) -> Isolation:
        """Return no isolation, as `--without-isolation` asks."""
        raise NotImplementedError


def missing() -> list[str]:
    """Try the isolation for real, and list in sentences what this system cannot give.

    Empty where all is given. Takes about half a second.
    """
    raise NotImplementedError
