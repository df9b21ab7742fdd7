"""HTML pages that stand alone: one file, no request to anywhere, and nobody's words become markup.

Jinja2 escapes all that is not a template of ours. Should it ever fail to, the page's own policy forbids every script but ours, and every request.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from cnnlab.messages import Language, Text, printable, render

TEMPLATES = Path(__file__).parent / "templates"
SORTING = "sorting.js"
LESSON = re.compile(r"([0-9]{2}-[a-z0-9-]+)(#[\w-]+)?")
CODE = re.compile(r"`([^`\n]+)`")


def fill(template: str, language: Language, words: dict[str, Text], **values: object) -> str:
    """Fill a template; `said` has its own words in the language, by name."""
    said = {name: render(each, language) for name, each in words.items()}
    page = _environment().get_template(template)
    # What is no letter, such as half of a broken file name, cannot be written as UTF-8.
    return (
        page.render(language=language.value, said=said, policy=_policy(), **values).encode("utf-8", "replace").decode()
    )


def lesson_address(lesson: str, language: Language, site: str) -> str | None:
    """The address of `07-pooling#stride` in a site; None where there is no site, or where this is no lesson."""
    found = LESSON.fullmatch(lesson)
    if not site or found is None:
        return None
    return f"{site.rstrip('/')}/{language.value}/{found[1]}.html{found[2] or ''}"


def address(path: str) -> str:
    """A relative path as an address, which neither a colon nor a slash in front can lead elsewhere."""
    return "./" + quote(path, safe="/", errors="replace")


def coded(words: str) -> Markup:
    """Words with what stands in `backticks` as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(words))))


def lines_of(words: str) -> str:
    """Words of several lines, without what is no letter."""
    return "\n".join(printable(line.expandtabs(4)) for line in words.splitlines())


def _policy() -> str:
    script = _environment().get_template(SORTING).render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["coded"] = coded
    made.filters["address"] = address
    return made
