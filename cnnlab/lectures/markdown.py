"""A lesson's Markdown to HTML: headings with anchors, formulas, code, links. Directives have a module of their own."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from cnnlab.lectures import code, directives, joining, links
from cnnlab.lectures.draft import Draft
from cnnlab.lectures.formula import FormulaError, to_mathml
from cnnlab.lectures.formula_words import in_words
from cnnlab.lectures.model import Page, Section
from cnnlab.messages import text

ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
# Browsers break a line between ” or a closing bracket of code and a Korean particle; a word joiner forbids it.
JOINER = "\u2060"
AFTER_QUOTE = re.compile("(?<=[”’])(?=[가-힣])")
# A number stays with its unit, and both sides of a product with their sign.
TIED = re.compile("(?<=[0-9]) (?=[%×]|(?:[km]?m|nm|mV|kB|MB|GB|ms)(?![A-Za-z]))|(?<=×) (?=[0-9])")
NO_BREAK = "\u00a0"
Rule = Callable[[Sequence[Token], int, Draft], str]


def render_lesson(draft: Draft) -> Page:
    """Render the body of a lesson."""
    tokens = _parser().parse(draft.lesson.body, {})
    return draft.page(render_blocks(tokens, draft))


def render_blocks(tokens: Sequence[Token], draft: Draft) -> str:
    """Render a run of blocks; directives and headings are ours, the rest is Markdown."""
    parts: list[str] = []
    plain: list[Token] = []
    place = 0

    def flush() -> None:
        parts.append(_parser().renderer.render(plain, _parser().options, {"draft": draft}))
        plain.clear()

    while place < len(tokens):
        token = tokens[place]
        if token.type == "container_directive_open":
            flush()
            end = _closing(tokens, place)
            parts.append(directives.render(token, tokens[place + 1 : end], draft, render_blocks))
            place = end
        elif token.type == "heading_open":
            flush()
            parts.append(_heading(token, tokens[place + 1], draft))
            place += 2
        else:
            if token.type == "inline":
                draft.add_words(_plain_words(token))
                _find_stray_stars(token, draft)
            plain.append(token)
        place += 1
    flush()
    return "".join(parts)


def _heading(token: Token, inline: Token, draft: Draft) -> str:
    line, level = line_of(token, draft), int(token.tag[1])
    if level == 1:
        draft.problem(line, text("The title stands in the head of the lesson; begin sections with ##."))
    found = ANCHOR.search(inline.content)
    if not found:
        draft.problem(
            line, text("This heading has no anchor; end it with one, such as {example}.", example="{#stride}")
        )
    last = inline.children[-1] if inline.children else None
    if found and last is not None:
        last.content = ANCHOR.sub("", last.content)
    anchor = found[1] if found else f"section-{len(draft.sections)}"
    if anchor in {section.anchor for section in draft.sections}:
        draft.problem(line, text("The anchor {anchor} is there already; choose another.", anchor=anchor))
    title = _plain_words(inline)
    draft.sections.append(Section(anchor, title, level, line))
    inside = _parser().renderer.render([inline], _parser().options, {"draft": draft})
    return f'<{token.tag} id="{anchor}"><a class="anchor" href="#{anchor}">{inside}</a></{token.tag}>\n'


def line_of(token: Token, draft: Draft) -> int:
    """The line of the lesson's file where a block, or a piece of one, begins."""
    place = token.meta.get("line", token.map[0] if token.map else 0)
    return draft.lesson.first_line + int(place)


def _plain_words(inline: Token) -> str:
    kept = ("text", "code_inline", "math_inline", "softbreak", "image")
    children = [child for child in inline.children or [] if child.type in kept]
    return "".join(
        in_words(child.content) if child.type == "math_inline" else child.content or " " for child in children
    ).strip()


def _find_stray_stars(inline: Token, draft: Draft) -> None:
    for child in inline.children or []:
        if child.type == "text" and "**" in child.content:
            message = text("These stars are no emphasis: put the punctuation outside of **…**, or a space behind it.")
            draft.problem(line_of(child, draft), message)


def _closing(tokens: Sequence[Token], place: int) -> int:
    level = tokens[place].level
    ends = (each for each in range(place + 1, len(tokens)) if tokens[each].level == level)
    return next(each for each in ends if tokens[each].type == "container_directive_close")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    # Lessons hold no HTML; to look for it all the same takes a twentieth of the time.
    parser.disable(["html_block", "html_inline"])
    parser.use(container_plugin, "directive", validate=lambda *_: True)
    parser.use(dollarmath_plugin, allow_digits=False, double_inline=False)
    parser.core.ruler.push("joined", joining.join)
    parser.core.ruler.push("lines", _give_lines)
    parser.core.ruler.push("corners", _empty_corners)
    for name, rule in RULES.items():
        parser.add_render_rule(name, _with_draft(rule))
    return parser


def _give_lines(state: StateCore) -> None:
    """Pieces of a paragraph do not know their lines; count them."""
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or []:
            child.meta["line"] = line
            line += child.type in ("softbreak", "hardbreak")


def _empty_corners(state: StateCore) -> None:
    """A corner of a table without words is no heading."""
    for place, token in enumerate(state.tokens):
        if token.type == "th_open" and not state.tokens[place + 1].content:
            token.tag = state.tokens[place + 2].tag = "td"


def _with_draft(rule: Rule) -> Callable[..., str]:
    def rendered(_: RendererHTML, tokens: Sequence[Token], place: int, __: Any, env: dict[str, Any]) -> str:
        return rule(tokens, place, env["draft"])

    return rendered


def _formula(tokens: Sequence[Token], place: int, draft: Draft) -> str:
    token = tokens[place]
    display = token.type.startswith("math_block")
    try:
        mathml = to_mathml(token.content.strip(), display, draft.memory)
    except FormulaError as error:
        draft.problem(line_of(token, draft), error.message)
        return f"<code>{escape(token.content)}</code>"
    if display:
        return f'<div class="formula" tabindex="0">{mathml}</div>\n'
    return mathml


def _link_end(tokens: Sequence[Token], place: int, _: Draft) -> str:
    # The beginning has made this the end of a button where the link is a term.
    return f"</{tokens[place].tag}>"


def _text(tokens: Sequence[Token], place: int, _: Draft) -> str:
    words = AFTER_QUOTE.sub(JOINER, TIED.sub(NO_BREAK, escape(tokens[place].content, quote=False)))
    behind_code = place and tokens[place - 1].type == "code_inline" and words[:1].isalnum()
    return JOINER + words if behind_code else words


RULES: dict[str, Rule] = {
    "text": _text,
    "math_inline": _formula,
    "math_block": _formula,
    "fence": lambda tokens, place, draft: code.render(tokens[place], line_of(tokens[place], draft), draft),
    "link_open": lambda tokens, place, draft: links.render(tokens, place, line_of(tokens[place], draft), draft),
    "link_close": _link_end,
    "image": lambda tokens, place, draft: links.render_image(tokens[place], line_of(tokens[place], draft), draft),
    "table_open": lambda *_: '<div class="scroll" tabindex="0"><table>\n',
    "table_close": lambda *_: "</table></div>\n",
}
