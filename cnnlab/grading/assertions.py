"""What a check may assert. The messages speak to the student."""

import re
from typing import Any

from cnnlab.course import Outcome
from cnnlab.grading.comparison import ABSOLUTE, RELATIVE, describe_kind, difference
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.proxy import Student, StudentFunction
from cnnlab.messages import text
from cnnlab.sandbox.replies import Raised, Returned


def assert_same(
    actual: Any, expected: Any, *, rtol: float = RELATIVE, atol: float = ABSOLUTE, cause: str | None = None
) -> None:
    """Demand that a student's value is the expected one, up to rounding.

    Args:
        actual: what the student's function returned.
        expected: what the reference returned.
        rtol: relative tolerance of floats.
        atol: absolute tolerance of floats.
        cause: the argument that usually explains a wrong shape, such as `stride`.

    Raises:
        CheckFailure: saying how they differ.
    """
    found = difference(actual, expected, rtol, atol, cause)
    if found is not None:
        raise CheckFailure(found)


def assert_rejects(function: StudentFunction, *args: Any, naming: str, **kwargs: Any) -> None:
    """Demand a ValueError whose message names the argument that is wrong.

    Raises:
        CheckFailure: where the call returns, raises something else, or names nothing.
    """
    reply = function.reply(*args, **kwargs)
    if isinstance(reply, Returned):
        raise CheckFailure(
            text(
                "It accepted a wrong `{naming}` and returned {kind}; raise a ValueError that names `{naming}`.",
                naming=naming,
                kind=describe_kind(reply.value),
            )
        )
    if isinstance(reply, Raised) and "ValueError" in reply.families:
        if _names(reply.text, naming):
            return
        raise CheckFailure(
            text(
                "It raised a ValueError, but its message does not name `{naming}`: whoever reads it should see what is wrong.",
                naming=naming,
            )
        )
    if isinstance(reply, Raised) and "NotImplementedError" not in reply.families and reply.reached:
        raise CheckFailure(
            text(
                "For a wrong `{naming}` it raised {type}, where a ValueError that names `{naming}` is due.",
                naming=naming,
                type=function.name_of(reply),
            ),
            Outcome.ERROR,
        )
    function.fail(reply)


def _names(message: str, argument: str) -> bool:
    """Whether a message names an argument: as a word, in any language (a Korean particle may follow), or as `padding_h`, `weights`."""
    word = rf"(?<![A-Za-z0-9_]){re.escape(argument)}(?:s|_[a-z]+)?(?![A-Za-z0-9_])"
    return re.search(word, message, re.IGNORECASE) is not None


def assert_unchanged(student: Student) -> None:
    """Demand that no array passed so far in this check was changed by the student's functions.

    Raises:
        CheckFailure: naming the function that changed one.
    """
    for call in student.calls:
        if isinstance(call.reply, Returned) and call.reply.mutated:
            raise CheckFailure(
                text(
                    "{function} changed the array it was given. Whoever calls it still needs it: work on a copy.",
                    function=student.shown(call.function),
                )
            )
