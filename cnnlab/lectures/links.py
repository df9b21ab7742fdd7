"""Links and images of a lesson: other lessons, sections, terms of the glossary, pictures, the world."""

import difflib
import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.model import Link
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


def render(tokens: Sequence[Token], place: int, line: int, draft: Draft) -> str:
    """The beginning of a link. A term begins a button, and its end is made to fit."""
    target = str(tokens[place].attrs.get("href", ""))
    if target.startswith("term:"):
        return _term(tokens, place, line, target.removeprefix("term:"), draft)
    href = href_of(target)
    if href is None:
        draft.problem(
            line,
            text(
                "({target}) is no link: write 07-pooling#stride for a lesson, #stride for a section, term:… or https://…",
                target=target,
            ),
        )
        return "<a>"
    if not target.startswith(OUTSIDE):
        draft.links.append(Link(target, line))
    return f'<a href="{escape(href)}">'


def _term(tokens: Sequence[Token], place: int, line: int, slug: str, draft: Draft) -> str:
    end = next(token for token in tokens[place:] if token.type == "link_close")
    if slug not in draft.sources.glossary:
        near = difflib.get_close_matches(slug, draft.sources.glossary, n=1)
        known = near[0] if near else "glossary.toml"
        draft.problem(line, text("The glossary has no term {term}; see {known}.", term=slug, known=known))
        end.tag = "span"
        return "<span>"
    end.tag = "button"
    draft.add_term(slug)
    return f'<button type="button" class="term" popovertarget="term-{slug}">'


def render_image(token: Token, line: int, draft: Draft) -> str:
    """An image of `site/images`; one that is computed is a figure instead."""
    name, alt = str(token.attrs.get("src", "")), token.content
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
