"""The errors of cnnlab: whose fault it was decides the class, and the class decides the exit code.

    CnnlabError
    ├── UsageError      the person at the keyboard typed something that cannot be: exit code 2
    ├── CourseError     the author of a course wrote something that cannot be: exit code 3
    └── Fault           our own failure, or this machine's: exit code 3
        ├── SandboxUnavailable   the kernel cannot confine student code
        ├── GradebookUnavailable the gradebook cannot be read or written: locked, full, read-only, or of a newer version
        ├── DataUnavailable      the images to train on are missing, broken, or cannot be fetched
        └── PackageUnavailable   a package that an assignment needs is not installed

A student's fault is never an exception here. It is an Outcome in a Report.
"""

from cnnlab.messages import Language, Text, render


class CnnlabError(Exception):
    """Something that a person has to be told, as a sentence in their language."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return render(self.message, Language.ENGLISH)


class UsageError(CnnlabError):
    """What was typed cannot be done; the message says what can."""


class CourseError(CnnlabError):
    """A course is broken; the message names file, key and what is allowed."""


class Fault(CnnlabError):
    """We failed, or this machine did. It never costs a student a point."""


class SandboxUnavailable(Fault):
    """The kernel or a library that confines student code is missing; the message says which."""


class GradebookUnavailable(Fault):
    """The gradebook cannot be used; the message says why and what to do."""


class PackageUnavailable(Fault):
    """A package is not installed; the message says how to install it."""


class DataUnavailable(Fault):
    """Images cannot be read or fetched; the message names the file and says what to do."""
