"""A quiz: a question, a list of choices `[ ]` and `[x]`, and below each a quotation that explains it.

It is radio buttons and style sheets: the explanation of a choice shows when it is chosen, with no script.
"""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from cnnlab.lectures.draft import Draft
from cnnlab.messages import text

Render = Callable[[Sequence[Token], Draft], str]
WRONG, RIGHT = "[ ] ", "[x] "


def render(line: int, inside: Sequence[Token], draft: Draft, blocks: Render) -> str:
    """One question."""
    draft.quizzes += 1
    name = f"quiz-{draft.quizzes}"
    begin = next((place for place, token in enumerate(inside) if token.type == "bullet_list_open"), len(inside))
    question = blocks(inside[:begin], draft)
    choices = [_choice(item, line, draft, blocks) for item in _items(inside[begin:])]
    if len(choices) < 2 or sum(right for right, *_ in choices) != 1:
        draft.problem(line, text("A quiz has a list of two choices or more, - [ ] wrong and exactly one - [x] right."))
    parts = [
        f'<section class="box quiz" data-quiz="{name}"><p class="tag">{draft.say("quiz")}</p>'
        f'<div role="radiogroup" aria-labelledby="{name}-q"><div id="{name}-q" class="question">{question}</div>'
    ]
    for place, (right, choice, why) in enumerate(choices, 1):
        verdict = draft.say("right" if right else "wrong")
        kind = "right" if right else "wrong"
        parts.append(
            f'<div class="choice {kind}"><label><input type="radio" name="{name}" value="{place}"/>'
            f'<span>{choice}</span></label><div class="why"><strong>{verdict}</strong> {why}</div></div>'
        )
    parts.append('</div><p class="said" aria-live="polite"></p></section>\n')
    return "".join(parts)


def _items(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each item of the list, without those of the item itself."""
    items: list[list[Token]] = []
    outer = tokens[0].level + 1 if tokens else 0
    for token in tokens:
        if token.level == outer and token.type == "list_item_open":
            items.append([])
        elif items and token.level > outer:
            items[-1].append(token)
    return items


def _choice(item: list[Token], line: int, draft: Draft, blocks: Render) -> tuple[bool, str, str]:
    inline = next((token for token in item if token.type == "inline"), None)
    first = inline.children[0] if inline is not None and inline.children else None
    where = draft.lesson.first_line + item[0].map[0] if item and item[0].map else line
    right = first is not None and first.content.startswith(RIGHT)
    if inline is None or first is None or not first.content.startswith((WRONG, RIGHT)):
        draft.problem(where, text("A choice begins with [ ] where it is wrong, or [x] where it is right."))
        return False, "", ""
    first.content = first.content[len(WRONG) :]
    begin = next((place for place, token in enumerate(item) if token.type == "blockquote_open"), len(item))
    why = [token for token in item[begin:] if token.type not in ("blockquote_open", "blockquote_close")]
    if not why:
        draft.problem(where, text("Explain this choice: a quotation below it, indented, such as   > Because …"))
    return right, blocks([inline], draft), blocks(why, draft)
