"""Blocks of code: highlighted, and kept as snippets where a lesson says what they print."""

import re
from dataclasses import replace
from html import escape

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.highlighting import highlighted
from cnnlab.lectures.model import Snippet
from cnnlab.lectures.nodes import Node
from cnnlab.messages import text

KNOWN = ("python", "output", "sh", "console", "toml", "javascript", "text")
NOT_RUN = "no-run"
NEEDS = "needs="
FENCE = re.compile("`{3,}|~{3,}")


def render(node: Node, line: int, draft: Draft) -> str:
    """One fenced block."""
    language, _, rest = node.content.strip().partition(" ")
    source = "".join(child.content for child in node.children)
    fence = FENCE.search(draft.line(node.line))
    if fence and (node.last == node.line or not draft.line(node.last).lstrip("> ").startswith(fence[0])):
        draft.problem(line, text("This has no end: write a line with {mark} below it.", mark=fence[0]))
    if language not in KNOWN:
        draft.problem(line, text("Name the language of the code: {known}.", known=", ".join(KNOWN)))
    if language == "output":
        return _output(source, line, draft)
    if language == "python" and rest != NOT_RUN:
        draft.snippets.append(Snippet(line, source, needs=_needs(rest, line, draft)))
    return (
        f'<div class="code"><pre tabindex="0"><code class="language-{escape(language or "text")}">'
        f"{highlighted(source, language, draft.memory)}</code></pre></div>\n"
    )


def _needs(rest: str, line: int, draft: Draft) -> tuple[str, ...]:
    """The packages of `python needs=torch,sklearn`."""
    if not rest:
        return ()
    names = tuple(rest.removeprefix(NEEDS).split(","))
    if not rest.startswith(NEEDS) or not all(name.isidentifier() for name in names):
        draft.problem(line, text("Write python, python no-run, or python needs=torch with the packages it imports."))
        return ()
    return names


def _output(source: str, line: int, draft: Draft) -> str:
    last = draft.snippets[-1] if draft.snippets else None
    if last is None or last.output is not None:
        draft.problem(line, text("An output block follows the python block that prints it."))
    else:
        draft.snippets[-1] = replace(last, output=source, output_line=line)
    return (
        f'<div class="output"><p class="tag">{escape(draft.say("output"))}</p>'
        f'<pre tabindex="0"><samp>{escape(source)}</samp></pre></div>\n'
    )
