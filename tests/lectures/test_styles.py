"""Colours that are read on one another pass WCAG 2.2 AA, in both themes."""

import re
from pathlib import Path

import pytest

from tests.colours import channels, contrast

SOURCE = (Path(__file__).resolve().parents[2] / "site" / "styles" / "1-colours.css").read_text(encoding="utf-8")
THEMES = {
    name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for name, block in zip(("light", "auto-dark", "dark"), re.findall(r"\{\s*color-scheme[^}]*\}", SOURCE), strict=True)
}
PAPERS = ("paper", "raised", "sunk")
READ = [(ink, paper) for ink in ("ink", "soft") for paper in PAPERS]
READ += [(ink, paper) for ink in ("link", "good", "bad", "warm", "cool") for paper in ("paper", "raised")]
READ += [("ink", wash) for wash in ("cool-wash", "warm-wash", "good-wash", "bad-wash", "mark")]
READ += [("good", "good-wash"), ("bad", "bad-wash"), ("link", "cool-wash"), ("link", "good-wash"), ("link", "bad-wash")]
READ += [(f"c-{kind}", "raised") for kind in ("keyword", "string", "number", "comment", "name")]
SEEN = [("edge", paper) for paper in PAPERS] + [("accent", "paper"), ("warm", "warm-wash")]


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read(theme):
    colours = THEMES[theme]
    ratios = {pair: contrast(*(channels(colours[each]) for each in pair)) for pair in READ}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_edges_can_be_seen(theme):
    colours = THEMES[theme]
    ratios = {pair: contrast(*(channels(colours[each]) for each in pair)) for pair in SEEN}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 3} == {}


def test_dark_is_dark_however_it_was_chosen():
    assert THEMES["dark"] == THEMES["auto-dark"]
