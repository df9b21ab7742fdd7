"""From a gradebook's attempts to the grades that count: lateness and attempts by the course's policy."""

from collections.abc import Iterable, Iterator

from cnnlab.course import Course, Grade, catalogue
from cnnlab.course.late import counted, grade_by
from cnnlab.course.policy_file import due_for
from cnnlab.gradebook.reading import attempts, students
from cnnlab.gradebook.store import Gradebook


def grades(gradebook: Gradebook, course: Course, slug: str, keys: Iterable[str] | None = None) -> Iterator[Grade]:
    """The grade of each student, one at a time; `keys` None takes all that the gradebook has."""
    extensions = catalogue.extensions(course)
    for key in students(gradebook, slug) if keys is None else keys:
        found = [
            grade_by(
                course.late,
                grade.student,
                grade.report,
                submitted_at=grade.submitted_at,
                due=due_for(course.due, extensions, slug, grade.student),
                attempt=grade.attempt,
                override=grade.override,
            )
            for grade in attempts(gradebook, slug, key)
        ]
        if found:
            yield counted(found, course.late.attempts)
