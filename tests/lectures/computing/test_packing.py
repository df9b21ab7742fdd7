"""Weights survive being packed into eight bits, up to half a step of their own output's scale."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as shapes

from cnnlab.lectures.computing.packing import LARGEST, OPENING, packed, quantized, unpacked

WEIGHTS = shapes.arrays(np.float32, st.sampled_from([(3, 1, 3, 3), (4, 5)]), elements=st.floats(-8, 8, width=32))


@given(WEIGHTS)
def test_no_weight_moves_by_more_than_half_a_step(weight):
    integers, scales = quantized(weight)
    back = integers * scales.reshape(-1, *[1] * (weight.ndim - 1))
    assert integers.dtype == np.int8
    assert np.abs(integers.astype(int)).max() <= LARGEST
    assert (np.abs(back - weight).reshape(len(weight), -1).max(axis=1) <= scales * 0.5001 + 1e-30).all()


@given(WEIGHTS, st.integers(0, 9))
def test_what_is_unpacked_is_what_was_packed(weight, seed):
    bias = np.random.default_rng(seed).standard_normal(len(weight)).astype(np.float32)
    integers, scales = quantized(weight)
    back = unpacked(packed({"fc.weight": weight, "fc.bias": bias}, "a note"))
    assert list(back) == ["fc.weight", "fc.bias"]
    assert np.array_equal(back["fc.weight"], integers * scales.reshape(-1, *[1] * (weight.ndim - 1)))
    assert np.array_equal(back["fc.bias"], bias)


def test_a_script_is_a_note_and_one_constant():
    script = packed({"a.weight": np.ones((1, 2)), "a.bias": np.zeros(1)}, "where it comes from")
    note, line = script.splitlines()
    assert note == "// where it comes from"
    assert line.startswith(OPENING)
    assert json.loads(line.removeprefix(OPENING).removesuffix(";"))["a"]["shape"] == [1, 2]
