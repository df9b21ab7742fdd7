"""A chart puts points where their values are."""

import re

import pytest

from cnnlab.lectures.charting import HIGH, LEFT, TOP, WIDE, chart, legend


def points_of(svg, kind):
    found = re.search(f'class="{kind}" points="([^"]*)"', svg)
    return [tuple(map(float, pair.split(","))) for pair in found[1].split()]


def test_decades_are_equally_far_apart():
    svg = chart("loss", "epochs", [(0, 1), (2, 0.1), (4, 0.01)], [(4, 0.1)], (0.01, 0.1, 1))
    assert points_of(svg, "line-cool") == [
        pytest.approx(each) for each in ((LEFT, TOP), (LEFT + WIDE / 2, TOP + HIGH / 2), (LEFT + WIDE, TOP + HIGH))
    ]


def test_what_lies_beyond_the_ticks_stays_on_the_edge():
    svg = chart("loss", "epochs", [(1, 50), (2, 1e-9)], [(2, 1)], (0.1, 10))
    assert [y for _, y in points_of(svg, "line-cool")] == [TOP, TOP + HIGH]


def test_a_legend_names_both_curves():
    assert re.findall(r">([^<]+)</text>", legend(0, 10, "one", "other")) == ["one", "other"]
