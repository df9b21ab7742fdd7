"""CSV for spreadsheets: Excel sees UTF-8, numbers are numbers, and nothing that a student wrote is computed."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.course import Grade, Student
from cnnlab.messages import Language
from cnnlab.reporters.spreadsheet import csv_line, safe, to_csv


def rows(lines):
    return list(csv.DictReader(io.StringIO("".join(lines).encode().decode("utf-8-sig"), newline="")))


def test_the_file_begins_with_one_mark_that_excel_knows(grades):
    content = "".join(to_csv(grades, Language.KOREAN)).encode()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert "김민지".encode() in content


def test_each_grade_is_a_row(grades):
    first, late, by_hand, gone, fault, _ = rows(to_csv(grades, Language.ENGLISH))
    assert (first["Student"], first["Name"], first["Points"], first["Status"]) == ("minji", "김민지", "10", "graded")
    assert (first["Handed in"], first["Student number"]) == ("2026-03-22 05:59:00+09:00", "2023001")
    assert (late["Points"], late["Points earned"], late["Deducted for lateness"]) == ("7.5", "10", "2.5")
    assert (late["Hours late"], late["Attempt"], late["Misconceptions"]) == ("30", "2", "zero_padding")
    assert (by_hand["Points"], by_hand["Points earned"], by_hand["Points by hand"]) == ("18", "10", "18")
    assert by_hand["Why"] == "was ill, see mail\nof May"
    assert (gone["Status"], gone["Points"], gone["Attempt"]) == ("missing", "", "")
    assert (fault["Status"], fault["Points"]) == ("fault", "")


def test_headings_speak_the_language(grades):
    korean, english = (rows(to_csv(grades, language)) for language in (Language.KOREAN, Language.ENGLISH))
    assert not set(korean[0]) & set(english[0])
    assert len(korean) == len(english) == len(grades)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "  @", "＝", "＋", "－", "＠"])
def test_what_would_be_computed_is_text(start):
    assert safe(f"{start}1+1").startswith("'")


@settings(deadline=None)
@given(st.lists(st.text(st.characters(), max_size=20), min_size=1, max_size=5))
def test_no_cell_can_begin_a_formula_or_break_its_line(cells):
    [read] = csv.reader(io.StringIO(csv_line(cells), newline=""))
    assert len(read) == len(cells)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in read)
    csv_line(cells).encode("utf-8")


@pytest.mark.parametrize(("number", "cell"), [(7.5, "7.5"), (100, "100"), (0.0, "0"), (33.333, "33.33"), (None, "")])
def test_numbers_stay_numbers(number, cell):
    assert safe(number) == cell


def test_grades_are_taken_one_at_a_time(grades):
    taken = []

    def one_by_one():
        for grade in grades:
            taken.append(grade)
            yield grade

    lines = to_csv(one_by_one(), Language.ENGLISH)
    next(lines), next(lines)
    assert len(taken) == 1


def test_ten_thousand_rows_are_ten_thousand_rows():
    some = (Grade(Student(str(number), "N"), None) for number in range(10_000))
    assert sum(1 for _ in to_csv(some, Language.ENGLISH)) == 10_001
