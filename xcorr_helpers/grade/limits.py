"""What a student's cells may use of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """How much the child that runs a student's cells may use.

    Attributes
    ----------
    start : float
        Seconds until Python and NumPy run in the child.
    cells : float
        Seconds for all of the cells together.
    call : float
        Seconds for one call of the student's function.
    processor : int
        Seconds of processor time in all.
    memory : int
        Bytes of memory.
    disk : int
        Bytes that may be written, in files that vanish with the child.
    reply : int
        Bytes of one answer.
    threads : int
        Threads at a time; further processes there are none.
    files : int
        Files open at a time.
    """

    start: float = 30
    cells: float = 30
    call: float = 10
    processor: int = 60
    memory: int = 2048 * MIB
    disk: int = 16 * MIB
    reply: int = 32 * MIB
    threads: int = 32
    files: int = 64
