"""The outer jail: bubblewrap gives the fork server, and so every child, namespaces of its own where they are to be had.

Nothing of the disk can be written but the children's folders, there is no network device but a dead loopback, and no process
outside can be seen. It ends with the fork server, which ends when the grader does. The child's own layers do not rely on it.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path

TRIAL_SECONDS = 10
NAMESPACES = (
    "--unshare-pid",
    "--unshare-net",
    "--unshare-ipc",
    "--unshare-uts",
    "--cap-drop",
    "ALL",
)


def jailed(command: list[str], writable: Path) -> list[str]:
    """The command that runs `command` in the jail."""
    mounts = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--bind", str(writable), str(writable)]
    return ["bwrap", *NAMESPACES, *mounts, "--chdir", "/", "--", *command]


@cache
def available() -> bool:
    """Whether bubblewrap is installed and this kernel lets it make namespaces: tried, not guessed."""
    if shutil.which("bwrap") is None:
        return False
    try:
        trial = subprocess.run(
            jailed(["true"], Path("/tmp")),
            capture_output=True,
            timeout=TRIAL_SECONDS,
            check=False,
            env={"PATH": "/usr/bin:/bin"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return trial.returncode == 0
