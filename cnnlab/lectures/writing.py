"""Write a site into a folder: only what changed, and never over or away what is not ours.

The folder `.cnnlab-site` in it holds a manifest (what we wrote, with fingerprints) and the memory of figures and formulas.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cnnlab.errors import UsageError
from cnnlab.lectures.memory import Memory, unpacked
from cnnlab.messages import text

OURS = ".cnnlab-site"
MANIFEST = "manifest.json"
MEMORY = "memory.msgpack"


@dataclass(frozen=True)
class Written:
    """What a build did to its folder; `kept` are files of an earlier build that somebody has changed since."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def recall(out: Path) -> Memory:
    """The memory that an earlier build left."""
    try:
        return unpacked((out / OURS / MEMORY).read_bytes())
    except OSError:
        return Memory()


def write_site(out: Path, files: Mapping[str, bytes], memory: Memory) -> Written:
    """Bring a folder up to date.

    Raises:
        UsageError: where the folder is somebody else's, or cannot be written.
    """
    try:
        return _write(out, files, memory)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=error.filename or out, reason=reason)
        ) from error


def _write(out: Path, files: Mapping[str, bytes], memory: Memory) -> Written:
    known = _manifest(out)
    if known is None:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UsageError(
                text("{path} holds things that this command did not write; name a new folder with --out.", path=out)
            )
        known = {}
    for name in files:
        _refuse_foreign(out, name, known)
    manifest = {name: _fingerprint(content) for name, content in files.items()}
    # What is about to be written is ours beforehand: a build that is cut short must not stand in its own way.
    if not known.keys() >= files.keys():
        _put_manifest(out, {**manifest, **known})
    written = tuple(name for name, content in files.items() if _put(out / name, content))
    removed, kept = [], []
    for name in sorted(set(known) - set(files)):
        path = out / name
        if not path.is_file() or _through_a_link(out, name):
            continue
        if _fingerprint(path.read_bytes()) == known[name]:
            path.unlink()
            removed.append(name)
        else:
            kept.append(name)
    _put_manifest(out, manifest)
    if not memory.as_before or not (out / OURS / MEMORY).is_file():
        _put(out / OURS / MEMORY, memory.packed())
    return Written(written, len(files) - len(written), tuple(removed), tuple(kept))


def _put_manifest(out: Path, manifest: Mapping[str, str]) -> None:
    _put(out / OURS / MANIFEST, (json.dumps(manifest, indent=0, sort_keys=True) + "\n").encode())


def _refuse_foreign(out: Path, name: str, known: Mapping[str, str]) -> None:
    path = out / name
    if (name not in known and path.exists()) or _through_a_link(out, name):
        raise UsageError(
            text("{path} is in the way and not ours; move it, or name another folder with --out.", path=path)
        )


def _through_a_link(out: Path, name: str) -> bool:
    inside = PurePosixPath(name)
    return any((out / each).is_symlink() for each in (inside, *inside.parents[:-1]))


def _manifest(out: Path) -> dict[str, str] | None:
    try:
        found = json.loads((out / OURS / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    # A manifest is a file like any other: what it names outside of the folder is not believed.
    return {str(name): str(mark) for name, mark in found.items() if _stays_inside(str(name))}


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _put(path: Path, content: bytes) -> bool:
    """Write a file, whole or not at all; answers whether it changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)
    return True


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
