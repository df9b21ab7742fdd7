"""The list of pages that search engines read. It holds addresses, so there is one only where `course.toml` says where the site is published."""

from collections.abc import Collection
from html import escape

from cnnlab.lectures.model import LANGUAGES

NAME = "sitemap.xml"
PUBLISHED = ("https://", "http://")
SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(site: str, names: Collection[str]) -> str:
    """Every page with its other languages; `names` are paths in the site, such as `ko/07-pooling.html`."""
    entries = []
    for name in sorted(names):
        _, _, rest = name.partition("/")
        others = [(each.value, f"{each.value}/{rest}") for each in LANGUAGES if f"{each.value}/{rest}" in names]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{other}" href="{_address(site, path)}"/>' for other, path in others
        )
        entries.append(f"<url><loc>{_address(site, name)}</loc>{links if rest else ''}</url>\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {SPACES}>\n{"".join(entries)}</urlset>\n'


def _address(site: str, name: str) -> str:
    return escape(f"{site.rstrip('/')}/{name}")
