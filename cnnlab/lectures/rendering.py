"""Lessons to pages, on all cores: for each core but one a process is forked, which renders its share and sends it back.

Forked by hand: to import multiprocessing takes as long as several lessons. A share that does not come back is rendered here,
so whatever is wrong with it is raised where it can be seen.
"""

import os
import pickle
import signal
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.markdown import render_lesson
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.model import Lesson, Page, Sources

# A process with fewer lessons than these takes longer to start than it saves.
WORTHWHILE = 2


def render_lessons(lessons: Sequence[Lesson], sources: Sources, memory: Memory, cores: int | None = None) -> list[Page]:
    """The pages of these lessons, in no order. `cores` are those that this process may use, where it is not said."""
    count = max(min(cores or _cores(), len(lessons) // WORTHWHILE), 1)
    longest_first = sorted(lessons, key=lambda lesson: -len(lesson.body))
    shares = [longest_first[place::count] for place in range(count)]
    away = [_send_away(share, sources, memory) for share in shares[1:]]
    try:
        pages = _render(shares[0], sources, memory)
        while away:
            pages += away.pop().bring_back(sources, memory)
    finally:
        for each in away:
            each.give_up()
    return pages


def _cores() -> int:
    """A fork copies one thread alone, and what the others hold stays locked: so never beside another thread."""
    alone = threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if alone and hasattr(os, "sched_getaffinity") else 1


def _render(lessons: Iterable[Lesson], sources: Sources, memory: Memory) -> list[Page]:
    return [render_lesson(Draft(lesson, sources, memory)) for lesson in lessons]


@dataclass(frozen=True)
class _Away:
    """A share of the lessons, and the process that renders it."""

    lessons: Sequence[Lesson]
    process: int
    pipe: int

    def bring_back(self, sources: Sources, memory: Memory) -> list[Page]:
        with os.fdopen(self.pipe, "rb") as sent:
            content = sent.read()
        _, status = os.waitpid(self.process, 0)
        if status:
            return _render(self.lessons, sources, memory)
        pages, learnt = pickle.loads(content)
        memory.add(learnt)
        return list(pages)

    def give_up(self) -> None:
        """End the process: what it makes is no longer wanted."""
        os.close(self.pipe)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _send_away(lessons: Sequence[Lesson], sources: Sources, memory: Memory) -> _Away:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Away(lessons, process, reading)
    # What ends here must never go on as a second parent.
    try:
        apart = memory.apart()
        content = pickle.dumps((_render(lessons, sources, apart), apart.learnt()), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(content)
        os._exit(0)
    finally:
        os._exit(1)
