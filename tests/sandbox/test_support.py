"""Where a layer is missing, grading is refused with a sentence that names it; half a sandbox is not called one."""

import importlib
import importlib.util
import sys
from types import SimpleNamespace

import pytest

from cnnlab.errors import SandboxUnavailable
from cnnlab.sandbox import landlock, support
from cnnlab.sandbox.confinement import INNER_LAYERS, Layer
from cnnlab.sandbox.server import ForkServer


def _not_linux(patch):
    patch.setattr(sys, "platform", "darwin")


def _no_landlockpy(patch):
    find = importlib.util.find_spec
    patch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "landlockpy" else find(name, *rest))


def _no_landlock_in_the_kernel(patch):
    patch.setattr(landlock, "abi", lambda: 0)


def _no_seccomp_in_the_kernel(patch):
    libc = SimpleNamespace(prctl=lambda *_: -1)
    patch.setattr(support, "ctypes", SimpleNamespace(CDLL=lambda _: libc))


def _no_libseccomp(patch, error=RuntimeError):
    load = importlib.import_module

    def refuse(name, *rest):
        if name == "pyseccomp":
            raise error("Unable to find libseccomp")
        return load(name, *rest)

    patch.setattr(importlib, "import_module", refuse)


def _no_pyseccomp(patch):
    _no_libseccomp(patch, ImportError)


MISSING = [
    (_not_linux, "Linux only"),
    (_no_landlockpy, "landlockpy is not installed"),
    (_no_landlock_in_the_kernel, r"no Landlock.*Linux 5\.13"),
    (_no_seccomp_in_the_kernel, "no seccomp"),
    (_no_libseccomp, "libseccomp.*install"),
    (_no_pyseccomp, "libseccomp.*install"),
]


@pytest.mark.parametrize(("take_away", "sentence"), MISSING)
def test_a_missing_layer_is_named_with_what_to_do(monkeypatch, take_away, sentence):
    take_away(monkeypatch)
    with pytest.raises(SandboxUnavailable, match=f"cannot be confined.*{sentence}.*--sandbox none"):
        support.required_layers()


@pytest.mark.parametrize(("take_away", "sentence"), MISSING)
def test_one_missing_layer_leaves_none_available(monkeypatch, take_away, sentence):
    take_away(monkeypatch)
    assert support.available_layers() == frozenset()


def test_an_old_landlock_is_accepted_and_told(monkeypatch):
    monkeypatch.setattr(landlock, "abi", lambda: 1)
    (found,) = [each for each in support.support() if each.layer is Layer.LANDLOCK]
    assert found.available
    assert support.required_layers() >= INNER_LAYERS


def test_what_is_needed_is_here_where_the_tests_run():
    assert support.required_layers() == support.available_layers() >= INNER_LAYERS


def test_bubblewrap_may_be_missing(monkeypatch):
    monkeypatch.setattr(support, "available", lambda: False)
    assert support.required_layers() == INNER_LAYERS


def test_a_kernel_that_does_not_know_landlock_has_version_zero(monkeypatch):
    def unknown():
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(landlock, "abi_version", unknown)
    assert landlock.abi() == 0


def test_another_system_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxUnavailable, match="on Linux only, and this is Darwin"):
        ForkServer(["numpy"], frozenset())
