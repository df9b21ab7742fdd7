"""Bubblewrap, where it is to be had: the outer jail holds alone, and neither it nor anything in it outlives its grader."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cnnlab.sandbox import jail
from cnnlab.sandbox.confinement import INNER_LAYERS, Budget, Layer
from cnnlab.sandbox.process import ChildProcess
from cnnlab.sandbox.replies import Loaded, Raised, Returned
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import StudentCode, Times

# Where it is not to be had these tests have nothing to prove: grading goes on without it.
JAIL = [frozenset({Layer.BUBBLEWRAP})] if jail.available() else []
WHOLE = [layers | INNER_LAYERS for layers in JAIL]
BUDGET = Budget(256, 60)


@pytest.fixture(autouse=True)
def tried_anew():
    """Forget whether bubblewrap was found."""
    jail.available.cache_clear()
    yield
    jail.available.cache_clear()


def test_the_jail_alone_keeps_files_network_and_processes_out_of_reach(tmp_path):
    source = """
import os, socket
def f(what, *args):
    if what == "write":
        open(args[0], "w")
    elif what == "remove":
        os.remove(args[0])
    elif what == "connect":
        socket.socket().connect(args)
    elif what == "signal":
        os.kill(args[0], 0)
    elif what == "raise":
        os.setuid(1)
"""
    secret = tmp_path / "secret.txt"
    secret.write_text("text", encoding="utf-8")
    for layers in JAIL:
        with socket.create_server(("127.0.0.1", 0)) as listener, ForkServer([], layers) as server:
            attempts = [
                ("write", str(tmp_path / "new")),
                ("write", str(secret)),
                ("remove", str(secret)),
                ("write", "/tmp/cnnlab-jail-test"),
                ("connect", *listener.getsockname()),
                ("signal", os.getpid()),
                ("raise",),
            ]
            for attempt in attempts:
                with StudentCode(server, "m", source, Times(5, 5), 256) as code:
                    reply = code.call("f", attempt, {})
                assert isinstance(reply, Raised), attempt
                assert "OSError" in reply.families
    assert [each.name for each in tmp_path.iterdir()] == ["secret.txt"]
    assert secret.read_text(encoding="utf-8") == "text"


def test_a_submission_is_run_in_the_jail_with_every_other_layer_on():
    source = "import numpy as np\ndef f(x):\n    open('own', 'w').write('text')\n    return float(np.linalg.norm(x))\n"
    for layers in WHOLE:
        with ForkServer(["numpy"], layers) as server, StudentCode(server, "m", source, Times(5, 5), 256) as code:
            assert code.call("f", ([3.0, 4.0],), {}) == Returned(5.0)


def busy(server):
    child = ChildProcess(server, BUDGET)
    source = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
    assert isinstance(child.load("busy", source, 5.0), Loaded)
    return os.dup(child._forked.handle)


def test_all_in_the_jail_ends_with_the_server(ends):
    for layers in WHOLE:
        for way in (lambda server: server.close(), lambda server: os.kill(server._process.pid, signal.SIGKILL)):
            server = ForkServer([], layers)
            handle = busy(server)
            way(server)
            server.close()
            assert ends(handle)
            os.close(handle)


GRADER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from cnnlab.sandbox.confinement import Layer
from cnnlab.sandbox.process import Budget, ChildProcess
from cnnlab.sandbox.server import ForkServer
server = ForkServer([], frozenset(Layer))
child = ChildProcess(server, Budget(256, 60))
print(server._process.pid, child.pid, flush=True)
sys.stdin.read()
"""


def test_all_in_the_jail_ends_with_a_grader_that_is_killed(tmp_path, ends):
    for _ in WHOLE:
        command = [sys.executable, "-c", GRADER]
        environment = {**os.environ, "TMPDIR": str(tmp_path)}
        grader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        with grader:
            handles = [os.pidfd_open(int(pid)) for pid in grader.stdout.readline().split()]
            grader.kill()
        assert len(handles) == 2
        assert all(ends(handle) for handle in handles)
        for handle in handles:
            os.close(handle)


def test_a_jail_outlives_the_thread_that_started_it():
    for layers in WHOLE:
        with ThreadPoolExecutor(1) as starter:
            server = starter.submit(ForkServer, [], layers).result()
            starter.submit(lambda each=server: ChildProcess(each, BUDGET).close()).result()
        try:
            ChildProcess(server, BUDGET).close()
        finally:
            server.close()


def test_the_pid_of_a_jailed_child_is_the_one_seen_from_outside():
    for layers in WHOLE:
        with ForkServer([], layers) as server:
            child = ChildProcess(server, BUDGET)
            status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii")
            child.close()
            assert "Seccomp:\t2" in status


def test_bubblewrap_that_is_not_installed_is_not_available(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert not jail.available()


@pytest.mark.parametrize(
    "trial",
    [
        lambda *_, **__: subprocess.CompletedProcess([], 1),
        lambda *_, **__: (_ for _ in ()).throw(PermissionError("no namespaces")),
        lambda *_, **__: (_ for _ in ()).throw(subprocess.TimeoutExpired("bwrap", 1)),
    ],
    ids=["fails", "is_refused", "hangs"],
)
def test_bubblewrap_that_cannot_make_namespaces_is_not_available(monkeypatch, trial):
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/bwrap")
    monkeypatch.setattr(subprocess, "run", trial)
    assert not jail.available()
