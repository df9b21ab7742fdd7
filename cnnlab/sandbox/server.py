"""The trusted side's handle on a fork server: start it, have a child forked, have it reaped."""

import json
import os
import platform
import select
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cnnlab.errors import Fault, SandboxUnavailable
from cnnlab.messages import text
from cnnlab.sandbox.confinement import INNER_LAYERS, Budget, Layer
from cnnlab.sandbox.jail import jailed

START_SECONDS = 60.0
ANSWER_SECONDS = 20.0
ENVIRONMENT = {
    # Keras: on PyTorch, and without a settings file in somebody's home.
    "KERAS_BACKEND": "torch",
    "KERAS_HOME": "/dev/null",
    "LANG": "C.UTF-8",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    # Threads that wait sleep: two programs that train side by side would else hold each other up for minutes.
    "OMP_WAIT_POLICY": "passive",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
    "PYTHONUTF8": "1",
}
# Some machines need these for OpenBLAS to choose a kernel that works; they hold no secret.
PASSED_ON = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


@dataclass(frozen=True)
class Forked:
    """A child: its end of the channel, the pipe of what it prints, and a handle that cannot be mistaken for another's."""

    pid: int
    handle: int
    channel: socket.socket
    printed: int
    folder: Path


@dataclass(frozen=True)
class Ended:
    """How a child ended: wait status and peak memory."""

    status: int
    peak_mb: int


class ForkServer:
    """A warm interpreter that forks confined children. Use as a context manager.

    It starts in the background, so that the caller can import pytest meanwhile. `imports` are what student code may import;
    `preload` are modules of ours that a driver needs.
    """

    def __init__(
        self, imports: Iterable[str], layers: frozenset[Layer] = INNER_LAYERS, preload: Iterable[str] = ()
    ) -> None:
        if platform.system() != "Linux":
            raise SandboxUnavailable(
                text(
                    "Student code is run on Linux only, and this is {system}. On Windows use WSL.",
                    system=platform.system(),
                )
            )
        self.layers = layers
        self._folders = Path(tempfile.mkdtemp(prefix="cnnlab-"))
        self._control, theirs = socket.socketpair()
        settings = {
            "socket": theirs.fileno(),
            "imports": list(imports),
            "preload": list(preload),
            "layers": sorted(layer.value for layer in layers),
            "folders": str(self._folders),
        }
        passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        command = [sys.executable, "-sP", "-m", "cnnlab.sandbox.forkserver", json.dumps(settings)]
        if Layer.BUBBLEWRAP in layers:
            command = jailed(command, self._folders)
        with theirs:
            self._process = subprocess.Popen(
                command,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                cwd="/",
                env={**ENVIRONMENT, **passed_on, "TMPDIR": str(self._folders)},
                start_new_session=True,
            )
        self._ready = False
        self._last_words: str | None = None

    def __enter__(self) -> "ForkServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fork(self, budget: Budget) -> Forked:
        """A new child with an empty folder of its own.

        Raises:
            Fault: where the server is gone.
        """
        if self._control.fileno() < 0:
            raise self._gone()
        self._await_ready()
        folder = Path(tempfile.mkdtemp(dir=self._folders))
        ours, channel = socket.socketpair()
        printed, printing = os.pipe()
        request = {
            "ask": "fork",
            "folder": str(folder),
            "budget": asdict(budget),
        }
        with channel:
            try:
                socket.send_fds(self._control, [json.dumps(request).encode()], [channel.fileno(), printing])
                _, handles = self._answer()
            except (OSError, Fault) as error:
                ours.close()
                os.close(printed)
                raise error if isinstance(error, Fault) else self._gone() from error
            finally:
                os.close(printing)
        ours.setblocking(False)
        os.set_blocking(printed, False)
        return Forked(_pid_of(handles[0]), handles[0], ours, printed, folder)

    def reap(self, child: Forked) -> Ended:
        """Collect a child that has ended, and remove its folder."""
        try:
            self._control.sendall(b'{"ask": "reap"}')
        except OSError as error:
            raise self._gone() from error
        answer, _ = self._answer()
        for descriptor in (child.handle, child.printed):
            os.close(descriptor)
        child.channel.close()
        _remove_flat(child.folder)
        return Ended(answer["status"], answer["peak_mb"])

    def close(self) -> None:
        """End the server and what is left of its child."""
        self._control.close()
        try:
            self._process.wait(ANSWER_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        shutil.rmtree(self._folders, ignore_errors=True)

    def _await_ready(self) -> None:
        if not self._ready:
            self._answer(START_SECONDS)
            self._ready = True

    def _answer(self, seconds: float = ANSWER_SECONDS) -> tuple[dict[str, Any], list[int]]:
        if self._control.fileno() < 0:
            raise self._gone()
        waiting, _, _ = select.select([self._control], [], [], seconds)
        if not waiting:
            raise Fault(text("The sandbox did not answer for {seconds} s.", seconds=seconds))
        try:
            line, handles, _, _ = socket.recv_fds(self._control, 4096, 1)
        except OSError as error:
            raise self._gone() from error
        if not line:
            raise self._gone()
        return json.loads(line), handles

    def _gone(self) -> Fault:
        self._control.close()  # in a jail, this is what ends the server itself
        if self._last_words is None:
            # It can be read once only; whoever asks later is told the same.
            errors = b""
            self._process.kill()
            if self._process.stderr and not self._process.stderr.closed:
                _, errors = self._process.communicate()
            last = errors.decode(errors="replace").strip().splitlines()
            self._last_words = last[-1] if last else "?"
        return Fault(text("The sandbox ended by itself: {reason}", reason=self._last_words))


def _pid_of(handle: int) -> int:
    """A child's pid as it is called here; in a jail it goes by another."""
    lines = Path(f"/proc/self/fdinfo/{handle}").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))


def _remove_flat(folder: Path) -> None:
    """Remove a child's folder. It holds plain files only, under whatever names; a confined child can make nothing else."""
    place = os.fsencode(folder)
    for name in os.listdir(place):  # noqa: PTH208 - a name may be no text
        with suppress(IsADirectoryError):
            os.unlink(place + b"/" + name)  # noqa: PTH108
    shutil.rmtree(folder, ignore_errors=True)  # without a sandbox, there may be folders in it
