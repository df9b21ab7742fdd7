"""What a confined child may read and write, enforced by the kernel's Landlock."""

import importlib.util
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from landlockpy import AccessFS, AccessNet, Ruleset, Scope, abi_version

READ = AccessFS.READ_FILE | AccessFS.READ_DIR
WRITE = AccessFS.WRITE_FILE | AccessFS.TRUNCATE | AccessFS.MAKE_REG | AccessFS.REMOVE_FILE
NOT_STANDARD = frozenset({"site-packages", "dist-packages", "ensurepip", "test", "idlelib", "turtledemo"})
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
# What a package reads of its own accord while it computes: other packages, and what kind of processor this is.
NEEDED = {
    "torch": ("mpmath", "networkx", "optree", "sympy"),
    "keras": ("absl", "ml_dtypes", "optree", "packaging", "rich"),
}
PROCESSOR = ("/proc/cpuinfo", "/sys/devices/system/cpu")


def abi() -> int:
    """The version of Landlock this kernel has; 0 where it has none."""
    try:
        return abi_version()
    except OSError:
        return 0


def readable_paths(packages: Iterable[str]) -> list[Path]:
    """The standard library, entry by entry because third-party packages lie inside it, and the allowed packages.

    Nothing else of the disk is readable, so that no spelling of `import` finds another library.
    """
    standard = {Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib"))}
    found = [
        entry for folder in standard if folder.is_dir() for entry in folder.iterdir() if entry.name not in NOT_STANDARD
    ]
    wanted = [*packages, *(each for package in packages for each in NEEDED.get(package, ()))]
    if len(wanted) > len(list(packages)):
        found += [Path(place) for place in PROCESSOR if Path(place).exists()]
    for package in wanted:
        spec = importlib.util.find_spec(package)
        for location in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(location)
            found.append(folder)
            found += folder.parent.glob(f"{package}.libs")
    return found


def prepare(readable: Iterable[Path], folders: Path) -> Ruleset:
    """The rules all children share, made once before the fork: some two hundred paths take 10 ms.

    Read the given paths, read and write below `folders`, no TCP, no signals and no abstract sockets out of the child.
    """
    rules = Ruleset(scoped=Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL)
    for path in readable:
        rules.allow_path(path, READ if path.is_dir() else AccessFS.READ_FILE)
    for device in DEVICES:
        rules.allow_path(device, AccessFS.READ_FILE)
    rules.allow_path("/dev/null", AccessFS.WRITE_FILE)
    rules.allow_path(folders, READ | WRITE)
    return rules


def restrict(shared: Ruleset, folder: Path) -> None:
    """Confine the calling process for good: the shared rules, and below them writing in `folder` only."""
    shared.restrict()
    with Ruleset(handled_fs=WRITE, handled_net=AccessNet.NONE) as own:
        own.allow_path("/dev/null", AccessFS.WRITE_FILE)
        own.allow_path(folder, WRITE)
        own.restrict()
