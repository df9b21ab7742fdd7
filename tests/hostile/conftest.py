"""Canaries: a file, listeners and a process that attacks would touch if the sandbox let them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path("/tmp/cnnlab-canary")
SECRET = "the canary's secret\n"
TCP_PORT, UDP_PORT = 47611, 47612


@dataclass(frozen=True)
class Canaries:
    """What attacks aim at."""

    listeners: tuple[socket.socket, ...]
    process: subprocess.Popen[bytes]

    def traces(self) -> list[str]:
        """Everything that is not as it was."""
        found = [str(path) for pattern in PWNED for path in Path("/").glob(pattern)]
        secret = FOLDER / "secret.txt"
        if not secret.is_file() or secret.read_text() != SECRET or secret.stat().st_mode & 0o777 != 0o600:
            found.append("secret.txt was changed")
        if sorted(path.name for path in FOLDER.iterdir()) != ["pid", "secret.txt", "sock"]:
            found.append("the canary's folder was changed")
        found += [f"{each.getsockname()} was reached" for each in self.listeners if _was_reached(each)]
        if self.process.poll() is not None:
            found.append("the canary process was ended")
        return found


PWNED = ("tmp/pwned-cnnlab*", "dev/shm/pwned-cnnlab*", str(Path.home() / "pwned-cnnlab*")[1:], "tmp/cnnlab-canary/pwned*")


def _was_reached(listener: socket.socket) -> bool:
    try:
        if listener.type is socket.SOCK_DGRAM:
            listener.recv(1)
        else:
            listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def _listener(family: int, kind: int, address: object) -> socket.socket:
    listener = socket.socket(family, kind)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(address)  # type: ignore[arg-type]
    if kind == socket.SOCK_STREAM:
        listener.listen()
    listener.setblocking(False)
    return listener


@pytest.fixture(scope="session")
def canaries() -> Iterator[Canaries]:
    """Set them out, and take them in again."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(mode=0o700)
    (FOLDER / "secret.txt").write_text(SECRET)
    (FOLDER / "secret.txt").chmod(0o600)
    listeners = (
        _listener(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", TCP_PORT)),
        _listener(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", UDP_PORT)),
        _listener(socket.AF_UNIX, socket.SOCK_STREAM, str(FOLDER / "sock")),
        _listener(socket.AF_UNIX, socket.SOCK_STREAM, "\0cnnlab-canary"),
    )
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"], stdin=subprocess.DEVNULL)
    (FOLDER / "pid").write_text(str(process.pid))
    yield Canaries(listeners, process)
    for listener in listeners:
        listener.close()
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    shutil.rmtree(FOLDER, ignore_errors=True)
