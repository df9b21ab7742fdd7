"""Particles behind digits go by the sound."""

from cnnlab.lectures.korean import as_what, with_object


def test_a_digit_as_an_object():
    assert " ".join(map(with_object, range(10))) == "0을 1을 2를 3을 4를 5를 6을 7을 8을 9를"


def test_a_digit_as_what_something_is_read():
    assert " ".join(map(as_what, range(10))) == "0으로 1로 2로 3으로 4로 5로 6으로 7로 8로 9로"
