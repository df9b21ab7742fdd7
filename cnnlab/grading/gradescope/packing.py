"""Pack an autograder: the zip that a teacher uploads to Gradescope."""

import importlib.metadata
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cnnlab.course import Assignment, Course, catalogue
from cnnlab.errors import CourseError, UsageError
from cnnlab.messages import Language, text

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1]
SCRIPTS = ("setup.sh", "run_autograder")
GRADED, REQUIREMENTS, NEEDS_DIGITS = "graded", "requirements.txt", "needs_digits"
# Notebooks and what else students hand in are read by these.
ALWAYS = "lms"
# What grading has no need of: other assignments' answers above all.
SKIPPED = frozenset(["__pycache__", "alternatives", "bundled_course", ".DS_Store"])
# A zip of the same course has the same bytes.
DATE = (1980, 1, 1, 0, 0, 0)
EXECUTABLE, READABLE = 0o755, 0o644


def pack(course: Course, assignment: Assignment, language: Language, path: Path) -> int:
    """Write the zip; answers its size in bytes. It holds the hidden grader: it is for Gradescope's eyes only.

    Raises:
        UsageError: on a student's machine, or where the file cannot be written.
        CourseError: where the course has no secret or no reference.
    """
    catalogue.reference_source(assignment)
    catalogue.secret(course)
    try:
        with ZipFile(path, "w", ZIP_DEFLATED) as packed:
            for name, content, mode in _files(course, assignment, language):
                info = ZipInfo(name, DATE)
                info.external_attr = mode << 16
                info.compress_type = ZIP_DEFLATED
                packed.writestr(info, content)
        return path.stat().st_size
    except OSError as error:
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error


def requirements(imports: tuple[str, ...]) -> list[str]:
    """What pip has to install for an assignment that imports these packages.

    Raises:
        CourseError: where an allowed package is nobody's dependency.
    """
    from packaging.requirements import Requirement

    from cnnlab.grading.session import EXTRAS

    extras = {"", ALWAYS} | {EXTRAS[name] for name in imports if name in EXTRAS}
    lines = []
    for line in importlib.metadata.requires("cnnlab") or []:
        wanted = Requirement(line)
        here = {"sys_platform": "linux", "platform_system": "Linux"}
        if wanted.marker is None or any(wanted.marker.evaluate({**here, "extra": extra}) for extra in extras):
            lines.append(f"{wanted.name}{wanted.specifier}")
    names = {Requirement(line).name for line in lines}
    unknown = [name for name in imports if name not in names]
    if unknown:
        raise CourseError(
            text("{name} cannot be installed on Gradescope: cnnlab does not depend on it.", name=unknown[0])
        )
    return sorted(set(lines))


def _files(course: Course, assignment: Assignment, language: Language) -> Iterator[tuple[str, bytes, int]]:
    for script in SCRIPTS:
        yield script, (HERE / script).read_bytes(), EXECUTABLE
    yield GRADED, f"{assignment.slug} {language.value}\n".encode(), READABLE
    yield REQUIREMENTS, ("\n".join(requirements(assignment.imports)) + "\n").encode(), READABLE
    if assignment.training is not None:
        yield NEEDS_DIGITS, b"", READABLE
    yield from _tree(PACKAGE, PurePosixPath("cnnlab"))
    inside = PurePosixPath("course")
    yield (inside / catalogue.COURSE_FILE).as_posix(), _course_file(course), READABLE
    yield (inside / "solutions" / "secret.txt").as_posix(), catalogue.secret(course).encode(), READABLE
    yield from _tree(assignment.handout, inside / "assignments" / assignment.slug)
    yield from _tree(catalogue.solution_folder(assignment), inside / "solutions" / assignment.slug)


def _course_file(course: Course) -> bytes:
    """The course's names alone: due dates are of assignments that are not here, and lateness is Gradescope's to judge."""
    names = (f"{each.value} = {json.dumps(course.name[each], ensure_ascii=False)}" for each in Language)
    return "\n".join(["[name]", *names, ""]).encode()


def _tree(root: Path, name: PurePosixPath) -> Iterator[tuple[str, bytes, int]]:
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.is_file() and not SKIPPED & set(inside.parts):
            mode = EXECUTABLE if path.name in SCRIPTS else READABLE
            yield (name / inside.as_posix()).as_posix(), path.read_bytes(), mode
