"""What there is to say about a check that was not passed, line by line."""

from cnnlab.course import Check
from cnnlab.messages import Language, printable, render, text


def explanation(check: Check, language: Language) -> list[str]:
    """The message, the misconception, a small counterexample, and where to read."""
    lines = [render(check.message, language)] if check.message else []
    if check.hint is not None:
        lines.append(check.hint.feedback[language])
    example = check.counterexample
    if example is not None:
        for heading, value in (
            (text("for example"), example.call),
            (text("expected"), example.expected),
            (text("yours"), render(example.got, language)),
        ):
            lines.append(f"{render(heading, language)}: {printable(value)}")
    lines.append(render(text("Read again: lesson {lesson}", lesson=check.lesson), language))
    return lines
