"""Grades to a CSV that Canvas's gradebook imports. Its headings are Canvas's own and stay in English."""

from collections.abc import Iterable, Iterator

from cnnlab.course import Grade
from cnnlab.reporters.spreadsheet import csv_line

HEADINGS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"


def to_canvas(grades: Iterable[Grade], column: str, max_points: float = 100) -> Iterator[str]:
    """The lines of the file. `column` is what Canvas calls the assignment: its title, with its number behind where titles are alike.

    Canvas finds students by any of the three numbers, which a roster exported from its gradebook has. A cell is empty, and
    leaves what Canvas has, where there are no points: nothing was handed in, or something of ours failed.
    """
    yield csv_line([*HEADINGS, column])
    yield csv_line([POINTS_POSSIBLE, "", "", "", "", max_points])
    for grade in grades:
        student = grade.student
        yield csv_line([student.name, student.lms_id, student.number, student.login, student.section, grade.points])
