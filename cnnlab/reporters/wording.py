"""Words that several reporters say: outcomes, groups, and what a certificate speaks of."""

from cnnlab.course import Group, Outcome
from cnnlab.messages import text

OUTCOMES = {
    Outcome.PASSED: text("passed"),
    Outcome.FAILED: text("failed"),
    Outcome.ERROR: text("error"),
    Outcome.TIMEOUT: text("timeout"),
    Outcome.MEMORY: text("memory"),
    Outcome.CRASHED: text("crashed"),
    Outcome.REFUSED: text("refused"),
    Outcome.FAULT: text("fault"),
}
SOURCES = {
    "mnist": text("MNIST"),
    "stand-in": text("scikit-learn's digits in place of MNIST, which is not here: see cnnlab data status"),
}
PARTS = {
    "export": text("export"),
    "loading": text("loading"),
    "training": text("training"),
    "student's code": text("student's code"),
    "measuring": text("measuring"),
}
GROUPS = {Group.PUBLIC: text("Public checks"), Group.HIDDEN: text("Hidden checks")}
