"""Where a course and its assignments are. The only place of this layer that touches the disk."""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

from cnnlab.course import assignment_file, policy_file
from cnnlab.course.misconception_file import parse_misconception
from cnnlab.course.model import Assignment, Course, Limits, Misconception, Training
from cnnlab.errors import CourseError, UsageError
from cnnlab.messages import text

COURSE_FILE = "course.toml"
EXTENSIONS_FILE = "extensions.toml"
BUNDLED = Path(__file__).resolve().parents[1] / "bundled_course"


def find_course(
    chosen: Path | None = None, start: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Course:
    """The course of `--course`, else of CNNLAB_COURSE, else the nearest one upwards, else the bundled one.

    Raises:
        UsageError: where there is none.
    """
    named = chosen or (Path(environment["CNNLAB_COURSE"]) if environment.get("CNNLAB_COURSE") else None)
    if named is not None:
        if not (named / COURSE_FILE).is_file():
            raise UsageError(text("{path} is not a course: it has no {file}.", path=named, file=COURSE_FILE))
        return read_course(named.resolve())
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / COURSE_FILE).is_file() and (folder / "assignments").is_dir():
            return read_course(folder)
    if (BUNDLED / COURSE_FILE).is_file():
        return read_course(BUNDLED)
    raise UsageError(
        text(
            "There is no course here: no folder from {path} upwards holds a {file}. "
            "Go into the course's folder, or name it with --course or CNNLAB_COURSE.",
            path=here,
            file=COURSE_FILE,
        )
    )


def read_course(root: Path) -> Course:
    """Read `course.toml`.

    Raises:
        CourseError: where it is broken.
    """
    nested = {
        "name": assignment_file.LANGUAGES,
        "due": policy_file.due_keys(_slugs(root)),
        "late": policy_file.LATE,
    }
    table = assignment_file.read_table(root / COURSE_FILE, assignment_file.COURSE, nested)
    late = policy_file.late_policy(table.get("late", {}))
    return Course(
        root, assignment_file.languages(table["name"]), table.get("due", {}), late, site=table.get("site", "")
    )


def extensions(course: Course) -> policy_file.Extensions:
    """Due dates of single students, from `solutions/extensions.toml`; `policy_file.due_for` applies them.

    Raises:
        CourseError: where the file is broken.
    """
    return policy_file.read_extensions(course.root / "solutions" / EXTENSIONS_FILE, _slugs(course.root))


def slugs(course: Course) -> list[str]:
    """The names of all assignments, in order."""
    return _slugs(course.root)


def _slugs(root: Path) -> list[str]:
    return sorted(path.parent.name for path in root.glob("assignments/*/assignment.toml"))


def find(course: Course, slug: str) -> Assignment:
    """Read one assignment.

    Raises:
        UsageError: where there is none of that name; the message suggests the nearest.
        CourseError: where its `assignment.toml` is broken.
    """
    known = slugs(course)
    if slug not in known:
        near = difflib.get_close_matches(slug, known, n=1)
        if near:
            raise UsageError(text("There is no assignment {slug}. Did you mean {near}?", slug=slug, near=near[0]))
        raise UsageError(text("There is no assignment {slug}. There are: {known}.", slug=slug, known=", ".join(known)))
    handout = course.root / "assignments" / slug
    table = assignment_file.read_table(
        handout / "assignment.toml",
        assignment_file.ASSIGNMENT,
        {
            "title": assignment_file.LANGUAGES,
            "limits": assignment_file.LIMITS,
            "training": assignment_file.TRAINING,
        },
    )
    solution = course.root / "solutions" / slug
    return Assignment(
        slug=slug,
        title=assignment_file.languages(table["title"]),
        lesson=table["lesson"],
        module=table["module"],
        imports=tuple(table["imports"]),
        limits=assignment_file.limits(table["limits"]) if "limits" in table else Limits(),
        handout=handout,
        solution=solution if solution.is_dir() else None,
        training=Training(**table["training"]) if "training" in table else None,
        stands_for=table.get("stands_for", {}),
    )


def secret(course: Course) -> str:
    """What seeds the hidden checks. It lies with the solutions, so no handout can hold it.

    Raises:
        CourseError: where the file is missing.
    """
    path = course.root / "solutions" / "secret.txt"
    if not path.is_file() and not os.access(path.parent, os.W_OK):
        raise CourseError(
            text(
                "{path} is missing, and nothing can be written there. It seeds the hidden checks: "
                "whoever keeps the course has to write a line of random characters into it. --seed draws hidden inputs without it.",
                path=path,
            )
        )
    if not path.is_file():
        raise CourseError(
            text(
                "{path} is missing. Write a line of random characters into it; it seeds the hidden checks.",
                path=path,
            )
        )
    return path.read_text(encoding="utf-8").strip()


def reference_source(assignment: Assignment) -> str:
    """The source of the reference.

    Raises:
        CourseError: where the file is missing.
    """
    path = solution_folder(assignment) / "reference" / assignment.filename
    if not path.is_file():
        raise CourseError(text("{path} is missing: an assignment needs a reference.", path=path))
    return path.read_text(encoding="utf-8")


def alternatives(assignment: Assignment) -> dict[str, Path]:
    """The independent correct answers, by name."""
    return _named_files(assignment, "alternatives")


def misconceptions(assignment: Assignment) -> tuple[Misconception, ...]:
    """The known-wrong answers, each laid over the reference."""
    reference = reference_source(assignment)
    return tuple(
        parse_misconception(path, path.read_text(encoding="utf-8"), reference)
        for path in _named_files(assignment, "misconceptions").values()
    )


def solution_folder(assignment: Assignment) -> Path:
    """The teacher's folder.

    Raises:
        UsageError: on a student's machine, which has none.
    """
    if assignment.solution is None:
        raise UsageError(
            text(
                "The hidden graders of {slug} are not here: this installation has handouts only. "
                "Use `cnnlab check {slug}` for the public checks; your teacher runs `cnnlab grade`.",
                slug=assignment.slug,
            )
        )
    return assignment.solution


def _named_files(assignment: Assignment, kind: str) -> dict[str, Path]:
    found = sorted(solution_folder(assignment).glob(f"{kind}/*/{assignment.filename}"))
    return {path.parent.name: path for path in found}
