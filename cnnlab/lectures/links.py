"""Links and images of a lesson: other lessons, sections, terms of the glossary, pictures, the world."""

import difflib
import re
from html import escape

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.model import Link
from cnnlab.lectures.nodes import TERM, Node, words_of
from cnnlab.messages import text

LESSON = re.compile(r"([0-9]{2}-[a-z0-9-]+)(#[a-z0-9-]+)?")
OUTSIDE = ("https://", "http://")
LARGEST_IMAGE = 100_000


def href_of(target: str) -> str | None:
    """The address of `07-pooling#stride`, `#stride` or a page of the world, seen from a lesson; None for anything else."""
    lesson = LESSON.fullmatch(target)
    if lesson:
        return f"{lesson[1]}.html{lesson[2] or ''}"
    return target if target.startswith(("#", *OUTSIDE)) else None


def render(node: Node, inside: str, line: int, draft: Draft) -> str:
    """A link around `inside`. A term is a button, which opens what the glossary says."""
    target = node.content
    if node.is_term:
        return _term(target.removeprefix(TERM), inside, line, draft)
    href = href_of(target)
    if href is None:
        draft.problem(
            line,
            text(
                "({target}) is no link: write 07-pooling#stride for a lesson, #stride for a section, term:… or https://…",
                target=target,
            ),
        )
        return f"<a>{inside}</a>"
    if not target.startswith(OUTSIDE):
        draft.links.append(Link(target, line))
    return f'<a href="{escape(href)}">{inside}</a>'


def _term(slug: str, inside: str, line: int, draft: Draft) -> str:
    if slug not in draft.sources.glossary:
        near = difflib.get_close_matches(slug, draft.sources.glossary, n=1)
        known = near[0] if near else "glossary.toml"
        draft.problem(line, text("The glossary has no term {term}; see {known}.", term=slug, known=known))
        return f"<span>{inside}</span>"
    draft.add_term(slug)
    return f'<button type="button" class="term" popovertarget="term-{slug}">{inside}</button>'


def render_image(node: Node, line: int, draft: Draft) -> str:
    """An image of `site/images`; one that is computed is a figure instead."""
    name, alt = node.content, words_of(node.children)
    path = draft.sources.root / "images" / name
    if not alt.strip():
        draft.problem(line, text("This image has no words for those who do not see it: ![what is seen](file)."))
    if not re.fullmatch(r"[a-z0-9-]+\.(png|jpg|svg|webp)", name) or not path.is_file():
        draft.problem(line, text("There is no image {name} in site/images.", name=name))
    elif path.stat().st_size > LARGEST_IMAGE:
        size = path.stat().st_size // 1000
        draft.problem(
            line,
            text(
                "{name} has {size} kB; at most {most} are allowed: make it smaller.",
                name=name,
                size=size,
                most=LARGEST_IMAGE // 1000,
            ),
        )
    return f'<img src="../images/{escape(name)}" alt="{escape(alt)}" loading="lazy"/>'
