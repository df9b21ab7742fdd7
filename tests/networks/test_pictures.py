"""Pictures show the numbers of the history, whole and readable, the same each time, in Korean where a font can write it."""

import dataclasses
import io
import re
import xml.etree.ElementTree as ET
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.image import imread

from cnnlab.messages import Language, render
from cnnlab.networks.digits import Split
from cnnlab.networks.history import History, Misread, Plan, Point, Score
from cnnlab.networks.pictures import draw_all, lettering
from cnnlab.networks.pictures.confusion import confusion
from cnnlab.networks.pictures.curves import curves
from cnnlab.networks.pictures.drawing import style
from cnnlab.networks.pictures.fonts import LATIN, Lettering, find_hangul
from cnnlab.networks.pictures.misread import misread

ENGLISH = Lettering(Language.ENGLISH, (LATIN,))
NAMES = {f"{name}.{kind}" for name in ("curves", "confusion", "misread") for kind in ("svg", "png")}


def history_of(points=(), counts=None, wrong=(), epochs=2.0):
    """A history of 10,000 test digits unless the counts say otherwise."""
    counts = np.diag(range(990, 1000)) if counts is None else counts
    accuracy = np.trace(counts) / max(counts.sum(), 1)
    return History(
        assignment="assignment4",
        source="mnist",
        plan=Plan(2, 96, 0.003, "cpu", 0),
        epochs=epochs,
        points=tuple(points),
        test=Score(0.03, accuracy),
        confusion=tuple(tuple(map(int, row)) for row in counts),
        misread=tuple(wrong),
        seconds=12.5,
        versions={},
    )


POINTS = [
    Point(0.5, 0.561, Score(0.0899, 0.9726)),
    Point(1.0, 0.0887, Score(0.0652, 0.9802)),
    Point(1.5, 0.0616, Score(0.0472, 0.9868)),
    Point(2.0, 0.0479, Score(0.0405, 0.9896)),
]
MANY = [Point(n / 4, 2 / n, Score(1.5 / n, 1 - 0.5 / n)) for n in range(1, 400)]
COUNTS = np.diag(range(900, 910)) + np.arange(100).reshape(10, 10) * (1 - np.eye(10, dtype=int))
WRONG = [Misread(n, n % 10, (n + 1) % 10, 0.9996 - n / 100) for n in range(25)]

HISTORIES = {
    "usual": history_of(POINTS, COUNTS, WRONG),
    "one point": history_of(POINTS[:1], COUNTS, WRONG[:1], epochs=0.5),
    "many points": history_of(MANY, COUNTS, WRONG[:7], epochs=99.75),
    "nothing reached": history_of((), COUNTS, WRONG, epochs=0.0),
    "perfect": history_of([Point(1, 0.0, Score(0.0, 1.0)), Point(2, 0.0, Score(0.0, 1.0))]),
    "negative loss": history_of([Point(1, -3.5, Score(2.5, 0.1))], epochs=1.0),
    "a network that knows nothing": history_of(
        [Point(1, 2.31, Score(2.30, 0.1))], np.outer(np.full(10, 1000), np.eye(10)[3]), WRONG, epochs=1.0
    ),
    "no answer is a number": history_of([Point(1, 2.31, Score(2.30, 0.1))], np.zeros((10, 10), int), epochs=1.0),
}


@pytest.fixture(scope="module")
def test_digits():
    rng = np.random.default_rng(0)
    return Split(rng.standard_normal((30, 1, 28, 28)).astype(np.float32), np.arange(30) % 10)


@pytest.fixture(scope="module")
def files(test_digits):
    """The files of the usual history."""
    return draw_all(HISTORIES["usual"], test_digits, ENGLISH)


@pytest.fixture
def figures(test_digits):
    """The three figures of a history."""

    def figures(history, letters=ENGLISH):
        def say(message):
            return render(message, letters.language)

        with style(letters):
            return {
                "curves": curves(history, say),
                "confusion": confusion(history, say),
                "misread": misread(history, test_digits.images, say),
            }

    return figures


def words_of(svg):
    """Every text of an SVG, lines apart."""
    return ["".join(each.itertext()).strip() for each in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_there_are_three_pictures_as_svg_and_png(files):
    assert set(files) == NAMES
    for name, content in files.items():
        if name.endswith(".svg"):
            assert ET.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"
        else:
            assert content.startswith(b"\x89PNG\r\n\x1a\n")
            pixels = imread(io.BytesIO(content))
            assert min(pixels.shape[:2]) > 500
            assert pixels.std() > 0.05


def test_the_same_history_gives_the_same_bytes(files, test_digits):
    assert draw_all(HISTORIES["usual"], test_digits, ENGLISH) == files
    assert not any(b"<dc:date>" in content for content in files.values())


def test_a_machines_own_settings_change_nothing_and_are_left_alone(files, test_digits):
    with mpl.rc_context({"font.size": 30, "axes.facecolor": "black", "svg.fonttype": "path"}):
        assert draw_all(HISTORIES["usual"], test_digits, ENGLISH) == files
        assert mpl.rcParams["font.size"] == 30


def test_no_picture_asks_for_anything_from_elsewhere(files):
    for name, content in files.items():
        if name.endswith(".svg"):
            assert not re.search(rb'href="(?!#|data:)', content)


def test_every_count_is_written_in_its_cell(figures, files):
    axes = figures(HISTORIES["usual"])["confusion"].axes[0]
    cells = {each.get_position(): each.get_text() for each in axes.texts}
    for digit in range(10):
        for guess in range(10):
            assert cells[guess, digit] == str(COUNTS[digit, guess])
    words = words_of(files["confusion.svg"])
    for count in COUNTS.flat:
        assert words.count(str(count)) >= np.count_nonzero(count == COUNTS)


def test_rows_are_what_the_digits_are_from_top_to_bottom(figures):
    axes = figures(HISTORIES["usual"])["confusion"].axes[0]
    assert (axes.get_ylabel(), axes.get_xlabel()) == ("True digit", "Answer of the network")
    bottom, top = axes.get_ylim()
    assert bottom > top
    recognised = [each.get_text() for each in axes.texts if each.get_text().endswith(" %")]
    assert recognised == [f"{100 * COUNTS[digit, digit] / COUNTS[digit].sum():.1f} %" for digit in range(10)]
    wrong = COUNTS.sum() - np.trace(COUNTS)
    assert axes.get_title() == f"{wrong:,} of {COUNTS.sum():,} test digits were misread"


@pytest.mark.parametrize("name", ["usual", "a network that knows nothing"])
def test_letters_stand_out_from_every_cell(figures, name):
    """WCAG 2.2, contrast of text: 4.5 at least."""

    def luminance(colour):
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in to_rgb(colour)]
        return np.dot(parts, [0.2126, 0.7152, 0.0722])

    axes = figures(HISTORIES[name])["confusion"].axes[0]
    cells = {(each.get_x() + 0.5, each.get_y() + 0.5): each.get_facecolor()[:3] for each in axes.patches}
    for each in axes.texts:
        ground = luminance(cells.get(each.get_position(), "white"))
        ink = luminance(each.get_color())
        assert (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) >= 4.5, each


def test_both_losses_are_on_one_scale_and_a_mean_lies_in_the_middle_of_its_stretch(figures):
    left, _ = figures(HISTORIES["usual"])["curves"].axes
    training, held_out = left.lines
    assert list(training.get_xdata()) == [0.25, 0.75, 1.25, 1.75]
    assert list(training.get_ydata()) == [point.training_loss for point in POINTS]
    assert list(held_out.get_xdata()) == [0.5, 1.0, 1.5, 2.0]
    assert list(held_out.get_ydata()) == [point.held_out.loss for point in POINTS]
    assert (left.get_xlabel(), left.get_ylabel()) == ("Epochs", "Cross-entropy per image (logarithmic scale)")
    assert left.get_yscale() == "log"
    assert training.get_linestyle() != held_out.get_linestyle()


def test_a_loss_without_a_logarithm_is_on_a_linear_scale(figures):
    for name in ("perfect", "negative loss"):
        left, _ = figures(HISTORIES[name])["curves"].axes
        assert (left.get_yscale(), left.get_ylabel()) == ("linear", "Cross-entropy per image")


def test_accuracy_is_in_percent(figures, files):
    _, right = figures(HISTORIES["usual"])["curves"].axes
    held_out, tested = right.lines
    assert list(held_out.get_ydata()) == pytest.approx([97.26, 98.02, 98.68, 98.96])
    accuracy = 100 * np.trace(COUNTS) / COUNTS.sum()
    assert list(tested.get_ydata()) == pytest.approx([accuracy])
    assert right.get_ylim()[1] == 100
    words = words_of(files["curves.svg"])
    assert f"Test digits, at the end: {accuracy:.2f} %" in words
    ticks = [word for word in words if re.fullmatch(r"[0-9.]+ %", word)]
    assert len(ticks) == len(set(ticks)) >= 3


def test_each_misread_digit_has_its_truth_its_answer_and_its_probability(files, figures, test_digits):
    words = words_of(files["misread.svg"])
    for each in WRONG:
        assert f"{each.digit} → {each.guess}" in words
    assert words.count("99.9 %") == 1  # 0.9996 is not certainty
    axes = figures(HISTORIES["usual"])["misread"].axes
    assert len(axes) == 25
    np.testing.assert_array_equal(axes[7].images[0].get_array(), test_digits.images[7, 0])


def test_the_grid_of_misread_digits_is_as_large_as_it_has_to_be(figures):
    few = figures(HISTORIES["many points"])["misread"]
    assert [bool(each.images) for each in few.axes] == [True] * 7 + [False] * 3
    none = figures(HISTORIES["perfect"])["misread"]
    assert none.get_suptitle() == "No test digit was misread."
    assert not none.axes


def texts_of(figure):
    """Every text that is seen, with its box in pixels."""
    canvas = FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    seen = []
    for axes in figure.axes:
        seen += [axes.title, *axes.texts, *(axes.get_legend().get_texts() if axes.get_legend() else [])]
        for axis in (axes.xaxis, axes.yaxis) if axes.axison else ():
            low, high = sorted(axis.get_view_interval())
            seen += [axis.label, *(tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high)]
    seen += figure.texts
    return [(each.get_text(), each.get_window_extent(canvas.get_renderer())) for each in seen if each.get_text()]


@pytest.mark.parametrize("name", HISTORIES)
def test_no_text_is_clipped_or_lies_over_another(figures, name):
    letters = [ENGLISH] + ([lettering(Language.KOREAN)] if find_hangul() else [])
    for fonts in letters:
        with style(fonts):
            for picture, figure in figures(HISTORIES[name], fonts).items():
                found = texts_of(figure)
                assert found
                width, height = figure.bbox.size
                for words, box in found:
                    assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height, (picture, words)
                for (one, box), (other, second) in combinations(found, 2):
                    assert not box.overlaps(second), (picture, one, other)


def test_korean_takes_a_font_that_has_hangul():
    letters = lettering(Language.KOREAN)
    if letters.language is Language.ENGLISH:
        pytest.skip("no font on this machine has Hangul")
    font = font_manager.get_font(font_manager.findfont(letters.families[0], fallback_to_default=False))
    assert font.get_char_index(ord("손")) != 0


def test_without_hangul_the_labels_are_english(monkeypatch):
    # What matplotlib brings along has none; its font of last resort has a box for every letter.
    own = [font for font in font_manager.fontManager.ttflist if font.fname.startswith(mpl.get_data_path())]
    assert any(font.name == LATIN for font in own)
    monkeypatch.setattr(font_manager.fontManager, "ttflist", own)
    assert lettering(Language.KOREAN) == ENGLISH


def test_english_looks_for_no_font(monkeypatch):
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    assert lettering(Language.ENGLISH) == ENGLISH


def test_a_font_file_that_is_gone_or_broken_is_passed_over(monkeypatch, tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    entry = font_manager.fontManager.ttflist[0]
    broken = [
        dataclasses.replace(entry, fname=str(tmp_path / name), name="Noto Sans KR")
        for name in ("broken.ttf", "gone.ttf")
    ]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", broken)
    assert find_hangul() is None


def test_korean_labels_are_written_with_the_korean_font(test_digits):
    letters = lettering(Language.KOREAN)
    if letters.language is Language.ENGLISH:
        pytest.skip("no font on this machine has Hangul")
    svg = draw_all(HISTORIES["usual"], test_digits, letters)["curves.svg"].decode("utf-8")
    assert letters.families[0] in svg
