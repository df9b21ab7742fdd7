"""Checks that you can read and run: `cnnlab check assignment4`."""

import pytest

from cnnlab.grading import assert_parameters, network_of


@pytest.mark.points(6)
@pytest.mark.lesson("14-pytorch#model")
def test_parameters_of_the_handout(student):
    """The network has the parameters of the lecture"""
    assert_parameters(network_of(student), 225_034, budget=300_000)
