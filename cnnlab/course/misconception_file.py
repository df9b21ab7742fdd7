"""The docstring of a misconception is what its student reads: a title, `en:`, `ko:` and `lesson:`."""

import ast
import re
from pathlib import Path

from cnnlab.course.model import Misconception
from cnnlab.errors import CourseError
from cnnlab.messages import Language, text

SECTION = re.compile(r"^(en|ko|lesson):\s*", re.MULTILINE)


def parse_misconception(path: Path, source: str, reference: str) -> Misconception:
    """Read a misconception and lay it over the reference, so that only what it redefines is wrong.

    Raises:
        CourseError: where the docstring lacks a section.
    """
    try:
        docstring = ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError as error:
        raise CourseError(text("{path} has a syntax error in line {line}.", path=path, line=error.lineno)) from error
    head, *pieces = SECTION.split(docstring)
    sections = {name: " ".join(body.split()) for name, body in zip(pieces[::2], pieces[1::2], strict=True)}
    for name in ("en", "ko", "lesson"):
        if not sections.get(name):
            raise CourseError(text("{path}: the docstring has no section {section}.", path=path, section=f"{name}:"))
    return Misconception(
        name=path.parent.name,
        title=head.strip(),
        feedback={language: sections[language.value] for language in Language},
        lesson=sections["lesson"],
        source=f"{reference}\n\n{source}",
    )
