"""A lesson to HTML: each kind of node has a rule, listed at the end. Directives have a module of their own."""

import re
from collections.abc import Callable, Sequence
from html import escape

from cnnlab.lectures import code, directives, links
from cnnlab.lectures.draft import Draft
from cnnlab.lectures.formula import FormulaError, to_mathml
from cnnlab.lectures.model import Page, Section
from cnnlab.lectures.nodes import Node, words_of
from cnnlab.lectures.parsing import parse
from cnnlab.messages import text

ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
# Browsers break a line between ” or a closing bracket of code and a Korean particle; a word joiner forbids it.
JOINER = "\u2060"
AFTER_QUOTE = re.compile("([”’])(?=[가-힣])")
# A number stays with its unit, and both sides of a product with their sign.
TIED = re.compile(" (?:(?<=[0-9] )(?=[%×]|(?:[km]?m|nm|mV|kB|MB|GB|ms)(?![A-Za-z]))|(?<=× )(?=[0-9]))")
# A formula whose braces are not in pairs is none to the parser.
UNREAD = re.compile(r"\$([^$\s][^$]*)\$")
NO_BREAK = "\u00a0"
Rule = Callable[[Node, Draft], str]


def render_lesson(draft: Draft) -> Page:
    """Render the body of a lesson."""
    return draft.page(render(parse(draft.lesson.body), draft))


def render(nodes: Sequence[Node], draft: Draft) -> str:
    """Render a run of nodes."""
    return "".join([RULES[node.kind](node, draft) for node in nodes])


def line_of(node: Node, draft: Draft) -> int:
    """The line of the lesson's file where a node begins."""
    return draft.lesson.first_line + node.line


def _heading(node: Node, draft: Draft) -> str:
    line, tag = line_of(node, draft), node.content
    if tag == "h1":
        draft.problem(line, text("The title stands in the head of the lesson; begin sections with ##."))
    last = node.children[-1] if node.children else None
    found = ANCHOR.search(last.content) if last and last.kind == "text" else None
    if last and found:
        last.content = ANCHOR.sub("", last.content)
    else:
        draft.problem(
            line, text("This heading has no anchor; end it with one, such as {example}.", example="{#stride}")
        )
    anchor = found[1] if found else f"section-{len(draft.sections)}"
    if anchor in {section.anchor for section in draft.sections}:
        draft.problem(line, text("The anchor {anchor} is there already; choose another.", anchor=anchor))
    draft.sections.append(Section(anchor, words_of(node.children), int(tag[1]), line))
    return f'<{tag} id="{anchor}"><a class="anchor" href="#{anchor}">{render(node.children, draft)}</a></{tag}>\n'


def _words(node: Node, draft: Draft) -> str:
    draft.add_words(words_of(node.children))
    return render(node.children, draft)


def _table(node: Node, draft: Draft) -> str:
    sides = node.content.split()
    head, *rows = [
        "".join(_cell(cell, side, row.kind == "head", draft) for cell, side in zip(row.children, sides, strict=True))
        for row in node.children
    ]
    body = "".join(f"<tr>\n{row}</tr>\n" for row in rows)
    return (
        f'<div class="scroll" tabindex="0"><table>\n<thead>\n<tr>\n{head}</tr>\n</thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>\n"
    )


def _cell(node: Node, side: str, heads: bool, draft: Draft) -> str:
    # A corner of a table without words is no heading.
    tag = "th" if heads and node.children else "td"
    style = "" if side == "none" else f' style="text-align:{side}"'
    return f"<{tag}{style}>{_words(node, draft)}</{tag}>\n"


def _item(node: Node, draft: Draft) -> str:
    inside = render(node.children, draft)
    return f"<li>{inside}</li>\n" if node.children and node.children[0].kind == "words" else f"<li>\n{inside}</li>\n"


def _formula(node: Node, draft: Draft) -> str:
    display = node.kind == "formula-block"
    try:
        mathml = to_mathml(node.content.strip(), display, draft.memory)
    except FormulaError as error:
        draft.problem(line_of(node, draft), error.message)
        return f"<code>{escape(node.content)}</code>"
    return f'<div class="formula" tabindex="0">{mathml}</div>\n' if display else mathml


def _html(node: Node, draft: Draft) -> str:
    draft.problem(line_of(node, draft), text("Lessons hold no HTML; write Markdown, or put it into `…` to show it."))
    return escape(node.content)


def _too_deep(node: Node, draft: Draft) -> str:
    draft.problem(
        line_of(node, draft),
        text("This is nested too deeply; take some levels away, and end each directive with a line of :::."),
    )
    return ""


def _text(node: Node, draft: Draft) -> str:
    words = node.content
    if "**" in words:
        message = text("These stars are no emphasis: put the punctuation outside of **…**, or a space behind it.")
        draft.problem(line_of(node, draft), message)
    if "$" in words:
        for tex in UNREAD.findall(words):
            _formula(Node("formula", node.line, tex), draft)  # which tells what is wrong with it
    words = TIED.sub(NO_BREAK, escape(words, quote=False))
    return AFTER_QUOTE.sub(r"\1" + JOINER, words) if "”" in words or "’" in words else words


def _numbers(node: Node, draft: Draft) -> str:
    start = "" if node.content == "1" else f' start="{node.content}"'
    return f"<ol{start}>\n{render(node.children, draft)}</ol>\n"


RULES: dict[str, Rule] = {
    "paragraph": lambda node, draft: f"<p>{_words(node, draft)}</p>\n",
    "words": _words,
    "heading": _heading,
    "directive": lambda node, draft: directives.render(node, draft, render),
    "code": lambda node, draft: code.render(node, line_of(node, draft), draft),
    "quotation": lambda node, draft: f"<blockquote>\n{render(node.children, draft)}</blockquote>\n",
    "bullets": lambda node, draft: f"<ul>\n{render(node.children, draft)}</ul>\n",
    "numbers": _numbers,
    "item": _item,
    "table": _table,
    "rule": lambda *_: "<hr/>\n",
    "formula-block": _formula,
    "formula": _formula,
    "text": _text,
    "code-inline": lambda node, _: f"<code>{escape(node.content, quote=False)}</code>",
    "strong": lambda node, draft: f"<strong>{render(node.children, draft)}</strong>",
    "emphasis": lambda node, draft: f"<em>{render(node.children, draft)}</em>",
    "joined": lambda node, draft: f'<span class="joined">{render(node.children, draft)}</span>',
    "joiner": lambda *_: JOINER,
    "link": lambda node, draft: links.render(node, render(node.children, draft), line_of(node, draft), draft),
    "image": lambda node, draft: links.render_image(node, line_of(node, draft), draft),
    "softbreak": lambda *_: "\n",
    "hardbreak": lambda *_: "<br/>\n",
    "html": _html,
    "too-deep": _too_deep,
}
