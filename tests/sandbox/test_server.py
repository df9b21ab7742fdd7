"""A child inherits nothing, and neither a child nor a fork server outlives the one that started it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cnnlab.errors import Fault
from cnnlab.sandbox.confinement import INNER_LAYERS, Budget, Layer
from cnnlab.sandbox.process import ChildProcess
from cnnlab.sandbox.replies import Loaded, Returned
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import StudentCode, Times

BUDGET = Budget(256, 60)
BUSY = """
import threading, time
def spin():
    while True:
        time.sleep(0.001)
threading.Thread(target=spin, daemon=True).start()
"""
EVERY_SET = [INNER_LAYERS, frozenset({Layer.LANDLOCK}), frozenset({Layer.SECCOMP})]
OPEN = """
import os
def f():
    found = []
    for number in range(4096):
        try:
            os.fstat(number)
        except OSError:
            continue
        found.append(number)
    return found
"""


def exists(pid):
    return Path(f"/proc/{pid}").exists()


@pytest.fixture
def own_server():
    """A server that a test may harm."""
    with ForkServer([]) as running:
        yield running


def busy_child(server):
    child = ChildProcess(server, BUDGET)
    assert isinstance(child.load("busy", BUSY, 5.0), Loaded)
    return child.pid, os.dup(child._forked.handle), child


@pytest.mark.parametrize("runner", ["run", "run_with_landlock", "run_with_seccomp"])
def test_only_the_channel_and_standard_streams_are_open(request, runner):
    assert request.getfixturevalue(runner)(OPEN) == Returned([0, 1, 2, 3])


@pytest.mark.parametrize("layers", EVERY_SET, ids=lambda layers: "+".join(sorted(each.value for each in layers)))
def test_no_variable_of_the_grader_reaches_a_child(monkeypatch, layers):
    monkeypatch.setenv("CNNLAB_TEST_SECRET", "canary")
    source = """
import ctypes, os
def f():
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    inherited = b""
    try:
        inherited = open("/proc/self/environ", "rb").read()
    except OSError:
        pass
    return sorted(os.environ), libc.getenv(b"CNNLAB_TEST_SECRET") is None, b"canary" in inherited
"""
    with ForkServer([], layers) as server, StudentCode(server, "m", source, Times(5, 5), 256) as code:
        assert code.call("f", (), {}) == Returned(
            (["HOME", "LANG", "OMP_NUM_THREADS", "TMPDIR", "TORCHINDUCTOR_CACHE_DIR"], True, False)
        )


def test_neither_the_command_line_nor_the_import_path_names_the_course(run_with_seccomp):
    source = "import os, sys\ndef f():\n    return sys.argv[1:], os.environ['HOME'] == os.getcwd(), os.listdir()\n"
    assert run_with_seccomp(source) == Returned(([], True, []))


def test_a_childs_folder_is_gone_with_the_child(own_server):
    source = "import os\ndef f():\n    open('a', 'w').close(); open(b'\\xff', 'w').close(); return os.getcwd()\n"
    with StudentCode(own_server, "m", source, Times(5, 5), 256) as code:
        folder = Path(code.call("f", (), {}).value)
        assert (folder / "a").exists()
    assert not folder.exists()
    own_server.close()
    assert not folder.parent.exists()


def test_a_folder_made_without_a_sandbox_is_removed_as_well():
    source = "import os\ndef f():\n    os.makedirs('a/b'); open('a/b/c', 'w').close(); return os.getcwd()\n"
    with ForkServer([], frozenset()) as server:
        with StudentCode(server, "m", source, Times(5, 5), 256) as code:
            folder = Path(code.call("f", (), {}).value)
        assert not folder.exists()


def test_a_child_dies_with_its_fork_server(own_server, ends):
    _, handle, child = busy_child(own_server)
    os.kill(own_server._process.pid, signal.SIGKILL)
    assert ends(handle)
    with pytest.raises(Fault):
        child.call("f", (), {}, 1.0)
    os.close(handle)


def test_a_fork_server_that_is_gone_is_a_fault_of_ours(own_server):
    own_server.fork(BUDGET)
    os.kill(own_server._process.pid, signal.SIGKILL)
    own_server._process.wait()
    with pytest.raises(Fault, match="sandbox"):
        own_server.fork(BUDGET)


def test_a_fork_server_that_cannot_start_says_why():
    with ForkServer(["no_such_package_anywhere"]) as server, pytest.raises(Fault, match="no_such_package_anywhere"):
        server.fork(BUDGET)


def test_closing_ends_the_server_and_a_busy_child(own_server, ends):
    pid, handle, _ = busy_child(own_server)
    own_server.close()
    assert own_server._process.returncode == 0
    assert ends(handle)
    assert not exists(own_server._process.pid)
    assert not exists(pid)
    os.close(handle)


def test_closing_a_submission_leaves_no_process(own_server):
    with StudentCode(own_server, "m", BUSY, Times(5, 5), 256) as code:
        assert isinstance(code.load(), Loaded)
        pid = code._child.pid
        assert exists(pid)
    assert not exists(pid)
    tasks = Path(f"/proc/{own_server._process.pid}/task").glob("*/children")
    assert [each.read_text(encoding="ascii") for each in tasks] == [""]


GRADER = """
import sys
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import StudentCode, Times
server = ForkServer([])
code = StudentCode(server, "busy", sys.argv[1], Times(5, 5), 256)
code.load()
print(server._process.pid, code._child.pid, flush=True)
sys.stdin.read()
"""


def test_nothing_outlives_a_grader_that_is_killed(tmp_path, ends):
    grader = subprocess.Popen(
        [sys.executable, "-c", GRADER, BUSY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    with grader:
        handles = [os.pidfd_open(int(pid)) for pid in grader.stdout.readline().split()]
        grader.kill()
    assert len(handles) == 2
    assert all(ends(handle) for handle in handles)
    for handle in handles:
        os.close(handle)


def test_a_child_is_fresh_every_time(own_server):
    pids = set()
    for _ in range(5):
        child = ChildProcess(own_server, BUDGET)
        pids.add(child.pid)
        child.close()
        assert not exists(child.pid)
    assert len(pids) == 5


def test_no_descriptor_is_left_open_by_many_children(own_server):
    ChildProcess(own_server, BUDGET).close()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(10):
        ChildProcess(own_server, BUDGET).close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_server_that_is_gone_is_a_fault_however_often_it_is_asked(own_server):
    own_server.fork(BUDGET).channel.close()
    own_server._process.kill()
    own_server._process.wait()
    said = set()
    for _ in range(3):
        with pytest.raises(Fault) as fault:
            own_server.fork(BUDGET)
        said.add(str(fault.value))
    assert len(said) == 1
    with pytest.raises(Fault):
        own_server._answer()


def test_a_server_that_is_closed_or_dead_is_a_fault_however_often_it_is_asked(own_server):
    ChildProcess(own_server, BUDGET).close()
    os.kill(own_server._process.pid, signal.SIGKILL)
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(3):
        with pytest.raises(Fault, match="The sandbox ended by itself"):
            own_server.fork(BUDGET)
    assert len(os.listdir("/proc/self/fd")) <= before  # noqa: PTH208
    own_server.close()
    with pytest.raises(Fault, match="The sandbox ended by itself"):
        own_server.fork(BUDGET)
