"""A teacher sees how the class did, what to teach again, which checks to doubt, and whom to look at."""

import re
from datetime import timedelta

import pytest

from cnnlab.course import Grade, Hint, Outcome, Override, Student
from cnnlab.messages import Language, text
from cnnlab.reporters.class_page import class_page, columns_of
from cnnlab.reporters.similarity import Alike


@pytest.fixture
def grade(make_check, make_report):
    """The grade of a student who passes so many of four checks, with a misconception for each that fails."""

    def grade(name, passed, *misconceptions, **fields):
        hints = [Hint(each, dict.fromkeys(Language, f"You believe in {each}.")) for each in misconceptions]
        checks = [
            make_check(f"test_{place}", Outcome.PASSED)
            if place < passed
            else make_check(
                f"test_{place}", Outcome.FAILED, hint=hints.pop(0) if hints else None, lesson="07-pooling#stride"
            )
            for place in range(4)
        ]
        return Grade(Student(name, name.title()), make_report(*checks, submission=name), **fields)

    return grade


@pytest.fixture
def said(read):
    return lambda grades, language=Language.ENGLISH, **fields: read(class_page(grades, language, **fields)).text


def test_figures_and_distribution_are_of_the_points_that_count(said, grade):
    grades = [
        grade("ann", 4),
        grade("bob", 2, deduction=5.0, late_by=timedelta(hours=7)),
        Grade(Student("cy", "Cy"), None),
    ]
    shown = said(grades, title="Pooling")
    assert "Pooling Students: 3 · handed in: 2 · mean 27.5 · median 27.5 · standard deviation 12.5" in shown
    assert "Nothing handed in Cy" in shown
    assert "Bob 15 7.0 passed 2, failed 2" in shown


def test_misconceptions_are_counted_by_student_and_lead_to_the_lesson(grade, read):
    grades = [grade("ann", 2, "swapped", "swapped"), grade("bob", 3, "swapped"), grade("cy", 3, "rare")]
    page = class_page(grades, Language.ENGLISH, site="site")
    shown = read(page).text
    assert "2 swapped You believe in swapped. lesson 07-pooling#stride Who Ann, Bob" in shown
    assert "One student each rare Cy" in shown
    assert 'href="site/en/07-pooling.html#stride"' in page
    assert "No misconception" not in shown


def test_misconceptions_of_one_student_each_are_told_in_full_where_there_are_no_others(said, grade):
    shown = said([grade("ann", 3, "rare")])
    assert "1 rare You believe in rare." in shown
    assert "One student each" not in shown
    assert "No misconception was recognised." in said([grade("ann", 4)])


def test_a_check_that_the_better_fail_is_pointed_out(said, make_check, make_report):
    def answered(good, odd):
        marks = {True: Outcome.PASSED, False: Outcome.FAILED}
        checks = (make_check(f"test_{place}", marks[place < good]) for place in range(8))
        return Grade(Student(str(good), str(good)), make_report(*checks, make_check("odd", marks[odd])))

    shown = said([answered(good, odd=good < 4) for good in range(9)])
    assert re.search(r"Title of odd Public checks look at this check 10 44 % −0\.\d\d", shown)
    assert shown.count("look at this check") == 1
    few = said([answered(good, odd=good < 2) for good in range(4)])
    assert "look at this check" not in few


def test_what_needs_a_look_is_listed(said, grade, make_check, make_report):
    crashed = Grade(Student("di", "Di"), make_report(make_check("a", Outcome.CRASHED), submission="di", seconds=9.0))
    fault = Grade(Student("ed", "Ed"), make_report(make_check("a", Outcome.FAULT), submission="ed"))
    shown = said([grade("ann", 4), crashed, fault], alike=[Alike(("ann", "di"), 0.91, 1.0)])
    assert "Faults of the grader: grade these again Ed" in shown
    assert "Stopped or refused programs Di crashed 1" in shown
    assert "Slowest Di 9.0 s Ann 0.1 s" in shown
    assert "91–100 % Ann, Di" in shown
    assert re.search(r"Ed – fault 1", shown)


def test_a_group_too_large_to_be_read_through_is_counted(said, grade):
    many = tuple(f"s{place}" for place in range(13))
    grades = [grade(name, 4) for name in many]
    assert "80–100 % 13 students together S0, S1" in said(grades, alike=[Alike(many, 0.8, 1.0)])
    assert "together" not in said(grades, alike=[Alike(many[1:], 0.8, 1.0)])


def test_students_are_linked_to_their_pages_wherever_these_are(grade):
    links = {"ann": "feedback/김 하늘: 1#2.html"}
    page = class_page([grade("ann", 4), grade("bob", 4)], Language.ENGLISH, links=links)
    assert '<a href="./feedback/%EA%B9%80%20%ED%95%98%EB%8A%98%3A%201%232.html">Ann</a>' in page
    assert '<td class="student">Bob</td>' in page


def test_an_override_and_notes_show_in_the_table(said, grade):
    shown = said([grade("ann", 1, override=Override(35.0, "Was ill."))])
    assert "Ann 35 passed 1, failed 3 set by the teacher: Was ill." in shown


def test_the_table_is_sorted_by_numbers_where_there_are_numbers(grade):
    page = class_page([grade("ann", 1), Grade(Student("cy", "Cy"), None)], Language.ENGLISH)
    assert 'data-value="10.0">10</td>' in page
    assert 'data-value="-1.0">–</td>' in page
    assert page.count('<table class="plain" data-sortable>') == 2


@pytest.mark.parametrize("language", Language)
def test_nobody_at_all_is_a_page_too(language, read):
    page = read(class_page([], language))
    assert re.search("Students: 0|학생 0명", page.text)


def test_korean_is_shown_in_korean(said, grade):
    shown = said(
        [grade("ann", 2, "swapped"), grade("bob", 1)], Language.KOREAN, alike=[Alike(("ann", "bob"), 0.9, 0.9)]
    )
    assert not re.search(r"checks|Distribution|teach|Passed|Slowest|identical|Outcomes|passed|failed", shown)


def test_columns_fill_the_plot_and_the_highest_its_height():
    columns = columns_of((0, 2, 4), 30)
    assert [(each.count, each.label) for each in columns] == [(0, "0"), (2, "10"), (4, "20")]
    assert columns[0].height == 0
    assert columns[2].height == pytest.approx(2 * columns[1].height)
    assert len({each.y + each.height for each in columns}) == 1


def test_a_note_of_the_submission_is_shown(said, grade):
    one = grade("ann", 4)
    noted = type(one)(
        one.student, type(one.report)(**{**vars(one.report), "notes": (text("{path} does not exist.", path="x"),)})
    )
    assert "x does not exist." in said([noted])
