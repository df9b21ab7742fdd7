"""The course model: frozen data, and the catalogue that reads it from disk."""

from cnnlab.course.accuracy_file import Levels
from cnnlab.course.certificate import Certificate, LayerOfNetwork, Measured
from cnnlab.course.grade import Grade, Override
from cnnlab.course.late import Attempts, LatePolicy
from cnnlab.course.model import Assignment, Course, Limits, Misconception, Submission, Training
from cnnlab.course.numbers import Arrays, Numbers
from cnnlab.course.report import Check, Counterexample, Group, Hint, Outcome, Report, Status
from cnnlab.course.student import Student

__all__ = [
    "Arrays",
    "Assignment",
    "Attempts",
    "Certificate",
    "Check",
    "Counterexample",
    "Course",
    "Grade",
    "Group",
    "Hint",
    "LatePolicy",
    "LayerOfNetwork",
    "Levels",
    "Limits",
    "Measured",
    "Misconception",
    "Numbers",
    "Outcome",
    "Override",
    "Report",
    "Status",
    "Student",
    "Submission",
    "Training",
]
