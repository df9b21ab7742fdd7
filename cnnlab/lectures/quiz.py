"""A quiz: a question, a list of choices `[ ]` and `[x]`, and below each a quotation that explains it.

It is radio buttons and style sheets: the explanation of a choice shows when it is chosen, with no script.
"""

from collections.abc import Callable, Sequence

from cnnlab.lectures.draft import Draft
from cnnlab.lectures.nodes import Node
from cnnlab.messages import text

Render = Callable[[Sequence[Node], Draft], str]
WRONG, RIGHT = "[ ] ", "[x] "
LISTS = ("bullets", "numbers")
PARAGRAPHS = ("paragraph", "words")


def render(line: int, inside: Sequence[Node], draft: Draft, blocks: Render) -> str:
    """One question."""
    draft.quizzes += 1
    name = f"quiz-{draft.quizzes}"
    begin = next((place for place, node in enumerate(inside) if node.kind == "bullets"), len(inside))
    question = blocks(inside[:begin], draft)
    items = [item for node in inside[begin:] if node.kind in LISTS for item in node.children]
    choices = [_choice(item, draft, blocks) for item in items]
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


def _choice(item: Node, draft: Draft, blocks: Render) -> tuple[bool, str, str]:
    words = item.children[0] if item.children else item
    first = words.children[0] if words.kind in PARAGRAPHS and words.children else None
    where = draft.lesson.first_line + item.line
    if first is None or not first.content.startswith((WRONG, RIGHT)):
        draft.problem(where, text("A choice begins with [ ] where it is wrong, or [x] where it is right."))
        return False, "", ""
    right = first.content.startswith(RIGHT)
    first.content = first.content[len(WRONG) :]
    words.kind = "words"
    begin = next((place for place, node in enumerate(item.children) if node.kind == "quotation"), len(item.children))
    why = [each for node in item.children[begin:] for each in (node.children if node.kind == "quotation" else [node])]
    if not why:
        draft.problem(where, text("Explain this choice: a quotation below it, indented, such as   > Because …"))
    return right, blocks([words], draft), blocks(why, draft)
