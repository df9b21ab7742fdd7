"""Grading: what graders use, and the session that runs them.

Only what the author of a check needs is imported here; the session is imported where something is graded.
"""

from cnnlab.grading.arguments import Arguments, arguments
from cnnlab.grading.assertions import assert_rejects, assert_same, assert_unchanged
from cnnlab.grading.network import (
    assert_convolutional,
    assert_fits,
    assert_gradients,
    assert_logits,
    assert_moved,
    assert_outline,
    assert_parameters,
    assert_reaches,
    assert_shapes,
    network_of,
)

__all__ = [
    "Arguments",
    "arguments",
    "assert_convolutional",
    "assert_fits",
    "assert_gradients",
    "assert_logits",
    "assert_moved",
    "assert_outline",
    "assert_parameters",
    "assert_reaches",
    "assert_rejects",
    "assert_same",
    "assert_shapes",
    "assert_unchanged",
    "network_of",
]
