"""`cnnlab data` says what is there, which data grading would use, and what to do; 0 where MNIST is complete, 1 where not."""

import importlib.util
import re
import sys

import pytest

from cnnlab.messages import text
from cnnlab.networks.digits import Source
from cnnlab.networks.files import FILES, Condition, Found


@pytest.fixture
def finding(monkeypatch):
    """Let the four files be in these conditions."""

    def finding(*conditions):
        found = tuple(
            Found(file, condition, text("it is missing"))
            for file, condition in zip(FILES, conditions or [Condition.COMPLETE] * 4, strict=True)
        )
        monkeypatch.setattr("cnnlab.networks.files.examine_all", lambda _: found)

    return finding


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    """A user whose cache is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "cnnlab"


def test_complete_data_are_0(ran_inside, finding, tmp_path):
    finding()
    code, said = ran_inside("data", "status", "--data", tmp_path)
    assert code == 0
    assert said.startswith(f"MNIST is looked for in {tmp_path}/MNIST/raw. ✓ train-images-idx3-ubyte: ")
    assert said.count("✓") == 4
    assert said.endswith("Grading uses MNIST.")


def test_an_empty_cache_is_1_and_grading_uses_the_stand_in(ran_inside, cache):
    code, said = ran_inside("data", "status")
    assert code == 1
    assert said.startswith(f"MNIST is looked for in {cache}/MNIST/raw. ✗ train-images-idx3-ubyte: it is missing")
    assert said.endswith("Grading uses the stand-in, scikit-learn's digits. `cnnlab data fetch` gets MNIST.")


@pytest.mark.parametrize("by_variable", [True, False])
def test_a_named_folder_without_mnist_is_1_and_stops_grading(ran_inside, tmp_path, monkeypatch, by_variable):
    if by_variable:
        monkeypatch.setenv("CNNLAB_DATA", str(tmp_path))
    code, said = ran_inside("data", "status", *([] if by_variable else ["--data", tmp_path]))
    assert code == 1
    assert said.endswith(
        f"Grading stops until all is complete, because this folder was named: `cnnlab data fetch --data {tmp_path}`"
    )


def test_without_scikit_learn_there_is_no_stand_in(ran_inside, monkeypatch):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "sklearn" else find_spec(name))
    code, said = ran_inside("data", "status")
    assert code == 1
    assert "Grading has no data" in said
    assert said.endswith("pip install 'cnnlab[torch]'")


def test_broken_files_are_named_with_what_is_wrong(ran_inside, tmp_path):
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    (raw / FILES[1].name).write_bytes(bytes(FILES[1].size))
    (raw / FILES[3].name).write_bytes(b"half")
    (raw / f"{FILES[2].name}.gz.part").write_bytes(b"begun")
    code, said = ran_inside("data", "status", "--data", tmp_path)
    assert code == 1
    assert re.search(rf"✗ {FILES[1].name}: its SHA-256 checksum is [0-9a-f]{{64}} instead of {FILES[1].sha256}", said)
    assert f"✗ {FILES[2].name}: its download stopped after 5 bytes; `cnnlab data fetch` goes on from there" in said
    assert f"✗ {FILES[3].name}: it holds 4 of {FILES[3].size} bytes" in said


@pytest.mark.parametrize("verb", ["status", "fetch"])
def test_a_file_in_place_of_the_folder_is_2(ran_inside, tmp_path, verb):
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, said = ran_inside("data", verb, "--data", tmp_path / "file")
    assert (code, said) == (2, f"{tmp_path / 'file'} is not a folder. Name one that holds MNIST/raw, or shall.")


def test_fetching_what_is_complete_is_0(ran_inside, monkeypatch, tmp_path):
    monkeypatch.setattr("cnnlab.networks.fetch.fetch", lambda place, progress: ())
    assert ran_inside("data", "fetch", "--data", tmp_path) == (0, f"MNIST is complete in {tmp_path}/MNIST/raw.")


def test_fetching_names_what_is_new(ran_inside, monkeypatch, tmp_path):
    def fetch(place, progress):
        progress("train-labels-idx1-ubyte.gz", 0, None)
        progress("train-labels-idx1-ubyte.gz", 10, 10)
        return FILES[1:2]

    monkeypatch.setattr("cnnlab.networks.fetch.fetch", fetch)
    code, said = ran_inside("data", "fetch", "--data", tmp_path)
    assert code == 0
    assert f"{tmp_path}/MNIST/raw/train-labels-idx1-ubyte is new." in said


def test_fetching_without_torchvision_is_3_and_names_the_extra(ran_inside, monkeypatch, cache):
    monkeypatch.setitem(sys.modules, "torchvision.datasets", None)
    assert ran_inside("data", "fetch") == (
        3,
        "Fetching MNIST needs torchvision, which is not installed: pip install 'cnnlab[torch]'",
    )


@pytest.mark.parametrize("verb", ["status", "fetch"])
def test_each_verb_explains_itself_in_both_languages(cnnlab, verb):
    for language in ("en", "ko"):
        ran = cnnlab("data", verb, "--help", env={"CNNLAB_LANG": language})
        assert ran.code == 0
        assert f"cnnlab data {verb} --data ~/datasets" in ran.said
        assert ("Folder that holds" in ran.said) == (language == "en")
        assert bool(re.search("[가-힣]", ran.said)) == (language == "ko")


def test_a_slip_in_the_verb_is_2_and_the_nearest_is_suggested(ran_inside):
    code, said = ran_inside("data", "stauts")
    assert (code, said) == (2, "There is no command stauts. Did you mean status?")


def test_status_imports_neither_torch_nor_scikit_learn(run, tmp_path):
    program = """
import sys
from cnnlab.cli.main import main
sys.argv = ["cnnlab", "data", "status"]
try:
    main()
except SystemExit:
    print("HEAVY", [name for name in ("torch", "torchvision", "sklearn") if name in sys.modules])
"""
    ran = run([sys.executable, "-c", program], env={"XDG_CACHE_HOME": str(tmp_path)})
    assert ran.out.splitlines()[-1] == "HEAVY []", ran.said


def test_the_source_of_the_data_has_a_name_for_reports():
    assert [each.value for each in Source] == ["mnist", "stand-in"]
