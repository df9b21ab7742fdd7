"""The course model: frozen data, and the catalogue that reads it from disk."""

from cnnlab.course.accuracy_file import Levels
from cnnlab.course.certificate import Certificate, LayerOfNetwork, Measured
from cnnlab.course.model import Assignment, Course, Limits, Misconception, Submission, Training
from cnnlab.course.numbers import Arrays, Numbers
from cnnlab.course.report import Check, Counterexample, Group, Hint, Outcome, Report, Status

__all__ = [
    "Arrays",
    "Assignment",
    "Certificate",
    "Check",
    "Counterexample",
    "Course",
    "Group",
    "Hint",
    "LayerOfNetwork",
    "Levels",
    "Limits",
    "Measured",
    "Misconception",
    "Numbers",
    "Outcome",
    "Report",
    "Status",
    "Submission",
    "Training",
]
