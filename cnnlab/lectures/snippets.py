"""Run the Python of a lesson, block after block as a reader would, and compare what it prints with what is shown.

Blocks that need a package are left alone where it is not installed.
"""

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec

from cnnlab.lectures.model import Page, Problem, Snippet
from cnnlab.messages import text

MARK = "\x1e"
SECONDS = 120
TRACE_LINE = 'File "<string>", line '


def problems(page: Page) -> list[Problem]:
    """Snippets that fail, or print something else than the lesson says. They run in a process of their own."""
    snippets = tuple(each for each in page.snippets if all(map(find_spec, each.needs)))
    if not snippets:
        return []
    ran = _run(_program(snippets))
    path = page.lesson.path
    if ran is None:
        return [Problem(path, snippets[0].line, text("The snippets run for more than {s} s.", s=SECONDS))]
    found = []
    if ran.returncode:
        reason = ran.stderr.strip().splitlines()[-1:] or ["?"]
        places = [int(part.split(",")[0].split("\n")[0]) for part in ran.stderr.split(TRACE_LINE)[1:]]
        line = places[0] if places else snippets[0].line
        excerpt = _program(snippets).split("\n")[line - 1].strip()
        found.append(Problem(path, line, text("This snippet fails: {reason}.", reason=reason[0]), excerpt))
    printings = ran.stdout.split(MARK)[1:]
    if len(printings) < len(snippets) and not found:
        last = snippets[len(printings) - 1]
        found.append(Problem(path, last.line, text("This snippet ends the program, so those below it are never run.")))
    for snippet, printed in zip(snippets, printings, strict=False):
        if snippet.output is not None and not found and _tidy(printed) != _tidy(snippet.output):
            message = text(
                "The snippet prints something else now: {printed}", printed=_tidy(printed).replace("\n", " ⏎ ")
            )
            found.append(Problem(path, snippet.output_line, message, snippet.output.strip().split("\n", 1)[0]))
    return found


def _program(snippets: tuple[Snippet, ...]) -> str:
    """All blocks in the lines where they stand in the lesson, so that a traceback names the lesson's line."""
    lines: list[str] = []
    for snippet in snippets:
        lines += [""] * (snippet.line - 1 - len(lines))
        lines.append(f"print({MARK!r}, end='', flush=True)")
        lines += snippet.source.rstrip("\n").split("\n")
    return "\n".join(lines) + "\n"


def _run(program: str) -> subprocess.CompletedProcess[str] | None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8", "KERAS_BACKEND": "torch"}
    with tempfile.TemporaryDirectory(prefix="cnnlab-snippets-") as folder:
        try:
            return subprocess.run(
                [sys.executable, "-X", "utf8", "-c", program],
                cwd=folder,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return None


def _tidy(printed: str) -> str:
    return "\n".join(line.rstrip() for line in printed.strip("\n").split("\n"))
