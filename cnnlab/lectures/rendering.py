"""Lessons to pages, on all cores: for each core but one a process is forked. All take lessons from one queue, and send back what they made of them.

Forked by hand: to import multiprocessing takes as long as several lessons. What does not come back is rendered here, so whatever is wrong
with it is raised where it can be seen.
"""

import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.markdown import render_lesson
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.model import Lesson, Page, Sources

# A process with fewer lessons than these takes longer to start than it saves.
WORTHWHILE = 2
# Each in two bytes, all in one pipe at once: far more lessons than this go several to a pile.
MOST_PILES = 1000
Piles = Sequence[Sequence[Lesson]]


def render_lessons(lessons: Sequence[Lesson], sources: Sources, memory: Memory, cores: int | None = None) -> list[Page]:
    """The pages of these lessons, in no order. `cores` are those that this process may use, where it is not said."""
    count = max(min(cores or _cores(), len(lessons) // WORTHWHILE), 1)
    longest_first = sorted(lessons, key=lambda lesson: -len(lesson.body))
    piles = [longest_first[place::MOST_PILES] for place in range(min(len(lessons), MOST_PILES))]
    queue = _queue(len(piles))
    away: list[_Away] = []
    try:
        with suppress(OSError):  # No room for another process, or for what it sends: then there are fewer.
            for _ in range(count - 1):
                away.append(_send_away(piles, queue, sources, memory))
        pages = dict(_take(piles, queue, sources, memory))
        while away:
            pages |= away.pop().bring_back(memory)
    finally:
        os.close(queue)
        for each in away:
            each.give_up()
    pages |= {place: _render(pile, sources, memory) for place, pile in enumerate(piles) if place not in pages}
    return [page for made in pages.values() for page in made]


def _cores() -> int:
    """A fork copies one thread alone, and what the others hold stays locked: so never beside another thread."""
    alone = threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if alone and hasattr(os, "sched_getaffinity") else 1


def _queue(count: int) -> int:
    """A pipe with the numbers of all piles in it: whoever reads one has it alone."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(place.to_bytes(2) for place in range(count)))
    os.close(writing)
    return reading


def _take(piles: Piles, queue: int, sources: Sources, memory: Memory) -> Iterator[tuple[int, list[Page]]]:
    """Render pile after pile until none is left."""
    while number := os.read(queue, 2):
        place = int.from_bytes(number)
        yield place, _render(piles[place], sources, memory)


def _render(lessons: Iterable[Lesson], sources: Sources, memory: Memory) -> list[Page]:
    return [render_lesson(Draft(lesson, sources, memory)) for lesson in lessons]


@dataclass(frozen=True)
class _Away:
    """A process that renders what it takes from the queue."""

    process: int
    sent: IO[bytes]

    def bring_back(self, memory: Memory) -> dict[int, list[Page]]:
        """What it made, or nothing where it failed."""
        with self.sent:
            _, status = os.waitpid(self.process, 0)
            if status:
                return {}
            self.sent.seek(0)
            pages: dict[int, list[Page]] = {}
            while (made := pickle.load(self.sent)) is not None:
                pages |= made
            memory.add(pickle.load(self.sent))
        return pages

    def give_up(self) -> None:
        """End the process: what it makes is no longer wanted."""
        self.sent.close()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _send_away(piles: Piles, queue: int, sources: Sources, memory: Memory) -> _Away:
    # A file and no pipe: nobody reads before the end, and a pipe would be full.
    sent = tempfile.TemporaryFile()  # noqa: SIM115 (it outlives this)
    process = os.fork()
    if process:
        return _Away(process, sent)
    # What ends here must never go on as a second parent.
    try:
        apart = memory.apart()
        for place, pages in _take(piles, queue, sources, apart):
            pickle.dump({place: pages}, sent, pickle.HIGHEST_PROTOCOL)
        pickle.dump(None, sent)
        pickle.dump(apart.learnt(), sent)
        sent.flush()
        os._exit(0)
    finally:
        os._exit(1)
