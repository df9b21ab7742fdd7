"""`cnnlab verify`."""

import sys
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import clear_line, language, say, say_over
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import text

UNPROVEN = 1


@click.command(
    cls=LocalCommand,
    name="verify",
    help="Prove assignments: right answers earn 100 over many seeds, misconceptions lose points and are named.",
    example="cnnlab verify\ncnnlab verify assignment3 --seeds 5",
)
@click.argument("assignments", nargs=-1)
@options.option(
    "--seeds",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="How many seeds right answers are graded with.",
)
@options.course
@options.lang
def command(assignments: tuple[str, ...], seeds: int, course_path: Path | None) -> None:
    """Exit code 0 where everything holds, 1 where something does not."""
    from cnnlab.course import catalogue
    from cnnlab.grading.verification import verify
    from cnnlab.reporters.kill_matrix import to_matrix
    from cnnlab.sandbox.support import required_layers

    required_layers()
    course = catalogue.find_course(course_path)
    chosen = [catalogue.find(course, slug) for slug in assignments or catalogue.slugs(course)]
    proofs = []
    for assignment in chosen:
        proof = verify(course, assignment, say_over, seeds)
        clear_line()
        proofs.append(proof)
        click.echo(to_matrix(proof.matrix, language()))
        for problem in proof.problems:
            say(problem)
        if not proof.problems:
            say(
                text(
                    "{slug} is proven: right answers earn 100 over {seeds} seeds, "
                    "and all {count} misconceptions lose points and are named.",
                    slug=assignment.slug,
                    seeds=seeds,
                    count=len(proof.matrix.misconceptions),
                )
            )
    sys.exit(UNPROVEN if any(proof.problems for proof in proofs) else 0)
