import pytest

from cnnlab.grading import assert_reaches


@pytest.mark.points(90)
def test_first_step(certificate):
    """The trained network reaches the first accuracy step"""
    assert_reaches(certificate, 0)


@pytest.mark.points(4)
def test_fourth_step(certificate):
    """The trained network reaches the fourth accuracy step"""
    assert_reaches(certificate, 3)
