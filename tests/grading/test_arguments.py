"""Arguments are told apart bit for bit, and shown as a person would type them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.grading.arguments import arguments, fingerprint, show_call, show_value

PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.floats(allow_nan=False).filter(bool)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    max_leaves=6,
)


@given(one=PLAIN, other=PLAIN)
def test_two_calls_share_a_fingerprint_only_where_their_arguments_are_the_same(one, other):
    same = repr(one) == repr(other)
    assert (fingerprint(arguments(one)) == fingerprint(arguments(other))) == same
    assert hash(fingerprint(arguments(one, by=other))) == hash(fingerprint(arguments(one, by=other)))


@pytest.mark.parametrize(
    "wrap", [lambda x: x, lambda x: [x], lambda x: {"weight": (x, 1)}], ids=["bare", "list", "deep"]
)
def test_one_value_in_the_midst_of_a_large_array_tells_two_calls_apart(wrap):
    one, other = np.zeros(5000), np.zeros(5000)
    other[2500] = 1e-300
    assert repr(one) == repr(other)
    assert fingerprint(arguments(wrap(one))) != fingerprint(arguments(wrap(other)))
    assert fingerprint(arguments(wrap(one))) == fingerprint(arguments(wrap(one.copy())))
    assert fingerprint(arguments(wrap(one))) != fingerprint(arguments(wrap(one.astype(np.float32))))


def test_arrays_within_containers_are_shown_as_arrays_are():
    weights = {"bias": np.array([0.5, -1]), "shape": (1,), "kept": [np.array([2], np.float32)]}
    assert show_value(weights) == "{'bias': [ 0.5, -1. ], 'shape': (1,), 'kept': [[2.] (float32)]}"
    assert show_call("f", arguments(weights["kept"], x=2)) == "f([[2.] (float32)], x=2)"


def test_what_is_long_is_cut():
    assert show_value(list(range(1000))).endswith(" …")
    assert len(show_value(list(range(1000)))) < 410
