"""What ends a check: the student's fault, as an outcome and a sentence."""

from cnnlab.course import Outcome
from cnnlab.messages import Language, Text, render


class CheckFailure(AssertionError):
    """Raised inside a check, by an assertion or by the student's proxy; the plugin turns it into a Check."""

    def __init__(self, message: Text, outcome: Outcome = Outcome.FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.outcome = outcome

    def __str__(self) -> str:
        return render(self.message, Language.ENGLISH)
