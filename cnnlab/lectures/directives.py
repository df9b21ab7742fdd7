"""What a lesson can hold besides Markdown: `::: name` … `:::`. Each directive is a function, listed at the end."""

import difflib
import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from cnnlab.lectures import figures, quiz, widgets
from cnnlab.lectures.draft import Draft
from cnnlab.lectures.links import href_of
from cnnlab.lectures.model import LANGUAGES
from cnnlab.lectures.nodes import Node
from cnnlab.messages import text

WIDTH = re.compile(r'^<svg [^>]*width="([0-9.]+)"')
SMALLEST = 0.75
QUOTED = re.compile(r"[\"'\\]")
Render = Callable[[Sequence[Node], Draft], str]


@dataclass(frozen=True)
class Directive:
    """`::: widget pooling figure=max-and-average`: a name, words, and words with a key."""

    name: str
    words: tuple[str, ...]
    options: dict[str, str]
    line: int


def render(node: Node, draft: Draft, blocks: Render) -> str:
    """Render one directive; `blocks` renders what stands in it."""
    line = draft.lesson.first_line + node.line
    marks, _, said = node.content.partition(" ")
    try:
        # Only quotes need the lexer of a shell, and few directives have any.
        name, *words = shlex.split(said) if QUOTED.search(said) else said.split()
    except ValueError:
        draft.problem(line, text("Write ::: and a directive with its words, such as ::: figure max-and-average."))
        return ""
    if name not in DIRECTIVES:
        near = difflib.get_close_matches(name, DIRECTIVES, n=1)
        known = near[0] if near else ", ".join(DIRECTIVES)
        draft.problem(line, text("There is no directive {name}; use {known}.", name=name, known=known))
        return blocks(node.children, draft)
    if node.last < 0:
        draft.problem(line, text("This has no end: write a line with {mark} below it.", mark=marks))
    options = dict(word.split("=", 1) for word in words if "=" in word)
    plain = tuple(word for word in words if "=" not in word)
    return DIRECTIVES[name](Directive(name, plain, options, line), node.children, draft, blocks)


def _figure(directive: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    drawn = draw_named(directive.words[0] if directive.words else "", directive.line, draft)
    caption = blocks(inside, draft)
    if not caption.strip():
        draft.problem(directive.line, text("A figure has a caption: write it below ::: figure."))
    return f'<figure class="figure">{drawn}<figcaption>{caption}</figcaption></figure>\n'


def draw_named(name: str, line: int, draft: Draft) -> str:
    """A figure as an element of the page, with its text alternative."""
    if not figures.exists(draft.sources.root, name):
        known = figures.names(draft.sources.root)
        near = difflib.get_close_matches(name, known, n=1)
        listed = near[0] if near else ", ".join(known)
        draft.problem(line, text("There is no figure {name}; there are: {known}.", name=name, known=listed))
        return ""
    try:
        figure = figures.draw(draft.sources.root, name, draft.language, draft.memory)
    except figures.FigureError as error:
        draft.problem(
            line,
            text(
                "The figure {name} fails in {file}, line {number}: {reason}.",
                name=name,
                file=error.path.name,
                number=error.line,
                reason=error.reason,
            ),
        )
        return ""
    draft.figures.append(name)
    if not figure.alt:
        draft.problem(line, text("The figure {name} has no alt: say what is seen on it.", name=name))
    svg = figure.svg.replace(
        "<svg ", f'<svg role="img" aria-label="{escape(figure.alt)}" {_least_width(figure.svg)}', 1
    )
    return f'<div class="drawing" tabindex="0">{svg}</div>'


def _least_width(svg: str) -> str:
    """On a narrow page a drawing shrinks while its letters can be read, and is scrolled from there on."""
    width = WIDTH.search(svg)
    return f'style="min-width:{float(width[1]) * SMALLEST:.0f}px" ' if width else ""


def _widget(directive: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    name = directive.words[0] if directive.words else ""
    known = widgets.names(draft.sources.root)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        listed = near[0] if near else ", ".join(known)
        draft.problem(directive.line, text("There is no widget {name}; there are: {known}.", name=name, known=listed))
        return ""
    if "figure" not in directive.options:
        draft.problem(directive.line, text("A widget has a figure for paper: ::: widget {name} figure=…", name=name))
        return ""
    draft.widgets.append(name)
    figure = directive.options["figure"]
    shown_above = figure in draft.figures
    drawn = draw_named(figure, directive.line, draft)
    fallback = f'<p class="note">{escape(draft.say("figure-above"))}</p>' if shown_above else drawn
    title = widgets.words(draft.sources.root, name)["title"].get(draft.language.value, "")
    return (
        f'<section class="widget" data-widget="{name}" aria-label="{escape(title)}"><p class="tag">{escape(title)}</p>'
        f'<div class="fallback">{fallback}</div><div class="live"></div>'
        f'<noscript><p class="note">{escape(draft.say("needs-script"))}</p></noscript>'
        f'<div class="caption">{blocks(inside, draft)}</div></section>\n'
    )


def _exercise(directive: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    slug = directive.words[0] if directive.words else ""
    known = draft.sources.assignments
    if slug not in known:
        listed = ", ".join(known)
        draft.problem(
            directive.line, text("There is no assignment {name}; there are: {known}.", name=slug, known=listed)
        )
        return ""
    commands = f"cnnlab start {slug}\ncnnlab check {slug}\n"
    heading = f"{draft.say('exercise')} · {slug} · {known[slug][draft.language]}"
    return (
        f'<section class="box exercise"><p class="tag">{escape(heading)}</p>{blocks(inside, draft)}'
        f'<div class="code"><pre tabindex="0"><code class="language-sh">{escape(commands)}</code></pre></div></section>\n'
    )


def _box(directive: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    """A definition, something to try, a slip of the source note, a remark: a tag, a title where one is given, and text."""
    given = " ".join(directive.words)
    heading = f"{draft.say(directive.name)} · {given}" if given else draft.say(directive.name)
    return (
        f'<section class="box {directive.name}"><p class="tag">{escape(heading)}</p>{blocks(inside, draft)}</section>\n'
    )


def _glossary(_: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    """Every term in both languages, in the order of the page's language; the first name leads to where it is explained."""
    mine = draft.language
    other = next(each for each in LANGUAGES if each is not mine)
    rows = []
    for term in sorted(draft.sources.glossary.values(), key=lambda term: term.name[mine].lower()):
        name = escape(term.name[mine])
        if term.lesson:
            name = f'<a href="{escape(href_of(term.lesson) or "")}">{name}</a>'
        translated = f'<td lang="{other.value}">{escape(term.name[other])}</td>'
        rows.append(f"<tr><td>{name}</td>{translated}<td>{escape(term.definition[mine])}</td></tr>")
    head = "".join(f"<th>{escape(draft.say(word))}</th>" for word in (mine.value, other.value, "meaning"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return f'{blocks(inside, draft)}<div class="scroll" tabindex="0">{table}</div>\n'


def _quiz(directive: Directive, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    return quiz.render(directive.line, inside, draft, blocks)


DIRECTIVES: dict[str, Callable[[Directive, Sequence[Node], Draft, Render], str]] = {
    "figure": _figure,
    "widget": _widget,
    "quiz": _quiz,
    "exercise": _exercise,
    "glossary": _glossary,
    "definition": _box,
    "try": _box,
    "slip": _box,
    "remark": _box,
}
