"""Grading: what graders use, and the session that runs them.

Only what the author of a check needs is imported here; the session is imported where something is graded.
"""

from cnnlab.grading.arguments import Arguments, arguments
from cnnlab.grading.assertions import assert_rejects, assert_same, assert_unchanged

__all__ = ["Arguments", "arguments", "assert_rejects", "assert_same", "assert_unchanged"]
