"""Report to a terminal: what passed, what did not, and why. Each explanation is given once."""

from collections import Counter
from collections.abc import Mapping

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from cnnlab.course import Certificate, Check, Group, Outcome, Report, Status
from cnnlab.messages import Language, Text, printable, render, text
from cnnlab.reporters.wording import GROUPS, OUTCOMES, PARTS, SOURCES

SIGNS = {Outcome.PASSED: ("✓", "green"), Outcome.FAULT: ("!", "magenta")}


def to_terminal(report: Report, language: Language) -> RenderableType:
    """Everything a report says, for a person."""
    lines: list[RenderableType] = [Styled(render(note, language), "yellow") for note in report.notes]
    said: set[str] = set()
    for group in Group:
        checks = [check for check in report.checks if check.group is group]
        if checks:
            lines.append(Styled(render(GROUPS[group], language), "bold"))
            lines += [line for check in checks for line in _check(check, language, said)]
    if report.printed.strip():
        lines.append(Styled(render(text("What the program printed (outside hidden checks):"), language), "bold"))
        lines.append(
            Padding(
                Styled("\n".join(map(printable, report.printed.strip().splitlines())), "dim"),
                (0, 0, 0, 2),
                expand=False,
            )
        )
    if report.certificate is not None:
        lines += [Styled(render(each, language)) for each in _certificate(report.certificate, language)]
    lines.append(_total(report, language))
    return Lines(*lines)


def to_table(reports: list[Report], language: Language) -> Table:
    """One line per submission."""
    table = Table()
    for heading in (text("Submission"), text("Score"), text("Outcomes"), text("Misconceptions")):
        table.add_column(render(heading, language), overflow="fold")
    for report in reports:
        counts = Counter(check.outcome for check in report.checks)
        outcomes = ", ".join(
            f"{render(OUTCOMES[outcome], language)} {counts[outcome]}" for outcome in Outcome if counts[outcome]
        )
        named = Counter(check.hint.misconception for check in report.checks if check.hint)
        style = "green" if report.score == report.max_score else ""
        score = f"{report.score}" if report.status is Status.GRADED else "–"
        table.add_row(
            Styled(printable(report.submission)), Styled(score, style), outcomes, Styled(", ".join(sorted(named)))
        )
    return table


def _check(check: Check, language: Language, said: set[str]) -> list[RenderableType]:
    sign, style = SIGNS.get(check.outcome, ("✗", "red"))
    line = Styled.assemble(
        (f" {sign} ", style), render(check.title, language), (f"  {check.points}/{check.max_points}", "dim")
    )
    return [line, *(Padding(each, (0, 0, 0, 4), expand=False) for each in _details(check, language, said))]


def _details(check: Check, language: Language, said: set[str]) -> list[RenderableType]:
    if check.message is None:
        return []
    details: list[RenderableType] = []
    message = render(check.message, language)
    details.append(Styled(message) if message not in said else Styled(render(text("As above."), language), "dim"))
    said.add(message)
    if check.hint and check.hint.misconception not in said:
        said.add(check.hint.misconception)
        details.append(Styled(check.hint.feedback[language], "yellow"))
        details.append(Styled(render(text("Read again: lesson {lesson}", lesson=check.lesson), language), "dim"))
    if check.counterexample and check.counterexample.call not in said:
        said.add(check.counterexample.call)
        details.append(_counterexample(check, language))
    return details


def _counterexample(check: Check, language: Language) -> RenderableType:
    assert check.counterexample is not None
    example = check.counterexample
    rows: tuple[tuple[Text, str], ...] = (
        (text("for example"), example.call),
        (text("expected"), example.expected),
        (text("yours"), render(example.got, language)),
    )
    grid = Table.grid(padding=(0, 2))
    for heading, value in rows:
        grid.add_row(Styled(render(heading, language), "dim"), Styled(printable(value), overflow="fold"))
    return grid


def _certificate(certificate: Certificate, language: Language) -> list[Text]:
    """What was found out about a trained network, and how long each part of it took."""
    source = SOURCES.get(certificate.source, text("{source}", source=certificate.source))
    parts = _parts(certificate.seconds, language)
    if certificate.refusal is not None:
        return [text("No accuracy is certified ({source}; {parts}).", source=source, parts=parts), *certificate.notes]
    return [
        text(
            "Trained network: {accuracy} % of {count} graded digits ({source}), {parameters} parameters; {parts}.",
            accuracy=f"{100 * certificate.accuracy:.2f}",
            count=f"{certificate.images:,}",
            source=source,
            parameters=f"{certificate.parameters:,}",
            parts=parts,
        ),
        *certificate.notes,
    ]


def _parts(seconds: Mapping[str, float], language: Language) -> str:
    return ", ".join(
        f"{render(PARTS.get(name, Text(name)), language)} {spent:.1f} s" for name, spent in seconds.items()
    )


def _total(report: Report, language: Language) -> Styled:
    if report.status is Status.FAULT:
        return Styled(
            render(
                text("No score: the grader failed, which is not the student's fault. Mend it and grade again."),
                language,
            ),
            "bold magenta",
        )
    total = text("Score: {score} of {max_score}", score=report.score, max_score=report.max_score)
    line = Styled(render(total, language), "bold")
    if report.sandbox == "none":
        line.append("  " + render(text("(without a sandbox)"), language), "bold red")
    return line
