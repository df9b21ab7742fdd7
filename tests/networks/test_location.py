"""MNIST is looked for where `--data` says, else where CNNLAB_DATA says, else in the user's cache."""

from pathlib import Path

import pytest

from cnnlab.networks.location import Place, find_place


@pytest.mark.parametrize(
    ("chosen", "environment", "place"),
    [
        (Path("/a"), {"CNNLAB_DATA": "/b"}, Place(Path("/a"), named=True)),
        (None, {"CNNLAB_DATA": "/b"}, Place(Path("/b"), named=True)),
        (None, {"CNNLAB_DATA": "~/b"}, Place(Path.home() / "b", named=True)),
        (Path("~/a"), {}, Place(Path.home() / "a", named=True)),
    ],
)
def test_the_option_comes_before_the_variable(chosen, environment, place):
    assert find_place(chosen, environment) == place


@pytest.mark.parametrize("environment", [{}, {"CNNLAB_DATA": ""}])
def test_without_either_it_is_the_users_cache(environment, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_place(None, environment) == Place(tmp_path / "cnnlab", named=False)


def test_the_files_lie_as_torchvision_lays_them():
    assert Place(Path("/a"), named=True).raw == Path("/a/MNIST/raw")
