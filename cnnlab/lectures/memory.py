"""What took long and need not be done again: drawn figures, formulas, and coloured code. Kept beside the pages, in a file of ours.

Whole lessons are remembered as well, for as long as a process runs: who writes a lesson waits for that lesson alone.
"""

from collections.abc import Mapping

import msgpack

from cnnlab.lectures.model import Page


class Memory:
    """Answers by question. Only what was asked for this time is kept for the next, so it never grows stale or large."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._known = dict(known or {})
        self._before = frozenset(self._known)
        self._used: dict[str, str] = {}
        self.pages: dict[object, Page] = {}

    def recall(self, key: str) -> str | None:
        """The answer of an earlier time, if there is one."""
        if key in self._known:
            self._used[key] = self._known[key]
        return self._known.get(key)

    def keep(self, key: str, answer: str) -> None:
        """Remember an answer."""
        self._known[key] = self._used[key] = answer

    def apart(self) -> "Memory":
        """The same knowledge, for a share of the work that is done elsewhere."""
        return Memory(self._known)

    def learnt(self) -> Mapping[str, str | None]:
        """What was asked for: new answers, and None for one that was known."""
        return {key: None if key in self._before else answer for key, answer in self._used.items()}

    def add(self, learnt: Mapping[str, str | None]) -> None:
        """Take in what was learnt elsewhere."""
        for key, answer in learnt.items():
            if answer is None:
                self.recall(key)
            else:
                self.keep(key, answer)

    @property
    def as_before(self) -> bool:
        """Whether all that was known was used, and nothing was learnt."""
        return self._used.keys() == self._before

    def packed(self) -> bytes:
        """What was used, in an order that does not depend on the order of the work."""
        return bytes(msgpack.packb(dict(sorted(self._used.items()))))


def unpacked(content: bytes) -> Memory:
    """A memory of an earlier time; a broken one is an empty one."""
    try:
        known = msgpack.unpackb(content)
    except (ValueError, msgpack.UnpackException):
        return Memory()
    good = isinstance(known, dict) and all(isinstance(value, str) for value in known.values())
    return Memory(known if good else None)
