"""Chapter 11: the channels that one kernel of a grouped layer reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from ..template import Mistakes, Template, ordinal, size, word


@dataclass(frozen=True)
class GroupsRead(Template):
    """The channels that one kernel of a grouped layer reads."""

    judge = "groups_read"
    title = "What does it read?"
    groups: int = size(4, range(3, 9))
    channels: int = size(3, range(3, 8))  # of a group
    kernels: int = size(2, range(2, 6))  # of a group
    kernel: int = size(5, range(2, 30))

    def possible(self) -> bool:
        """Take a kernel of a group inside, and three counts that differ."""
        g, c, k, kernel = astuple(self)
        return len({g, c, k}) == 3 and kernel >= g and 0 < kernel // k < g - 1

    def text(self) -> str:
        g, c, k, kernel = astuple(self)
        return (
            f"A layer has {g * c} channels, {g * k} kernels and {g} groups. Its "
            f"kernels are counted from 0. Which channels does kernel {kernel} read, "
            f"the one that makes output channel {kernel}? Answer with a list of their "
            "numbers."
        )

    def _of(self, group: int) -> tuple[int, ...]:
        return tuple(range(group * self.channels, (group + 1) * self.channels))

    def answer(self) -> tuple[int, ...]:
        return self._of(self.kernel // self.kernels)

    def mistakes(self) -> Mistakes:
        named = [*self._other_groups(), *self._dealt_out()]
        named += [*self._too_many(), *self._single()]
        yield from named
        known = {value for value, _ in named} | {self.answer()}
        for value, said in self._of_neighbours():
            if value not in known:
                yield value, said

    def _other_groups(self) -> Mistakes:
        g, c, k, kernel = astuple(self)
        start = self.answer()[0]
        yield self._of(0), f"That is group 0: which group has output channel {kernel}?"
        yield (
            self._of(kernel // c),
            f"{kernel} is divided by the {c} channels of a group: output channels are "
            "sorted by the kernels of a group.",
        )
        yield (
            self._of(kernel % g),
            f"Its group is {kernel} % {g}, as if kernels were dealt out in turn.",
        )
        yield (
            self._of(g - 1),
            f"That is the last group, {g - 1}: groups are counted from 0, and "
            f"{word(k)} kernels are in each.",
        )
        yield (
            self._of(kernel),
            f"There are only {g * c} channels: {kernel} is a kernel, not a group.",
        )
        yield (
            tuple(range(start + 1, start + 1 + c)),
            "One too far: channels are counted from 0.",
        )
        yield (
            tuple(range(kernel, kernel + c)),
            f"A group's channels begin at its number times {c}, not at the output "
            "channel's number.",
        )

    def _dealt_out(self) -> Mistakes:
        g, c, k, kernel = astuple(self)
        turn = f"The channels are dealt out in turn, every {ordinal(g)}"
        yield tuple(range(kernel // k, g * c, g)), f"{turn}: a group has neighbours."
        yield (
            tuple(range(kernel % g, g * c, g)),
            f"{turn}: a group has neighbours, and {kernel} // {k} is its number.",
        )
        yield (
            self.answer()[::-1],
            "These are the ones, backwards: a group's channels are counted upward.",
        )

    def _too_many(self) -> Mistakes:
        g, c, k, kernel = astuple(self)
        start, group = self.answer()[0], kernel // k
        yield (
            tuple(range(group * k, group * k + k)),
            "These are the output channels of the group: which channels do they read?",
        )
        yield (
            tuple(range(kernel * k, kernel * k + k)),
            f"Each output channel has not {word(k)} channels of its own: it shares "
            "those of its group.",
        )
        yield (
            self._of(group) + self._of(group + 1),
            "Those are two groups: a kernel reads one.",
        )
        yield (
            tuple(range(g * c)),
            "Those are all channels: with groups, a kernel reads some.",
        )
        yield (
            tuple(range(g * k)),
            "Those are the output channels: how many channels go in?",
        )
        yield (
            tuple(range(start + c)),
            "Those are the channels of the groups before it, too.",
        )
        yield (
            tuple(range(start)),
            "Those are the channels before the group: it reads its own.",
        )

    def _single(self) -> Mistakes:
        _, c, k, kernel = astuple(self)
        yield (
            (kernel,),
            "That is the output channel's number: a group of them reads several "
            "channels.",
        )
        yield (self.answer()[0],), "That is the first of them: the group has more."
        if c % 2:
            yield (
                (self.answer()[c // 2],),
                "That is the one in the middle: the group has more.",
            )
        yield (kernel // k,), "That is the group: which channels does it read?"
        yield (c,), "That is how many there are: which ones?"

    def _of_neighbours(self) -> Mistakes:
        """Say the same of each list of one kind, wherever it starts."""
        g, c, k, _ = astuple(self)
        for value in self._runs(1):
            yield value, "That is one channel: a group has more of them."
        for value in self._runs(k):
            yield (
                value,
                f"{word(k).capitalize()} is the number of kernels in a group: how "
                "many channels are in one?",
            )
        for value in self._runs(g):
            yield (
                value,
                f"{word(g).capitalize()} is the number of groups: how many channels "
                "are in one?",
            )
        for start in range(g * c - (c - 1) * c):
            yield (
                tuple(range(start, start + c * c, c)),
                f"Every {ordinal(c)} channel is taken: a group has neighbours.",
            )
        for value in self._runs(c):
            if value[0] % c:
                yield (
                    value,
                    f"A group begins at its number times {c}, as that many channels "
                    "are in each.",
                )

    def _runs(self, count: int) -> Iterator[tuple[int, ...]]:
        for start in range(self.groups * self.channels - count + 1):
            yield tuple(range(start, start + count))
