"""`--help` of every command explains it by an example, in Korean and in English, and imports nothing heavy."""

import importlib
import re
import shlex
import sys
from pathlib import Path

import pytest

from cnnlab import __version__
from cnnlab.cli.main import COMMANDS, group

HEAVY = [
    "numpy",
    "pytest",
    "_pytest",
    "rich",
    "torch",
    "dask",
    "keras",
    "matplotlib",
    "msgpack",
    "pyseccomp",
    "jinja2",
    "sklearn",
    "platformdirs",
]


def example_of(name):
    return importlib.import_module(f"cnnlab.cli.{name}").command.example.splitlines()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself_by_an_example(ran_inside, name):
    code, said = ran_inside(name, "--help")
    assert code == 0
    assert f"Usage: cnnlab {name}" in said
    assert example_of(name)
    for line in example_of(name):
        assert f"Example: {line.split()[0]}" in said
        assert line in said


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_can_be_typed(name):
    """Its words are read by click as this command's own."""
    for line in example_of(name):
        program, typed, *arguments = shlex.split(line)
        assert (program, typed) == ("cnnlab", name)
        command = importlib.import_module(f"cnnlab.cli.{name}").command
        with command.make_context(
            name, [each for each in arguments if each != "tests/hostile"], resilient_parsing=False
        ):
            pass


@pytest.mark.parametrize("name", COMMANDS)
def test_korean_help_is_korean(cnnlab, name):
    """In a process of its own: click keeps the words of `--help` in the language in which they were first said."""
    ran = cnnlab(name, "--help", env={"CNNLAB_LANG": "ko"})
    code, said = ran.code, ran.said
    command = importlib.import_module(f"cnnlab.cli.{name}").command
    assert code == 0
    for english in (command.help, *(option.help for option in command.params if getattr(option, "help", None))):
        assert english not in said
    for words in ("Usage", "Options", "Example", "Show this message"):
        assert words not in said
    assert re.search("[가-힣]", said)
    assert all(line in said for line in example_of(name))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_list_of_commands_is_in_the_language(ran_inside, language):
    code, said = ran_inside("--lang", language, "--help")
    assert code == 0
    assert all(f" {name} " in said for name in COMMANDS)
    assert (group.help in said) == (language == "en")
    assert bool(re.search("[가-힣]", said)) == (language == "ko")


def test_wrong_usage_is_said_in_korean_too(ran_inside):
    code, said = ran_inside("grade", "--lang", "ko")
    assert code == 2
    assert not re.search("Missing|Usage|Error|Try", said)


def test_help_imports_nothing_heavy(run):
    program = f"""
import sys
from cnnlab.cli.main import main
sys.argv = ["cnnlab", "--help"]
try:
    main()
except SystemExit as ended:
    assert not ended.code
print("HEAVY", [name for name in {HEAVY} if name in sys.modules])
"""
    ran = run([sys.executable, "-c", program])
    assert "Usage: cnnlab" in ran.out
    assert ran.out.splitlines()[-1] == "HEAVY []", ran.said


def test_the_script_is_installed_and_knows_its_version(run):
    ran = run([Path(sys.executable).with_name("cnnlab"), "--version"])
    assert (ran.code, ran.said) == (0, f"cnnlab {__version__}")
