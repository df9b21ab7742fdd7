"""The course model: frozen data, and the catalogue that reads it from disk."""

from cnnlab.course.model import Assignment, Course, Limits, Misconception, Submission
from cnnlab.course.report import Check, Counterexample, Group, Hint, Outcome, Report, Status

__all__ = [
    "Assignment",
    "Check",
    "Counterexample",
    "Course",
    "Group",
    "Hint",
    "Limits",
    "Misconception",
    "Outcome",
    "Report",
    "Status",
    "Submission",
]
