"""The kill matrix as text: a row per hidden check, one character wide per misconception."""

import string

from cnnlab.grading.verification import KillMatrix
from cnnlab.messages import Language, render, text

KILLED, ALIVE = "■", "·"
LABELS = string.ascii_letters + string.digits


def to_matrix(matrix: KillMatrix, language: Language) -> str:
    """Letters head the columns; the legend below names them, with the number of hidden checks that kill each."""
    labels = [LABELS[number % len(LABELS)] for number in range(len(matrix.misconceptions))]
    lines = ["".join(labels)]
    for check in matrix.checks:
        killed = matrix.killed[check]
        row = "".join(KILLED if name in killed else ALIVE for name in matrix.misconceptions)
        lines.append(f"{row}  {len(killed):2}  {check.removeprefix('test_')}")
    lines.append("")
    for label, name in zip(labels, matrix.misconceptions, strict=True):
        kills = sum(name in matrix.killed[check] for check in matrix.checks)
        lines.append(f"{label}  " + render(text("{name}: killed by {kills}", name=name, kills=kills), language))
    return "\n".join(lines)
