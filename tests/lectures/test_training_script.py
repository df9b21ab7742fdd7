"""The script that trained draw-a-digit's network: it bends digits as it says, and writes everything that page and figures read."""

import dataclasses
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from cnnlab.lectures.computing.packing import unpacked
from cnnlab.lectures.computing.strokes import SEVEN, drawn

DATA = Path(__file__).resolve().parents[2] / "site" / "figures" / "data"


@pytest.fixture
def script(monkeypatch):
    """`script("train")` is a module of figures/data, which finds its neighbours."""
    monkeypatch.syspath_prepend(str(DATA))

    def load(name):
        spec = importlib.util.spec_from_file_location(f"script_{name}", DATA / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    yield load
    sys.modules.pop("bending", None)


def sevens(count):
    seven = np.array(drawn([(0.1 + 0.8 * x, 0.1 + 0.8 * y) for x, y in SEVEN], 28, 1.2))
    return np.repeat(np.rint(seven * 255).astype(np.uint8)[np.newaxis], count, axis=0)


def test_bent_digits_are_digits_still_each_in_its_own_way(script):
    pixels = sevens(200)[:, np.newaxis]
    bent = script("bending").bent(pixels, np.random.default_rng(1))
    assert bent.shape == pixels.shape
    assert bent.dtype == np.uint8
    assert (bent.max(axis=(1, 2, 3)) == 255).all()
    assert len({each.tobytes() for each in bent}) == 200
    amounts = bent.sum(axis=(1, 2, 3), dtype=float) / pixels[0].sum(dtype=float)
    assert amounts.min() < 0.8, "some pens are thinner"
    assert amounts.max() > 1.5, "some are thicker"


def test_a_digit_on_a_pad_is_all_there_at_the_size_that_was_asked_for(script):
    bending = script("bending")
    how = bending.Drawn(0.5, 0.5, 0)
    pads = bending.on_a_pad(sevens(50), how, np.random.default_rng(2))
    assert pads.shape == (50, bending.PAD, bending.PAD)
    ratio = pads.sum(axis=(1, 2), dtype=float) / sevens(1).sum(dtype=float)
    assert ratio == pytest.approx((bending.PAD / 28 * 0.5) ** 2, rel=0.05)
    assert len({tuple(np.argwhere(pad)[0]) for pad in pads}) > 25, "they lie in different places"


def test_a_thicker_pen_covers_more_and_a_thinner_one_less(script):
    bending = script("bending")
    pads = bending.on_a_pad(sevens(3), bending.Drawn(0.9, 0.9, 0), np.random.default_rng(3))
    assert (bending.thickened(pads, 4) >= pads).all()
    assert (bending.thickened(pads, -4) <= pads).all()
    assert (bending.thickened(pads, 0) == pads).all()


def test_a_run_writes_all_that_is_read(script, monkeypatch, tmp_path):
    """One short epoch with a few digits."""
    from cnnlab.networks.digits import Digits, Source, split

    train = script("train")
    few = split(sevens(40), np.arange(40, dtype=np.uint8) % 10)
    monkeypatch.setattr(train, "PLAN", dataclasses.replace(train.PLAN, epochs=1, batch_size=4))
    monkeypatch.setattr(train, "load", lambda _: Digits(Source.MNIST, few, few, few))
    monkeypatch.setattr(train.torch, "set_num_threads", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["train.py"])
    for name, path in (("HERE", tmp_path), ("WEIGHTS", tmp_path / "w.js"), ("SAMPLES", tmp_path / "s.js")):
        monkeypatch.setattr(train, name, path)
    train.main()
    of_keras = {"keras-curves.json"}
    assert {path.name for path in tmp_path.glob("*.json")} == {path.name for path in DATA.glob("*.json")} - of_keras
    for path in tmp_path.glob("*.json"):
        fresh, kept = (json.loads((folder / path.name).read_text(encoding="utf-8")) for folder in (tmp_path, DATA))
        assert fresh.keys() == kept.keys()
    points = json.loads((tmp_path / "learning-curves.json").read_text(encoding="utf-8"))["points"]
    assert [point["epochs"] for point in points] == sorted({point["epochs"] for point in points})
    assert sum(each.size for each in unpacked((tmp_path / "w.js").read_text(encoding="utf-8")).values()) == 225_034
    assert (tmp_path / "s.js").read_text(encoding="utf-8").count('"') == 20


def test_other_digits_than_mnist_are_refused(script, monkeypatch, capsys):
    from cnnlab.networks.digits import Digits, Source, split

    train = script("train")
    few = split(sevens(1), np.zeros(1, np.uint8))
    monkeypatch.setattr(train, "load", lambda _: Digits(Source.STAND_IN, few, few, few))
    monkeypatch.setattr(train.torch, "set_num_threads", lambda _: None)
    with pytest.raises(SystemExit):
        train.main()
    assert "CNNLAB_DATA" in capsys.readouterr().err
