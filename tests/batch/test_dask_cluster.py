"""A batch on a real Dask scheduler with two worker processes on loopback, and what happens when one of them, or the scheduler, is killed."""

import json
import os
import subprocess
import sys
import time

import pytest
from distributed import Client

from cnnlab.batch import dask_cluster
from cnnlab.batch.dask_cluster import on_dask
from cnnlab.errors import Fault, UsageError


class Cluster:
    """A scheduler and its workers, as processes that a test may kill."""

    def __init__(self, folder, *options):
        self._file = folder / "scheduler.json"
        self.scheduler = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", self._file
        )
        deadline = time.monotonic() + 60
        while not self._file.exists() or not self._file.read_text(encoding="utf-8").rstrip().endswith("}"):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        self.address = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self._start("dask_worker", self.address, *alone, *more) for more in options or [(), ()]]

    def _start(self, module, *arguments):
        command = [sys.executable, "-m", f"distributed.cli.{module}", *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def close(self):
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    started = Cluster(tmp_path)
    yield started
    started.close()


@pytest.fixture
def cluster_of(tmp_path):
    """A cluster with a worker for each tuple of options; it is given when all of them have come."""
    started = []

    def cluster_of(*options):
        started.append(Cluster(tmp_path, *options))
        with Client(started[-1].address, set_as_default=False) as client:
            client.wait_for_workers(len(options), timeout=100)
        return started[-1]

    yield cluster_of
    for each in started:
        each.close()


def test_what_needs_a_gpu_goes_to_workers_that_offer_one_and_one_at_a_time(cluster_of, tmp_path):
    cluster = cluster_of(("--name", "plain"), ("--name", "with a GPU", "--resources", "GPU=1", "--nthreads", "4"))
    taken = tmp_path / "taken"

    def where():
        from distributed import get_worker

        os.close(os.open(taken, os.O_CREAT | os.O_EXCL))  # there is one GPU: who comes while another is at it fails
        time.sleep(0.05)
        taken.unlink()
        return get_worker().name

    with on_dask(cluster.address, "cuda") as place:
        futures = [place.executor.submit(where) for _ in range(8)]
        assert [future.result(100) for future in futures] == ["with a GPU"] * 8


@pytest.mark.parametrize("device", ["auto", "cpu"])
def test_without_a_wish_for_a_gpu_every_worker_is_used(cluster_of, tmp_path, device):
    cluster = cluster_of(("--name", "plain"), ("--name", "with a GPU", "--resources", "GPU=1"))
    marks = [tmp_path / name for name in ("one", "two")]

    def meet(mine, other):
        from distributed import get_worker

        mine.touch()
        while not other.exists():  # each waits until the other worker is at it
            time.sleep(0.01)
        return get_worker().name

    with on_dask(cluster.address, device) as place:
        futures = [place.executor.submit(meet, *pair) for pair in (marks, marks[::-1])]
        assert {future.result(100) for future in futures} == {"plain", "with a GPU"}


def test_where_no_worker_offers_a_gpu_it_is_a_sentence_and_no_wait_without_end(
    cluster_of, cnnlab, shared_course, right_answer, tmp_path
):
    cluster = cluster_of((), ())
    with (
        pytest.raises(UsageError, match=r"None of the 2 workers at .* offers a GPU\. .*`--resources GPU=1`"),
        on_dask(cluster.address, "cuda"),
    ):
        pass
    # Where no network is trained there is nothing to do for a GPU.
    (tmp_path / "class" / "kim").mkdir(parents=True)
    (tmp_path / "class" / "kim" / "tiny.py").write_text(right_answer, encoding="utf-8")
    arguments = ("--device", "cuda", "--course", shared_course.root, "--gradebook", tmp_path / "book.sqlite")
    ran = cnnlab("grade", "tiny", tmp_path / "class", "--dask", cluster.address, *arguments)
    assert (ran.code, "1 graded now (passed 1)" in ran.said) == (0, True), ran.said


def test_workers_that_have_not_come_yet_are_waited_for(cluster_of):
    cluster = cluster_of(("--resources", "GPU=1"))
    cluster.workers[0].kill()
    cluster.workers[0].wait()
    with Client(cluster.address, set_as_default=False) as client:
        deadline = time.monotonic() + 100
        while client.scheduler_info(n_workers=-1)["workers"]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    with on_dask(cluster.address, "cuda") as place:
        assert place.at_once == dask_cluster.AHEAD * dask_cluster.EXPECTED


def test_a_worker_that_is_killed_half_way_costs_nothing_and_a_scheduler_only_a_sentence(
    cluster, job, book, results, right_answer, monkeypatch
):
    sources = {f"student{number}": right_answer + f"# {number}\n" for number in range(8)}
    finished = []

    def kill_one(name):
        finished.append(name)
        if len(finished) == 3:
            cluster.workers[0].kill()

    with on_dask(cluster.address) as place:
        found = results(place.executor, job, book, sources, between=kill_one)
    assert cluster.workers[0].wait(60) < 0
    assert {name: report.score for name, report in found.items()} == dict.fromkeys(sources, 100)

    monkeypatch.setattr(dask_cluster, "CONNECT_SECONDS", 2)
    more = {f"later{number}": right_answer + f"# later {number}\n" for number in range(4)}
    kept = []

    def kill_scheduler(name):
        kept.append(name)
        cluster.scheduler.kill()

    with (
        pytest.raises(Fault, match=r"The Dask scheduler at .* is gone. What was graded is kept"),
        on_dask(cluster.address) as place,
    ):
        results(place.executor, job, book, more, at_once=1, between=kill_scheduler)
    assert kept == ["later0"]


def test_the_command_line_grades_on_a_cluster(cluster, cnnlab, shared_course, right_answer, tmp_path):
    for name in ("kim", "lee"):
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "tiny.py").write_text(f"{right_answer}# {name}\n", encoding="utf-8")
    arguments = ("--dask", cluster.address, "--course", shared_course.root, "--gradebook", tmp_path / "book.sqlite")
    ran = cnnlab("grade", "tiny", tmp_path / "class", *arguments)
    assert (ran.code, "2 graded now (passed 2)" in ran.said) == (0, True), ran.said


def test_where_no_scheduler_is_it_is_a_sentence(monkeypatch):
    monkeypatch.setattr(dask_cluster, "CONNECT_SECONDS", 1)
    for address in ("tcp://127.0.0.1:1", "nowhere at all"):
        with pytest.raises(UsageError, match="No Dask scheduler answers at"), on_dask(address):
            pass
