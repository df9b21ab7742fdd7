"""Where the lectures are published: an address of the web, a `file:` address, or a folder."""

import re
from typing import Any
from urllib.parse import urlsplit

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
WEB = ("http", "https")
# Spaces, quotes and brackets do not belong into an address; what follows ? or # would stand in front of the lesson.
PLAIN = re.compile(r"[^\s\x00-\x1f\x7f\"'<>\\^`{|}?#]+")


def is_address(site: str) -> bool:
    """Whether it begins as an address does. Whether it is one that pages may link to says `is_site`."""
    return SCHEME.match(site) is not None


def is_site(value: Any) -> bool:
    """Whether pages may link there: nothing but http, https and file, as no other address leads to lessons, or a folder."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        return False
    if not is_address(value):
        return True
    if not PLAIN.fullmatch(value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    if parts.scheme in WEB:
        return bool(parts.hostname)
    return parts.scheme == "file" and parts.path.startswith("/")
