"""What a child may not ask the kernel for, as a filter that bubblewrap loads.

Limits of memory count by process, so there is only one: no fork, no new program beside
it, threads alone. Memory that no limit counts (shared, or the kernel's own) and further
namespaces, in which a file system may be made, are refused, too, and so is any socket.
"""

from __future__ import annotations

import platform
import struct

# The numbers of each call on x86-64 and on 64-bit Arm; None where there is none.
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    "fork": (57, None),
    "vfork": (58, None),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "io_uring_setup": (425, 425),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "fsopen": (430, 430),
    "open_tree": (428, 428),
    "open_by_handle_at": (304, 265),
}
_CLONE, _CLONE3 = (56, 220), 435
# Column in the table above, and the kernel's name of the processor.
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _EQUAL, _AT_LEAST, _HAS_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in what is looked at
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NOT_PERMITTED, _NOT_THERE = 1, 38
_THREAD = 0x10000  # the flag of `clone` that makes a thread, not a process
_OTHER_NUMBERS = 0x40000000  # x86-64's second table of calls


def refusing() -> bytes | None:
    """Return the filter for this processor; None where its numbers are not known.

    >>> program = refusing()
    >>> program is None or len(program) % 8 == 0
    True
    """
    if platform.machine() not in _MACHINES:
        return None
    column, architecture = _MACHINES[platform.machine()]
    numbers = [found[column] for found in _REFUSED.values()]
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *_answered(_AT_LEAST, _OTHER_NUMBERS, _KILL),
        # The C library asks for `clone` where there is no `clone3`, whose flags lie in
        # memory, and no filter sees them.
        *_answered(_EQUAL, _CLONE3, _ERROR | _NOT_THERE),
    ]
    for number in numbers:
        if number is not None:
            program += _answered(_EQUAL, number, _ERROR | _NOT_PERMITTED)
    program += [
        (_EQUAL, 0, 3, _CLONE[column]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_HAS_BITS, 1, 0, _THREAD),
        (_RETURN, 0, 0, _ERROR | _NOT_PERMITTED),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in program)


def _answered(test: int, value: int, answer: int) -> list[tuple[int, int, int, int]]:
    """Answer in this way where the test is true, and go on otherwise."""
    return [(test, 0, 1, value), (_RETURN, 0, 0, answer)]
