"""A sample class, staged from what a course knows of an assignment, as students would hand it in."""

import shutil
from pathlib import Path

from cnnlab.course import Assignment, catalogue

ATTACKERS = 6


def stage(assignment: Assignment, folder: Path, attackers: Path | None = None) -> list[Path]:
    """Write one folder per student: right answers, misconceptions, the starter, and some attackers spread over the families.

    Returns the students' folders, in the order of the class.
    """
    sources = {"reference": catalogue.reference_source(assignment)}
    for name, path in catalogue.alternatives(assignment).items():
        sources[name] = path.read_text(encoding="utf-8")
    for misconception in catalogue.misconceptions(assignment):
        sources[misconception.name] = misconception.source
    students = []
    for name, source in sources.items():
        students.append(folder / name)
        students[-1].mkdir()
        (students[-1] / assignment.filename).write_text(source, encoding="utf-8")
    # Those that only waste time are left out: a demonstration need not wait for their limits.
    hostile = sorted(attackers.glob("[0-9]*.py")) if attackers else []
    hostile = [path for path in hostile if not path.stem.endswith("timeout")]
    copies = {"starter": assignment.handout / assignment.filename}
    copies |= {"attacker_" + path.stem.split("__")[0]: path for path in hostile[:: max(1, len(hostile) // ATTACKERS)]}
    for name, path in copies.items():
        students.append(folder / name)
        students[-1].mkdir()
        shutil.copyfile(path, students[-1] / assignment.filename)
    return students
