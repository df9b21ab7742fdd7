"""A fresh interpreter that has imported what an assignment allows, and forks a child whenever it is asked to.

It imports and never computes: thread pools and CUDA contexts do not survive a fork. It never sees a submission, a reference
or a path of the course, so a child inherits no secret. It is asked over a socket, one JSON line at a time:

    {"ask": "fork", "folder", "budget"} + [channel, printed]                    ->  {"pid"} + [pidfd]
    {"ask": "reap"}                                                             ->  {"status", "peak_mb"}

One child lives at a time. When the socket closes, the child is killed and the server ends.
"""

import gc
import importlib
import json
import os
import signal
import socket
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from cnnlab.sandbox import child, wire
from cnnlab.sandbox.confinement import CHANNEL, Budget, Confinement, Layer, die_with_server, keep_only

MAX_LINE = 4096
# Their shared libraries lie where a confined child cannot read; loaded before the fork, they are at hand.
STANDARD = (
    "bz2",
    "ctypes",
    "decimal",
    "fractions",
    "hashlib",
    "json",
    "lzma",
    "random",
    "statistics",
    "traceback",
    "zlib",
)
WITH_PACKAGE = {
    "numpy": ("numpy.fft", "numpy.lib.stride_tricks", "numpy.linalg", "numpy.ma", "numpy.random"),
    # What the first optimiser and the first torch.export would import, a second and a half of it.
    "torch": (
        "sympy.tensor.tensor",
        "torch._dynamo",
        "torch._export.non_strict_utils",
        "torch._export.passes._node_metadata_hook",
        "torch._export.passes.replace_autocast_with_hop_pass",
        "torch._export.passes.replace_set_grad_with_hop_pass",
        "torch._inductor.compiler_bisector",
        "torch._inductor.fx_passes.dedupe_symint_uses",
        "torch._inductor.sizevars",
        "torch._subclasses.schema_check_mode",
        "torch.export._trace",
        "torch.fx.experimental.validator",
    ),
    "keras": ("rich._emoji_codes",),
}


def main() -> None:
    """Run the server: `python -m cnnlab.sandbox.forkserver SETTINGS`, where SETTINGS is JSON."""
    settings = json.loads(sys.argv[1])
    control = socket.socket(fileno=settings["socket"])
    for name in (
        *STANDARD,
        *settings["imports"],
        *settings["preload"],
        *(m for p in settings["imports"] for m in WITH_PACKAGE.get(p, ())),
    ):
        importlib.import_module(name)
    _occupy_low_descriptors()
    layers = frozenset(Layer(name) for name in settings["layers"])
    confinement = Confinement(layers, settings["imports"], Path(settings["folders"]))
    sys.argv[1:] = []
    tempfile.tempdir = None  # an import may have looked for one; each child has its own
    _forget_packages()
    gc.collect()
    gc.freeze()
    control.sendall(b'{"ready": true}\n')
    Server(control, confinement).run()


def _forget_packages() -> None:
    """Drop the import system's lists of what is installed; those of the standard library stay, as it cannot be listed."""
    standard = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    for path in list(sys.path_importer_cache):
        if path not in standard and not path.endswith("lib-dynload"):
            del sys.path_importer_cache[path]


def _occupy_low_descriptors() -> None:
    """Keep 0 to CHANNEL free of anything that a child still needs when it moves its own descriptors there."""
    while (descriptor := os.open(os.devnull, os.O_RDONLY)) <= CHANNEL:
        pass
    os.close(descriptor)


class Server:
    """Forks and reaps until its socket closes."""

    def __init__(self, control: socket.socket, confinement: Confinement) -> None:
        self._control = control
        self._confinement = confinement
        self._child: int | None = None

    def run(self) -> None:
        """Answer requests until the grader is gone, then leave nothing behind."""
        while True:
            line, descriptors, _, _ = socket.recv_fds(self._control, MAX_LINE, 2)
            if not line:
                break
            request = json.loads(line)
            if request["ask"] == "fork":
                self._fork(request, *descriptors)
            else:
                self._reap()
        if self._child is not None:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)

    def _fork(self, request: dict[str, Any], channel: int, printed: int) -> None:
        if self._child is not None:
            raise RuntimeError("a second child was asked for while the first lives")
        pid = os.fork()
        if pid == 0:
            _become_child(self._confinement, request, channel, printed)
        self._child = pid
        os.close(channel)
        os.close(printed)
        handle = os.pidfd_open(pid)
        socket.send_fds(self._control, [json.dumps({"pid": pid}).encode()], [handle])
        os.close(handle)

    def _reap(self) -> None:
        if self._child is None:
            raise RuntimeError("there is no child to reap")
        _, status, usage = os.wait4(self._child, 0)
        self._child = None
        answer = {"status": status, "peak_mb": usage.ru_maxrss // 1024}
        self._control.sendall(json.dumps(answer).encode())


def _become_child(confinement: Confinement, request: dict[str, Any], channel: int, printed: int) -> None:
    try:
        budget = Budget(**request["budget"])
        os.setsid()
        die_with_server()
        keep_only(channel, printed)
        confinement.confine(Path(request["folder"]), budget)
        os.write(CHANNEL, wire.encode({"kind": "confined", "nonce": 0}))
    except BaseException as error:
        os.write(
            CHANNEL,
            wire.encode({"kind": "unconfined", "nonce": 0, "what": f"{type(error).__name__}: {error}"}),
        )
        os._exit(1)
    try:
        child.serve(budget.reply_mb << 20)
        os._exit(0)
    finally:
        os._exit(1)  # whatever comes out of student code, it does not go on as a second server


if __name__ == "__main__":
    main()
