"""Hidden inputs are the same for the whole class, others with another `--seed`, and hang on the secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.grading.seeding import generator

PRINTING = "import numpy as np\n\n\ndef double(x):\n    return x\ndef shift(x, by=1):\n    return x\n"


def messages(report):
    """What the report says of the inputs: the first wrong value is one of them."""
    return [
        check.message.values["actual"] for check in report.checks if check.message and "actual" in check.message.values
    ]


@pytest.fixture
def drawn(tiny_course):
    """Grade a submission that gives its inputs back; what is shown of it hangs on what was drawn."""
    return lambda **settings: messages(tiny_course.grade(PRINTING, **settings))


def test_a_whole_class_gets_the_same_inputs(tiny_course, right_answer, drawn):
    reports = tiny_course.grade_all(one=PRINTING, other=right_answer, third=PRINTING)
    assert messages(reports["one"]) == messages(reports["third"]) == drawn()
    assert len(drawn()) == 4  # of two public and two hidden checks


def test_another_seed_draws_other_inputs(drawn):
    one = drawn(seed=1)
    assert one == drawn(seed=1)
    assert one != drawn(seed=2)
    assert one != drawn()


def test_the_secret_decides_the_inputs(tiny_course, drawn):
    secret = tiny_course.root / "solutions" / "secret.txt"
    before = drawn()
    secret.write_text("a tiny secret\r\n", encoding="utf-8")
    assert drawn() == before  # white space around it is no part of it
    secret.write_text("another secret\n", encoding="utf-8")
    assert drawn() != before


@given(st.tuples(st.text(), st.text(), st.text()), st.tuples(st.text(), st.text(), st.text()))
def test_each_secret_assignment_and_check_has_numbers_of_its_own(one, other):
    same = generator(*one).integers(2**62) == generator(*other).integers(2**62)
    assert same == (one == other) or any("\0" in part for part in (*one, *other))
