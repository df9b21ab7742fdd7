"""Local workers: what dies costs only what it was at, and nothing outlives the batch."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from cnnlab.batch.local import LocalWorkers, WorkerLost


def exists(pid):
    return Path(f"/proc/{pid}").exists()


@pytest.fixture
def workers():
    with LocalWorkers(2, patience=60) as started:
        yield started


def test_calls_are_answered_by_processes_of_their_own_and_exceptions_travel(workers):
    pids = {workers.submit(os.getpid).result(60) for _ in range(6)}
    assert os.getpid() not in pids
    assert pids <= set(workers.pids)
    with pytest.raises(ZeroDivisionError):
        workers.submit(divmod, 1, 0).result(60)
    assert workers.submit(os.getpid).result(60) in workers.pids


def test_a_lost_worker_costs_its_own_call_only_and_another_takes_its_place(workers):
    lost = [workers.submit(os._exit, 3) for _ in range(3)]
    kept = [workers.submit(divmod, number, 2) for number in range(6)]
    for future in lost:
        with pytest.raises(WorkerLost):
            future.result(60)
    assert [future.result(60) for future in kept] == [divmod(number, 2) for number in range(6)]


def test_a_worker_that_hangs_is_taken_for_lost():
    with LocalWorkers(1, patience=0.2) as workers, pytest.raises(WorkerLost):
        workers.submit(time.sleep, 600).result(60)


def test_the_end_can_wait_or_not(workers):
    done = workers.submit(divmod, 7, 2)
    workers.shutdown()
    assert done.result(0) == (3, 1)
    hasty = LocalWorkers(1, patience=600)
    pid = hasty.submit(os.getpid).result(60)
    running, waiting = hasty.submit(time.sleep, 600), hasty.submit(time.sleep, 600)
    hasty.shutdown(cancel_futures=True)
    with pytest.raises((WorkerLost, CancelledError)):
        running.result(0)
    with pytest.raises(CancelledError):
        waiting.result(0)
    assert not exists(pid)


def test_ctrl_c_is_not_the_workers_business_but_that_of_programs_it_starts():
    with LocalWorkers(1, patience=60) as workers:
        pid = workers.submit(os.getpid).result(60)
        os.kill(pid, signal.SIGINT)
        assert workers.submit(os.getpid).result(60) == pid
        running = workers.submit(time.sleep, 0.5)
        os.kill(pid, signal.SIGINT)
        running.result(60)
        assert workers.submit(_a_program_ignores_it).result(60) is False
        assert workers.submit(os.getpid).result(60) == pid


def _a_program_ignores_it():
    asked = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    return subprocess.check_output([sys.executable, "-c", asked]).strip() == b"True"
