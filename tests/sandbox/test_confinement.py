"""Fail closed: where any layer cannot be put on, the child says so and ends before it sees student code."""

import os
import socket
from dataclasses import asdict

import pytest

from cnnlab.errors import SandboxUnavailable
from cnnlab.sandbox import child, confinement, forkserver, wire
from cnnlab.sandbox.confinement import Budget, Confinement
from cnnlab.sandbox.student import StudentCode, Times

# More megabytes than any limit can say: the kernel is never asked, and the child is not confined.
IMPOSSIBLE = 2**60


def test_student_code_does_not_run_where_confinement_fails(server, tmp_path):
    canary = tmp_path / "ran"
    source = f"open({str(canary)!r}, 'w').close()\n"
    with (
        StudentCode(server, "m", source, Times(5, 5), IMPOSSIBLE) as code,
        pytest.raises(SandboxUnavailable, match=r"OverflowError|ValueError"),
    ):
        code.load()
    assert not canary.exists()


def test_the_server_still_works_after_a_child_that_could_not_be_confined(server, run):
    with StudentCode(server, "m", "", Times(5, 5), IMPOSSIBLE) as code, pytest.raises(SandboxUnavailable):
        code.load()
    assert run("def f():\n    return 1\n").value == 1


@pytest.mark.parametrize("layer", ["_set_environment", "_set_limits", "_drop_capabilities", "_landlock", "_seccomp"])
def test_a_layer_that_fails_ends_the_child(monkeypatch, tmp_path, layer):
    def fail(*_):
        raise OSError(f"{layer} is refused")

    prepared = Confinement(frozenset(), [], tmp_path)
    prepared.layers = frozenset(confinement.Layer)
    for name in ("_set_environment", "_set_limits", "_drop_capabilities"):
        monkeypatch.setattr(confinement, name, fail if name == layer else lambda *_: None)
    for name in ("_landlock", "_seccomp"):
        monkeypatch.setattr(prepared, name, fail if name == layer else lambda *_: None)
    monkeypatch.setattr(child, "serve", lambda _: os._exit(77))
    ours, theirs = socket.socketpair()
    with ours:
        pid = os.fork()
        if pid == 0:
            try:
                request = {"folder": str(tmp_path), "budget": asdict(Budget(memory_mb=64, cpu_seconds=60))}
                forkserver._become_child(prepared, request, theirs.fileno(), os.open(os.devnull, os.O_WRONLY))
            finally:
                os._exit(78)  # a second pytest must not go on from here: it would tidy away what the first one uses
        theirs.close()
        _, status = os.waitpid(pid, 0)
        said = ours.recv(4096)
    header, _ = wire.lengths(said[:8])
    fields = wire.decode(said[8 : 8 + header], said[8 + header :])
    assert (fields["kind"], fields["what"]) == ("unconfined", f"OSError: {layer} is refused")
    assert os.waitstatus_to_exitcode(status) == 1


STATE = """
def f():
    status = dict(line.split(':\\t', 1) for line in open('/proc/self/status').read().splitlines() if ':\\t' in line)
    return {name: status[name].strip() for name in ('CapEff', 'CapPrm', 'CapInh', 'CapAmb', 'NoNewPrivs', 'Seccomp')}
"""


def test_capabilities_are_dropped_and_cannot_be_had_again(run_with_seccomp):
    none = "0" * 16
    state = run_with_seccomp(STATE).value
    assert state == {"CapEff": none, "CapPrm": none, "CapInh": none, "CapAmb": none, "NoNewPrivs": "1", "Seccomp": "2"}


def test_the_limits_are_those_of_the_budget(run):
    source = """
import resource
def f():
    return [resource.getrlimit(getattr(resource, 'RLIMIT_' + n)) for n in ('FSIZE', 'CORE', 'NOFILE', 'MEMLOCK', 'CPU')]
"""
    size, files = confinement.MAX_FILE, confinement.MAX_OPEN_FILES
    assert run(source).value == [(size, size), (0, 0), (files, files), (0, 0), (90, 90)]
