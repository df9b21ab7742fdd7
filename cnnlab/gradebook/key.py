"""When two gradings must come to the same: what was handed in, what grades it, and where."""

import hashlib
import importlib.metadata
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnlab import __version__
from cnnlab.course import Assignment, Course, Submission, catalogue
from cnnlab.gradebook.record import to_record
from cnnlab.grading.session import Settings, sandbox_name


@dataclass(frozen=True)
class Key:
    """A report is used again where all three are the same."""

    content: str
    version: str
    environment: str


def content_of(submission: Submission) -> str:
    """SHA-256 of what was handed in; who did, and under which file name, makes no difference."""
    problem = to_record(submission.problem) if submission.problem else ""
    return _digest([submission.source.encode("utf-8", "surrogatepass"), problem.encode()])


def version_of(course: Course, assignment: Assignment, settings: Settings) -> str:
    """SHA-256 of everything that decides about points: grader, reference, misconceptions, limits, secret, cnnlab.

    Texts of the handout are left out: who mends a slip in them need not grade again.
    """
    seed = catalogue.secret(course) if settings.seed is None else f"seed {settings.seed}"
    words = [__version__, assignment.slug, repr(assignment.limits), repr(assignment.training), seed]
    parts = [word.encode("utf-8") for word in words]
    for file in _deciding_files(assignment):
        parts += [file.name.encode(), file.parent.name.encode(), file.read_bytes()]
    return _digest(parts)


def environment_of(assignment: Assignment, settings: Settings) -> str:
    """Interpreter, packages and sandbox; and where a network is trained, the digits and the device."""
    words = [f"python {sys.version_info[0]}.{sys.version_info[1]} {platform.machine()}"]
    words += [f"{package} {importlib.metadata.version(package)}" for package in sorted(assignment.imports)]
    words.append(sandbox_name(settings.layers))
    if assignment.training is not None:
        from cnnlab.networks.files import examine_all
        from cnnlab.networks.loading import source_of
        from cnnlab.networks.location import find_place

        place = settings.place or find_place()
        source = source_of(place, examine_all(place))
        words += [source.value if source else "no digits", settings.device]
    return ", ".join(words)


def _deciding_files(assignment: Assignment) -> Iterator[Path]:
    solution = catalogue.solution_folder(assignment)
    yield from sorted(assignment.handout.glob("*.py"))
    for path in sorted(solution.rglob("*")):
        deciding = path.is_file() and path.suffix in {".py", ".toml"}
        if deciding and path.relative_to(solution).parts[0] != "alternatives":
            yield path


def _digest(parts: list[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
