"""Whether a page is sound: well-formed, no id twice, nothing nested that may not be, words for every picture."""

from collections.abc import Iterator
from xml.etree import ElementTree

from cnnlab.messages import Text, text

BLOCKS = frozenset({"p", "div", "section", "figure", "ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "nav", "main"})
ONLY_PHRASES = frozenset({"p", "h1", "h2", "h3", "h4", "button", "label", "span", "a", "em", "strong", "code"})
INTERACTIVE = frozenset({"a", "button", "label", "select", "textarea"})


def problems(html: str) -> list[tuple[int, Text]]:
    """What is wrong with a page: lines of the page, and sentences."""
    try:
        root = ElementTree.fromstring(html.partition("\n")[2])
    except ElementTree.ParseError as error:
        return [(error.position[0] + 1, text("The page is not well-formed: {reason}.", reason=error))]
    found: list[tuple[int, Text]] = []
    ids: set[str] = set()
    for element, above in _walk(root, ()):
        tag, name = _tag(element), element.get("id")
        if name is not None:
            if name in ids:
                found.append((1, text("The id {name} is on the page twice.", name=name)))
            ids.add(name)
        if tag == "img" and not element.get("alt"):
            found.append(
                (1, text("A picture has no words for those who do not see it: {name}.", name=element.get("src")))
            )
        if tag == "svg" and not element.get("aria-label") and element.get("aria-hidden") != "true":
            found.append((1, text("A drawing has no words for those who do not see it.")))
        if tag == "th" and not "".join(element.itertext()).strip():
            found.append((1, text("A column of a table has no heading; give it a word.")))
        nested = ONLY_PHRASES.intersection(above) if tag in BLOCKS else frozenset()
        if "svg" not in above and nested:
            found.append((1, text("<{tag}> may not stand in <{outer}>.", tag=tag, outer=sorted(nested)[0])))
        if tag in ("a", "button") and INTERACTIVE.intersection(above):
            found.append((1, text("<{tag}> may not stand in something that is pressed.", tag=tag)))
    for element, _ in _walk(root, ()):
        for key in ("popovertarget", "aria-labelledby", "aria-controls", "for"):
            if element.get(key) and element.get(key) not in ids:
                found.append((1, text("{key} names {name}, which is not on the page.", key=key, name=element.get(key))))
    return found


def _walk(
    element: ElementTree.Element, above: tuple[str, ...]
) -> Iterator[tuple[ElementTree.Element, tuple[str, ...]]]:
    yield element, above
    for child in element:
        yield from _walk(child, (*above, _tag(element)))


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
