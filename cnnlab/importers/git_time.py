"""When the last commit of a clone was made, without trusting anything that the clone says Git should do."""

import os
import re
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

SHA = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
COMMITTER = re.compile(rb"^committer .*> (\d{1,12}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
SECONDS = 10
MAX_COMMIT = 64 * 1024
MAX_REFERENCE = 1024 * 1024


def committed_at(clone: Path) -> datetime | None:
    """The committer's time of the commit that is checked out, as the student's machine had it; None where Git cannot tell."""
    sha = _head(clone / ".git")
    if sha is None:
        return None
    commit = _commit(clone / ".git" / "objects", sha)
    found = COMMITTER.search(commit.partition(b"\n\n")[0])
    if found is None:
        return None
    seconds, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == b"-" else 1)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).astimezone(timezone(offset))
    except (ValueError, OverflowError):
        return None


def _head(git: Path) -> str | None:
    """What HEAD means, followed by hand once."""
    head = _text_of(git / "HEAD")
    if not head.startswith("ref: "):
        return head if SHA.fullmatch(head) else None
    name = head.removeprefix("ref: ")
    if ".." in name.split("/") or not name.startswith("refs/"):
        return None
    loose = _text_of(git / name)
    if SHA.fullmatch(loose):
        return loose
    packed = (line.partition(" ") for line in _text_of(git / "packed-refs").splitlines())
    return next((sha for sha, _, reference in packed if reference == name and SHA.fullmatch(sha)), None)


def _text_of(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_REFERENCE:
            return ""
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _commit(objects: Path, sha: str) -> bytes:
    """A commit's own bytes. The clone's configuration could name programs to run, so Git sees only its objects."""
    with tempfile.TemporaryDirectory(prefix="cnnlab-git-") as folder:
        git = Path(folder)
        for name in ("objects", "refs"):
            (git / name).mkdir()
        (git / "HEAD").write_text("ref: refs/heads/none\n", encoding="utf-8")
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "GIT_DIR": folder,
            "GIT_OBJECT_DIRECTORY": str(objects.absolute()),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_NO_LAZY_FETCH": "1",
        }
        # Packed, a commit of gigabytes is a file of a few megabytes; its size is known before it is unpacked.
        size = _git(environment, "-s", sha)
        return _git(environment, "commit", sha) if size.strip().isdigit() and int(size) <= MAX_COMMIT else b""


def _git(environment: dict[str, str], *arguments: str) -> bytes:
    """What `git cat-file` says; nothing where it fails."""
    try:
        done = subprocess.run(
            ["git", "cat-file", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
