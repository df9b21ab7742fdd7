"""Where the lessons are that pages link to: named by `--site`, or by `site` in `course.toml`."""

import os
from pathlib import Path

from cnnlab.course import Course
from cnnlab.course.site_address import is_address, is_site
from cnnlab.errors import UsageError
from cnnlab.messages import text

INDEX = "index.html"


def chosen_site(named: str | None, course: Course) -> str:
    """The site as an address or the path of a folder; empty where there is none. A folder in `course.toml` is the course's.

    Raises:
        UsageError: where it can be no site, or the folder holds none.
    """
    if named is not None and not is_site(named):
        raise UsageError(
            text(
                "{site} is no address of a lecture site. Write one such as https://example.org/cnn, or the folder that holds it.",
                site=repr(named),
            )
        )
    site = named if named is not None else course.site
    if not site or is_address(site):
        return site
    folder = Path(site) if named is not None else course.root / site
    if not (folder / INDEX).is_file():
        raise UsageError(
            text("There is no lecture site in {path}. Make it with: cnnlab site build --out {path}", path=folder)
        )
    return str(folder)


def seen_from(site: str, page: Path) -> str:
    """The site's address as a page links to it: that of a folder is relative, so that both can be moved together."""
    from cnnlab.reporters.pages import address

    if not site or is_address(site):
        return site
    return address(os.path.relpath(site, page.parent))
