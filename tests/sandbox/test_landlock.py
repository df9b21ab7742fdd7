"""Landlock alone, without the seccomp filter: nothing outside the allowed libraries is read, written, run, imported or signalled."""

import os
import socket
from pathlib import Path

import numpy as np
import pytest

from cnnlab.sandbox.replies import Raised, Returned
from cnnlab.sandbox.student import StudentCode, Times

ROOT = Path(__file__).parents[2]
SITE = Path(np.__file__).parents[1]
READ = "def f(path):\n    return open(path, 'rb').read(20).hex()\n"


def refused(reply):
    """Whether the kernel said no, or the thing could not be found."""
    return isinstance(reply, Raised) and bool({"OSError", "ImportError"} & set(reply.families))


@pytest.fixture
def secret(tmp_path):
    """A file such as another student's submission."""
    path = tmp_path / "secret.txt"
    path.write_text("the answer", encoding="utf-8")
    return path


def reference_of_this_repository():
    return next((ROOT / "solutions").glob("*/reference/*.py"))


@pytest.mark.parametrize(
    "path",
    [
        reference_of_this_repository(),
        ROOT / "course.toml",
        ROOT / "cnnlab" / "sandbox" / "child.py",
        SITE / "scipy" / "__init__.py",
        *map(Path, ("/proc/self/environ", "/proc/self/maps", "/proc/1/cmdline", "/etc/passwd", "/etc/hostname")),
    ],
    ids=str,
)
def test_a_file_that_is_no_library_cannot_be_read(run_with_landlock, run_with_seccomp, path):
    assert isinstance(run_with_seccomp(READ, str(path)), Returned), "the file is there to be read"
    assert refused(run_with_landlock(READ, str(path)))


@pytest.mark.parametrize(
    "how",
    [
        "return open(path).read()",
        "return os.listdir(os.path.dirname(path))",
        "return os.open(os.path.relpath(path), os.O_RDONLY)",
        "return open('/proc/self/root' + path).read()",
        "return open('/proc/self/cwd/' + os.path.relpath(path)).read()",
        "return os.open(os.path.basename(path), os.O_RDONLY, dir_fd=os.open(os.path.dirname(path), os.O_PATH))",
        "os.symlink(path, 'link'); return open('link').read()",
        "os.link(path, 'link'); return open('link').read()",
        "os.rename(path, 'mine'); return open('mine').read()",
        "return mmap.mmap(os.open(path, os.O_RDONLY), 0, prot=mmap.PROT_READ)[:]",
        "return np.fromfile(path, np.uint8)",
        "return ctypes.CDLL(path)",
    ],
)
def test_no_way_of_reading_reaches_a_secret(run_with_landlock, secret, how):
    reply = run_with_landlock(f"import ctypes, mmap, os\nimport numpy as np\ndef f(path):\n    {how}\n", str(secret))
    assert refused(reply)
    assert secret.read_text(encoding="utf-8") == "the answer"


def test_the_memory_of_the_fork_server_cannot_be_read(run_with_landlock):
    assert refused(run_with_landlock("import os\ndef f():\n    open(f'/proc/{os.getppid()}/mem', 'rb')\n"))
    assert refused(run_with_landlock("import os\ndef f():\n    open(f'/proc/{os.getppid()}/environ', 'rb')\n"))


@pytest.mark.parametrize(
    "how",
    [
        "open(folder + '/new', 'w')",
        "open(folder + '/secret.txt', 'a').write('x')",
        "os.truncate(folder + '/secret.txt', 0)",
        "os.remove(folder + '/secret.txt')",
        "os.mkdir(folder + '/new')",
        "os.mkfifo(folder + '/new')",
        "open('own', 'w').close(); os.rename('own', folder + '/new')",
        "open('own', 'w').close(); os.link('own', folder + '/new')",
        "os.symlink('own', folder + '/new')",
        "os.rmdir(folder + '/empty')",
        "open('../new', 'w')",
        "os.mkdir('../new')",
        "open('/dev/shm/cnnlab-test', 'w')",
        "open('/dev/zero', 'w')",
    ],
)
def test_nothing_is_written_outside_its_own_folder(run_with_landlock, secret, how):
    (secret.parent / "empty").mkdir()
    assert refused(run_with_landlock(f"import os\ndef f(folder):\n    {how}\n", str(secret.parent)))
    assert {each.name for each in secret.parent.iterdir()} == {"secret.txt", "empty"}
    assert secret.read_text(encoding="utf-8") == "the answer"


def test_its_own_folder_can_be_used_as_any_other(run_with_landlock):
    source = """
import os, tempfile
def f():
    open("b", "w").write("text")
    os.rename("b", "c")
    text = open("c").read()
    with tempfile.NamedTemporaryFile() as file:
        assert os.path.dirname(file.name) == os.getcwd()
    os.remove("c")
    return text, os.listdir()
"""
    assert run_with_landlock(source) == Returned(("text", []))


def test_no_folder_is_made_so_that_what_it_leaves_is_flat(run_with_landlock, run_with_seccomp):
    source = "import os, tempfile\ndef f(how):\n    return {'mkdir': os.mkdir, 'temporary': lambda _: tempfile.mkdtemp()}[how]('a')\n"
    for how in ("mkdir", "temporary"):
        assert refused(run_with_landlock(source, how))
        assert refused(run_with_seccomp(source, how))


@pytest.mark.parametrize("how", ["socket.socket().connect(address)", "socket.socket().bind(('127.0.0.1', 0))"])
def test_no_tcp_connection_is_made_or_awaited(run_with_landlock, how):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        reply = run_with_landlock(f"import socket\ndef f(address):\n    {how}\n", listener.getsockname())
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert refused(reply)


def test_no_abstract_unix_socket_of_others_is_reached(run_with_landlock):
    with socket.socket(socket.AF_UNIX) as listener:
        name = f"\0cnnlab-{os.getpid()}"
        listener.bind(name)
        listener.listen()
        source = "import socket\ndef f(name):\n    socket.socket(socket.AF_UNIX).connect('\\0' + name)\n"
        assert refused(run_with_landlock(source, name[1:]))


@pytest.mark.parametrize("number", [0, 10])
def test_neither_the_grader_nor_the_fork_server_can_be_signalled(run_with_landlock, number):
    # Signal 10 would end them: pytest and the fork server have no handler for it.
    source = "import os\ndef f(pid, number):\n    os.kill(pid or os.getppid(), number)\n"
    for pid in (os.getpid(), 0):
        reply = run_with_landlock(source, pid, number)
        assert isinstance(reply, Raised)
        assert "PermissionError" in reply.families


def test_no_program_is_run(run_with_landlock, tmp_path):
    source = "import os\ndef f(path, *args):\n    os.execv(path, [path, *args])\n"
    for path in ("/bin/sh", os.path.realpath("/proc/self/exe")):
        assert refused(run_with_landlock(source, path, "-c", "0"))


def test_what_a_child_leaves_in_its_folder_is_not_there_for_the_next(landlock_server):
    source = "import os\nSEEN = os.listdir('..')[1:] + os.listdir()\ndef f():\n    open('left', 'w').close()\n    return SEEN\n"
    for _ in range(2):
        with StudentCode(landlock_server, "attempt", source, Times(5, 5), 256) as code:
            assert code.call("f", (), {}) == Returned([])
