"""What the questions of several chapters share: the positions of a rectangle."""

from __future__ import annotations


def rectangle(start: int, rows: int, columns: int, step: int) -> tuple[int, ...]:
    """List positions row after row, where `step` leads from one row to the next."""
    return tuple(start + step * i + j for i in range(rows) for j in range(columns))
