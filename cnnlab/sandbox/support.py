"""What this machine can confine student code with."""

import ctypes
import importlib
import importlib.util
import sys
from dataclasses import dataclass

from cnnlab.errors import SandboxUnavailable
from cnnlab.messages import Text, text
from cnnlab.sandbox.confinement import INNER_LAYERS, Layer
from cnnlab.sandbox.jail import available

PR_GET_SECCOMP = 21
TCP_RULES, SCOPES = 4, 6


@dataclass(frozen=True)
class Support:
    """Whether a layer is there, and how to say so."""

    layer: Layer
    available: bool
    detail: Text


def support() -> list[Support]:
    """Every layer and whether this machine has it."""
    return [_landlock(), _seccomp(), _bubblewrap()]


def available_layers() -> frozenset[Layer]:
    """What there is, or nothing where a layer that is needed is missing: half a sandbox is not called one."""
    found = frozenset(each.layer for each in support() if each.available)
    return found if found >= INNER_LAYERS else frozenset()


def required_layers() -> frozenset[Layer]:
    """Every layer there is.

    Raises:
        SandboxUnavailable: saying which is missing and what to do.
    """
    for each in support():
        if each.layer in INNER_LAYERS and not each.available:
            raise SandboxUnavailable(
                text(
                    "Student code cannot be confined here. {detail} Grade on a machine that can, "
                    "or use --sandbox none for code that you trust.",
                    detail=each.detail,
                )
            )
    return available_layers()


def _landlock() -> Support:
    if sys.platform != "linux":
        return Support(Layer.LANDLOCK, False, text("Landlock exists on Linux only."))
    if importlib.util.find_spec("landlockpy") is None:
        return Support(Layer.LANDLOCK, False, text("The Python package landlockpy is not installed."))
    from cnnlab.sandbox import landlock

    version = landlock.abi()
    if version == 0:
        return Support(
            Layer.LANDLOCK,
            False,
            text(
                "The kernel has no Landlock: it needs Linux 5.13 or newer with `landlock` among its security modules."
            ),
        )
    if version < SCOPES:
        return Support(
            Layer.LANDLOCK,
            True,
            text(
                "Landlock version {version}; from version {wanted} on it guards signals and sockets as well, as seccomp does.",
                version=version,
                wanted=SCOPES,
            ),
        )
    return Support(Layer.LANDLOCK, True, text("Landlock version {version}.", version=version))


def _seccomp() -> Support:
    if sys.platform != "linux":
        return Support(Layer.SECCOMP, False, text("seccomp exists on Linux only."))
    if ctypes.CDLL(None).prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0:
        return Support(Layer.SECCOMP, False, text("The kernel has no seccomp filters."))
    try:
        importlib.import_module("pyseccomp")
    except (ImportError, RuntimeError):
        return Support(
            Layer.SECCOMP,
            False,
            text(
                "The library libseccomp is missing: install libseccomp2 (Debian, Ubuntu) or libseccomp (Fedora, Arch)."
            ),
        )
    return Support(Layer.SECCOMP, True, text("seccomp filters through libseccomp."))


def _bubblewrap() -> Support:
    if available():
        return Support(Layer.BUBBLEWRAP, True, text("bubblewrap puts a jail around the sandbox."))
    return Support(
        Layer.BUBBLEWRAP,
        False,
        text("bubblewrap is not to be had here. It is an extra jail, and grading is safe without it."),
    )
