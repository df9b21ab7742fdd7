"""How fast the lecture site is built, against MkDocs Material and Sphinx + Furo + MyST on the same Markdown: `make bench`.

Both are installed from the package index into a temporary environment. They get the lessons as plain Markdown: no figures, quizzes or widgets,
no formulas converted, no languages held against each other; so they have less to do. Seconds are what somebody waits, the shortest of a few
rounds, in which all take turns; those of the processor, on all cores together, stand beside them. cnnlab and Sphinx (`-j auto`) use all cores, MkDocs has one.
A page's own cost is the difference between all pages and one. Nothing here is asserted; machines are noisy.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.reading import read_sources
from cnnlab.lectures.writing import recall, write_site

ROOT = Path(__file__).resolve().parents[2]
CNNLAB = Path(sys.executable).with_name("cnnlab")
OTHERS = ("mkdocs-material>=9.5", "sphinx>=7.4", "furo>=2024.8.6", "myst-parser>=4.0")
MKDOCS = "site_name: Course\ntheme:\n  name: material\n  font: false\nmarkdown_extensions: [tables, attr_list, pymdownx.superfences, pymdownx.highlight]\nplugins: [search]\n"
SPHINX = 'project = "Course"\nextensions = ["myst_parser"]\nhtml_theme = "furo"\nmyst_enable_extensions = ["dollarmath"]\nsuppress_warnings = ["myst.*"]\n'
ROUNDS = 8


class Took(NamedTuple):
    """Seconds on the clock, and of the processor."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Job:
    """Something to time, and what has to be done before."""

    action: Callable[[], object]
    prepare: Callable[[], object] = lambda: None


@dataclass(frozen=True)
class Builder:
    """How a builder makes the site of all pages, and that of one; `pages` is what it makes of them."""

    name: str
    pages: int
    whole: Job
    alone: Job


@dataclass(frozen=True)
class Measured:
    """What a builder took for how many pages; `alone` is what it took for one page, with the start of the program."""

    name: str
    took: Took
    pages: int
    alone: Took

    @property
    def milliseconds(self) -> float:
        """Waited for each page, the start of the program counted in."""
        return 1000 * self.took.clock / self.pages

    @property
    def own(self) -> float:
        """Milliseconds that a further page makes somebody wait."""
        return 1000 * (self.took.clock - self.alone.clock) / (self.pages - 1)

    @property
    def worked(self) -> float:
        """Milliseconds that the processors work for a further page."""
        return 1000 * (self.took.processor - self.alone.processor) / (self.pages - 1)


def shortest(*jobs: Job) -> list[Took]:
    """What each job took at best. They take turns: what others do on the machine only ever adds, and lasts longer than one job."""
    rounds = [[_timed(job) for job in jobs] for _ in range(ROUNDS)]
    return [
        Took(min(each.clock for each in took), min(each.processor for each in took))
        for took in zip(*rounds, strict=True)
    ]


def _timed(job: Job) -> Took:
    job.prepare()
    used, started = _processor(), time.perf_counter()
    job.action()
    return Took(time.perf_counter() - started, _processor() - used)


def _processor() -> float:
    """Seconds of the processors, of this process and of those it has run."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def run(*command: object, cwd: Path | None = None) -> None:
    """Run a command without showing what it says, unless it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def plain(source: str) -> str:
    """A lesson as any builder reads it: a title, and Markdown without our directives and terms."""
    _, head, body = source.split("+++", 2)
    title = re.search(r'^title = "(.*)"', head, re.MULTILINE)
    body = re.sub(r"^:::.*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"\[([^\]]*)\]\((?:term:|[0-9#])[^)]*\)", r"\1", body)
    body = re.sub(r"\s*\{#[a-z0-9-]+\}$", "", body, flags=re.MULTILINE)
    body = re.sub(r"^```(\w+).*$", r"```\1", body, flags=re.MULTILINE).replace("```output", "```text")
    return f"# {title[1] if title else 'Lesson'}\n{body}"


def lay_out(folder: Path, most: int | None = None) -> int:
    """The lessons of both languages as plain Markdown; answers how many pages they make."""
    folder.mkdir(parents=True)
    lessons = sorted((ROOT / "site" / "lessons").glob("*/*.md"))[:most]
    for path in lessons:
        place = folder / path.parent.name / path.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(plain(path.read_text(encoding="utf-8")), encoding="utf-8")
    listed = "\n".join(f"{path.parent.name}/{path.stem}" for path in lessons)
    (folder / "index.md").write_text(f"# Course\n\n```{{toctree}}\n{listed}\n```\n", encoding="utf-8")
    (folder / "conf.py").write_text(SPHINX, encoding="utf-8")
    return len(lessons) + 1


def others(temporary: Path) -> list[Builder]:
    """The other builders, each as a command, each from nothing."""
    run(sys.executable, "-m", "venv", temporary / "venv")
    tools = temporary / "venv" / "bin"
    run(tools / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *OTHERS)
    pages = lay_out(temporary / "all" / "docs")
    lay_out(temporary / "one" / "docs", most=0)
    for name in ("all", "one"):
        (temporary / name / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")

    def mkdocs(folder: Path) -> Job:
        return Job(lambda: run(tools / "mkdocs", "build", "--quiet", "--clean", cwd=folder))

    def sphinx(folder: Path) -> Job:
        return Job(lambda: run(tools / "sphinx-build", "-q", "-E", "-a", "-j", "auto", folder / "docs", folder / "out"))

    return [
        Builder(name, pages, build(temporary / "all"), build(temporary / "one"))
        for name, build in (("MkDocs Material", mkdocs), ("Sphinx + Furo + MyST", sphinx))
    ]


def ours(temporary: Path) -> Builder:
    """`cnnlab site build` of all pages, with figures drawn before."""
    copy_site(temporary / "first", most=1)
    whole, alone = _command(ROOT, temporary / "all-pages"), _command(temporary / "first", temporary / "one-page")
    pages = (
        len(list((temporary / "all-pages").rglob("*.html"))) - len(list((temporary / "one-page").rglob("*.html"))) + 1
    )
    return Builder("cnnlab site build", pages, whole, alone)


def _command(course: Path, out: Path) -> Job:
    def build() -> None:
        run(CNNLAB, "site", "build", "--course", course, "--out", out)

    def remove_pages() -> None:
        for name in ("ko", "en", "assets"):
            shutil.rmtree(out / name)

    build()
    return Job(build, remove_pages)


def measured(builders: list[Builder]) -> list[Measured]:
    """All builders, in turns."""
    took = shortest(*(job for each in builders for job in (each.whole, each.alone)))
    return [
        Measured(each.name, took[2 * place], each.pages, took[2 * place + 1]) for place, each in enumerate(builders)
    ]


def copy_site(folder: Path, most: int | None = None) -> None:
    """This course's site in another folder, with all its lessons or its first ones."""
    for name in ("site", "assignments"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "course.toml", folder)
    for path in sorted((folder / "site" / "lessons").glob("*/*.md"))[most:] if most else ():
        path.unlink()


def one_lesson(temporary: Path) -> float:
    """Seconds until everything is right again after a lesson changed, as `cnnlab site serve` does it."""
    copy_site(temporary / "copy")
    course = catalogue.read_course(temporary / "copy")
    memory = recall(temporary / "all-pages")

    def build() -> None:
        write_site(temporary / "copy-site", assemble(read_sources(course), memory).files, memory)

    build()
    lesson = temporary / "copy" / "site" / "lessons" / "en" / "07-pooling.md"

    def write() -> None:
        with lesson.open("a", encoding="utf-8") as file:
            file.write("\nAnother sentence.\n")

    return shortest(Job(build, write))[0].clock


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        temporary = Path(folder)
        rows = measured([ours(temporary), *others(temporary)])
        one = one_lesson(temporary)
    mine = rows[0]
    print(
        f"{'builder':22} {'pages':>5} {'seconds':>8} {'ms/page':>8} {'ratio':>6} {'own ms/page':>12} {'ratio':>6} {'worked ms/page':>15} {'ratio':>6}"
    )
    for each in rows:
        print(
            f"{each.name:22} {each.pages:5} {each.took.clock:8.2f} {each.milliseconds:8.1f} {each.milliseconds / mine.milliseconds:6.1f}"
            f" {each.own:12.1f} {each.own / mine.own:6.1f} {each.worked:15.1f} {each.worked / mine.worked:6.1f}"
        )
    print(f"one lesson anew: {1000 * one:.0f} ms (goal: 150); a page's own cost: {mine.own:.1f} ms (goal: 5)")


if __name__ == "__main__":
    main()
