"""Whether two answers to the same call are the same up to rounding."""

from collections.abc import Callable
from functools import partial

from cnnlab.course import Assignment
from cnnlab.grading.comparison import ABSOLUTE, RELATIVE, difference
from cnnlab.sandbox.replies import Raised, Reply, Returned

Agree = Callable[[Reply, Reply], bool]


def agree(one: Reply, other: Reply, rtol: float = RELATIVE, atol: float = ABSOLUTE) -> bool:
    """Whether two answers are the same up to rounding; exceptions are compared by kind."""
    if isinstance(one, Returned) and isinstance(other, Returned):
        pairs = ((one.value, other.value), (other.value, one.value))
        same = all(difference(actual, expected, rtol, atol) is None for actual, expected in pairs)
        return same and one.mutated == other.mutated
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.type == other.type
    return False


def agreement_for(assignment: Assignment) -> Agree:
    """`agree` with the tolerance that an assignment's numbers need.

    Networks compute in single precision, where the order of a sum shows in the seventh digit, and training makes more of it.
    """
    single = not {"torch", "keras"}.isdisjoint(assignment.imports)
    return partial(agree, rtol=1e-4, atol=1e-5) if single else agree
