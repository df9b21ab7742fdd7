"""CSV that Canvas and Moodle import, read here by the rules of their importers."""

import csv
import io
import re

from cnnlab.messages import Language
from cnnlab.reporters.canvas import to_canvas
from cnnlab.reporters.moodle import to_moodle


def rows(lines):
    content = "".join(lines)
    assert not content.startswith("\ufeff")
    return list(csv.reader(io.StringIO(content, newline="")))


def imported_by_canvas(lines):
    """What Canvas takes: the columns up to Section say who, the next is the assignment, the row of possible points is skipped."""
    header, *body = rows(lines)
    student, last = header.index("Student"), header.index("Section")
    assert student == 0
    assert header[1 : last + 1] == ["ID", "SIS User ID", "SIS Login ID", "Section"]
    found, possible = {}, {}
    for row in body:
        named = dict(zip(header, row, strict=True))
        if re.search("points possible", row[0], re.IGNORECASE):
            possible = named
            continue
        who = named["ID"] or named["SIS User ID"] or named["SIS Login ID"] or named["Student"]
        found[who] = {title: float(cell) for title, cell in named.items() if title in header[last + 1 :] and cell}
    return found, possible


def test_canvas_imports_points_by_its_own_numbers(grades):
    found, possible = imported_by_canvas(to_canvas(grades, "assignment3 (77)", 20))
    assert possible["assignment3 (77)"] == "20"
    assert found["1201"] == {"assignment3 (77)": 10}
    assert found["2023002"] == {"assignment3 (77)": 7.5}
    assert found["ill"] == {"assignment3 (77)": 18}
    assert found["1204"] == found["Faulty"] == {}


def imported_by_moodle(lines):
    """What Moodle's worksheet takes: a participant's number behind a word and a space, a grade, a time it may lack."""
    header, *body = rows(lines)
    assert {"Identifier", "Grade", "Last modified (grade)"} <= set(header)
    named = [dict(zip(header, row, strict=True)) for row in body]
    return {row["Identifier"][len("Participant ") :] or row["Email address"] or row["ID number"]: row for row in named}


def test_moodle_imports_points_and_feedback(grades):
    found = imported_by_moodle(to_moodle(grades, Language.ENGLISH, 20))
    assert (found["1201"]["Grade"], found["1201"]["Maximum Grade"]) == ("10", "20")
    assert (found["2023002"]["Grade"], found["1204"]["Grade"], found["f@x.kr"]["Grade"]) == ("7.5", "", "")
    feedback = found["2023002"]["Feedback comments"]
    assert "Deducted for lateness: 2.5" in feedback
    assert "✗ Title of test_b – It returned None." in feedback
    assert found["1204"]["Feedback comments"] == ""


def test_moodle_gets_html_that_no_student_wrote(grades, make_report, make_check):
    from cnnlab.course import Grade, Outcome, Student
    from cnnlab.messages import text

    wrong = make_check("test_x", Outcome.ERROR, message=text("{words}", words="<script>alert(1)</script>"))
    [row] = rows(to_moodle([Grade(Student("eve", "Eve"), make_report(wrong))], Language.ENGLISH))[1:]
    assert "<script>" not in row[-1]
    assert "&lt;script&gt;" in row[-1]


def test_neither_file_holds_a_formula(grades):
    for lines in (to_canvas(grades, "=1+1"), to_moodle(grades, Language.KOREAN)):
        cells = [cell for row in rows(lines) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
