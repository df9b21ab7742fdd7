"""Jinja2 templates of the site; what is wrong with one becomes a problem with file, line and excerpt."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from cnnlab.lectures.model import Problem
from cnnlab.messages import text


class BrokenTemplate(Exception):
    """A template that cannot be rendered."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@cache
def environment(root: Path) -> Environment:
    """The templates of a site. To compile them takes as long as many lessons, so they are kept; a file that changes is read anew."""
    return Environment(
        loader=FileSystemLoader(root / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(templates: Environment, root: Path, name: str, values: dict[str, object]) -> str:
    """Render one template.

    Raises:
        BrokenTemplate: where it is broken, or speaks of what is not there.
    """
    try:
        return templates.get_template(name).render(values)
    # A template computes, so it can fail like any program.
    except Exception as error:
        path, line = _place(root / "templates", name, error)
        try:
            excerpt = path.read_text(encoding="utf-8").splitlines()[line - 1].strip()
        except (OSError, IndexError):
            excerpt = ""
        said = error.message if isinstance(error, TemplateError) else str(error)
        reason = (said or type(error).__name__).rstrip(".")
        message = text("The template cannot be rendered: {reason}.", reason=reason)
        raise BrokenTemplate(Problem(path, line, message, excerpt)) from error


def _place(folder: Path, name: str, error: Exception) -> tuple[Path, int]:
    if isinstance(error, TemplateSyntaxError):
        return folder / (error.name or name), error.lineno
    path, line, frame = folder / name, 1, error.__traceback__
    while frame is not None:
        source = Path(frame.tb_frame.f_code.co_filename)
        if source.is_relative_to(folder):
            path, line = source, frame.tb_lineno
        frame = frame.tb_next
    return path, line
