"""A report that was kept says the same as before, in both languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.course import Certificate, LayerOfNetwork, Measured, Report
from cnnlab.gradebook.record import from_record, to_record
from cnnlab.messages import Language, Text, render, text
from cnnlab.reporters.json_lines import to_json

plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary().map(str)
values = st.recursive(
    plain
    | st.lists(plain)
    | st.lists(plain).map(tuple)
    | st.builds(Path, st.text(st.characters(exclude_characters="\0"))),
    lambda inner: inner.map(lambda value: text("about {value}", value=value)),
    max_leaves=6,
)


@given(values)
def test_a_message_says_the_same_after_it_was_kept(value):
    message = text("It is {value}.", value=value)
    for language in Language:
        assert render(from_record(to_record(message)), language) == render(message, language)


@pytest.mark.parametrize(
    "source", ["def double(x):\n    return x**2\n", "def double(x):\n    print('\\udc80')\n    1 / 0\n"]
)
def test_a_report_is_the_same_after_it_was_kept(shared_course, source):
    report = shared_course.grade(source)
    again = from_record(to_record(report))
    assert to_record(again) == to_record(report)
    for language in Language:
        assert to_json(again, language) == to_json(report, language)


def test_a_certificate_is_kept_whole():
    certificate = Certificate(
        "mnist",
        "cpu",
        10,
        0.9,
        None,
        (text("a note"),),
        7,
        (LayerOfNetwork("conv2d", (3, 26, 26), 30),),
        (Measured(0.5, 2.0, 0.1),),
        ((1, 0), (0, 1)),
        (0.5, 0.9),
        {"training": 1.5},
    )
    report = Report("a", "b", (), "none", 1.0, certificate=certificate)
    assert from_record(to_record(report)) == report


def test_what_is_no_part_of_a_report_is_not_kept():
    with pytest.raises(TypeError, match="cannot keep a object"):
        to_record(object())
    with pytest.raises(ValueError, match="names os, which is not known"):
        from_record('{"is": "os"}')


def test_a_message_travels_between_processes():
    import pickle

    message = text("{a} and {b}", a=1, b=Text("two"))
    assert pickle.loads(pickle.dumps(message)) == message
