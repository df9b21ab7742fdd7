"""The small arrays of a call as numbers, for those who draw them."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from cnnlab.course import Arrays, Numbers
from cnnlab.sandbox.replies import Reply, Returned

MAX_VALUES, MAX_AXES = 400, 6
LARGEST = 2**64


def arrays_of(named: Mapping[str, Any], expected: Reply, got: Reply) -> Arrays | None:
    """Arguments and answers that are arrays of numbers; None where neither answer is one."""
    answers = [numbers_of(reply.value) if isinstance(reply, Returned) else None for reply in (expected, got)]
    inputs = {
        name: found
        for name, value in named.items()
        if isinstance(value, np.ndarray) and (found := numbers_of(value)) is not None
    }
    return Arrays(inputs, *answers) if any(answers) else None


def numbers_of(value: Any) -> Numbers | None:
    """An array or a plain number as data; None for anything else, and for what is empty or large. A student's value may be all of that."""
    if isinstance(value, np.ndarray):
        if not 0 < value.size <= MAX_VALUES or value.ndim > MAX_AXES or value.dtype.kind not in "biuf":
            return None
        return Numbers(value.shape, value.dtype.name, tuple(value.ravel().tolist()))
    if isinstance(value, float) or (isinstance(value, int) and abs(value) < LARGEST):
        return Numbers((), type(value).__name__, (value,))
    return None
