"""A synthetic class of any size: right answers, what students get wrong, files that do not run, and attacks; the same for the same seed."""

import ast
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from cnnlab.course import Assignment, catalogue

FAMILIES = [
    "김",
    "이",
    "박",
    "최",
    "정",
    "강",
    "조",
    "윤",
    "장",
    "임",
    "한",
    "오",
    "서",
    "신",
    "권",
    "황",
    "안",
    "송",
    "류",
    "홍",
]
FIRST = ["민", "서", "지", "하", "도", "예", "준", "윤", "수", "현", "채", "은", "시", "유", "재"]
SECOND = ["준", "연", "우", "윤", "원", "아", "호", "린", "빈", "영", "진", "람", "결", "담"]
# Shares of a class, in percent; the rest have a misconception, some of which are more common than others.
RIGHT, STARTED, BROKEN, HOSTILE = 30, 5, 8, 4


def _first_half(source: str) -> str:
    tree = ast.parse(source)
    tree.body = tree.body[: (len(tree.body) + 1) // 2]
    return ast.unparse(tree)


BREAKS: Mapping[str, Callable[[str], str]] = {
    "syntax": lambda source: source.replace(":\n", "\n", 1),
    "empty": lambda _: "",
    "missing package": lambda source: "import pandas_of_mine\n" + source,
    "half of it": _first_half,
    "raises": lambda source: source + "\n\nraise RuntimeError('forgotten')\n",
    "never ends": lambda source: source + "\n\nwhile True:\n    pass\n",
    "prints": lambda source: source + "\n\nfor number in range(2000):\n    print('here', number)\n",
    "asks": lambda source: source + "\n\nname = input('Your name? ')\n",
}
ATTACKS: Mapping[str, str] = {
    "exits": "import os\n\nos._exit(0)\n",
    "reads": "words = open('/etc/passwd').read()\n",
    "starts": "import subprocess\n\nsubprocess.run(['id'])\n",
    "calls out": "import socket\n\nsocket.create_connection(('127.0.0.1', 80))\n",
    "eats memory": "eaten = [bytearray(1 << 30) for _ in range(64)]\n",
}


def stage_class(assignment: Assignment, folder: Path, count: int, seed: int = 0) -> list[Path]:
    """Write one folder per student, with the file that they hand in; returns the folders."""
    dice = random.Random(seed)
    right = [
        catalogue.reference_source(assignment),
        *(path.read_text(encoding="utf-8") for path in catalogue.alternatives(assignment).values()),
    ]
    wrong = [each.source for each in catalogue.misconceptions(assignment)]
    common = [1 / (place + 1) for place in range(len(wrong))]
    dice.shuffle(common)
    starter = (assignment.handout / assignment.filename).read_text(encoding="utf-8")
    students = []
    for number, name in enumerate(_names(count, dice)):
        source = _source(dice, right, wrong, common, starter)
        students.append(folder / name)
        students[-1].mkdir(parents=True, exist_ok=True)
        content = _varied(dice, source, f"{name}, {number}")
        (students[-1] / assignment.filename).write_bytes(content)
    return students


def _source(dice: random.Random, right: list[str], wrong: list[str], common: list[float], starter: str) -> str:
    drawn = dice.uniform(0, 100)
    families: tuple[tuple[int, Callable[[], str]], ...] = (
        (RIGHT, lambda: dice.choice(right)),
        (STARTED, lambda: starter),
        (BROKEN, lambda: dice.choice(list(BREAKS.values()))(dice.choice(right + wrong))),
        (HOSTILE, lambda: dice.choice(list(ATTACKS.values())) + dice.choice(right)),
    )
    for share, draw in families:
        drawn -= share
        if drawn < 0:
            return draw()
    return dice.choices(wrong, common)[0] if wrong else dice.choice(right)


def _varied(dice: random.Random, source: str, whose: str) -> bytes:
    """The same program as somebody else would write it: without comments, with a line of theirs, in their encoding."""
    if not source:
        return b""
    if dice.random() < 0.5:
        with suppress(SyntaxError):
            source = ast.unparse(ast.parse(source))
    words = f"# 제출: {whose}\n{source}\n"
    return words.encode("cp949", "replace") if dice.random() < 0.1 else words.encode()


def _names(count: int, dice: random.Random) -> list[str]:
    """Names that differ; of those who are called alike, the later ones have a number."""
    every = [family + first + second for family in FAMILIES for first in FIRST for second in SECOND]
    dice.shuffle(every)
    return [every[n % len(every)] + (str(n // len(every) + 1) if n >= len(every) else "") for n in range(count)]
