"""Lessons rendered on one core or more: the pages are the same, and nothing is lost with a process."""

import os
import signal
import threading

import pytest

from cnnlab.course import catalogue
from cnnlab.lectures import rendering
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources
from cnnlab.lectures.rendering import render_lessons
from tests.lectures.conftest import ROOT


@pytest.fixture(scope="module")
def sources():
    return read_sources(catalogue.read_course(ROOT))


@pytest.fixture(scope="module")
def few(sources):
    return [lesson for lesson in sources.lessons.values() if lesson.number in (1, 2, 3)]


def rendered(few, sources, cores, memory=None):
    memory = memory or Memory()
    pages = render_lessons(few, sources, memory, cores)
    return {(page.lesson.language, page.lesson.slug): page for page in pages}, memory


def test_pages_and_memory_do_not_depend_on_the_cores(few, sources):
    on_one, kept = rendered(few, sources, 1)
    for cores in (2, 3, 8):
        pages, memory = rendered(few, sources, cores)
        assert pages == on_one
        assert memory.packed() == kept.packed()


def test_a_machine_of_many_cores_starts_no_process_with_little_to_do(few, sources, monkeypatch):
    def noted(*given):
        started.append(send(*given))
        return started[-1]

    started, send = [], rendering._send_away
    monkeypatch.setattr(rendering, "_send_away", noted)
    rendered(few, sources, 64)
    assert len(started) == len(few) // 2 - 1
    rendered(few[:3], sources, 64)
    assert len(started) == len(few) // 2 - 1


def test_more_lessons_than_a_pipe_has_numbers_for_go_several_to_a_pile(few, sources, monkeypatch):
    monkeypatch.setattr(rendering, "MOST_PILES", 4)
    assert rendered(few, sources, 2)[0] == rendered(few, sources, 1)[0]


def test_what_was_known_is_known_still(few, sources):
    _, memory = rendered(few, sources, 2)
    again = Memory(dict(memory.learnt()))
    rendered(few, sources, 2, again)
    assert again.as_before
    assert again.packed() == memory.packed()


def test_the_share_of_a_process_that_dies_is_rendered_here(few, sources, monkeypatch):
    here, render = os.getpid(), rendering.render_lesson

    def dying(draft):
        return render(draft) if os.getpid() == here else os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(rendering, "render_lesson", dying)
    assert rendered(few, sources, 2)[0] == rendered(few, sources, 1)[0]


@pytest.mark.parametrize("missing", ["rendering.tempfile.TemporaryFile", "rendering.os.fork"])
def test_where_no_process_can_be_started_all_is_rendered_here(few, sources, monkeypatch, missing):
    def failing():
        raise OSError

    expected = rendered(few, sources, 1)[0]
    monkeypatch.setattr(f"cnnlab.lectures.{missing}", failing)
    assert rendered(few, sources, 2)[0] == expected


def test_what_fails_elsewhere_is_raised_here(few, sources, monkeypatch, capfd):
    def failing(draft):
        if draft.lesson.number == 2:
            raise ValueError(draft.lesson.slug)
        return render(draft)

    def noted(*given):
        away.append(send(*given))
        return away[-1]

    away, render, send = [], rendering.render_lesson, rendering._send_away
    monkeypatch.setattr(rendering, "render_lesson", failing)
    monkeypatch.setattr(rendering, "_send_away", noted)
    with pytest.raises(ValueError, match="02-"):
        render_lessons(few, sources, Memory(), 2)
    assert "Traceback" not in capfd.readouterr().err
    with pytest.raises(ChildProcessError):
        os.waitpid(away[0].process, os.WNOHANG)


def test_nothing_is_forked_beside_another_thread(monkeypatch):
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert rendering._cores() == 1
    finally:
        done.set()
        other.join()
