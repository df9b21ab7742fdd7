"""A GPU is taken where there is one; what is asked for and absent is said in a sentence."""

import pytest
import torch

from cnnlab.cli.options import device as option
from cnnlab.errors import UsageError
from cnnlab.networks.device import choose_device


@pytest.fixture
def machine(monkeypatch):
    """A machine with these GPUs, and a PyTorch for CUDA unless `built` is none."""

    def machine(cuda=False, mps=False, built="12.6"):
        monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
        monkeypatch.setattr(torch.version, "cuda", built)

    return machine


@pytest.mark.parametrize(("cuda", "mps", "chosen"), [(True, True, "cuda"), (False, True, "mps"), (False, False, "cpu")])
def test_auto_takes_the_fastest_there_is(machine, cuda, mps, chosen):
    machine(cuda, mps)
    assert choose_device("auto") == chosen


def test_what_is_there_is_taken_by_name(machine):
    machine(cuda=True, mps=True)
    assert [choose_device(name) for name in ("cpu", "cuda", "mps")] == ["cpu", "cuda", "mps"]


@pytest.mark.parametrize(
    ("wanted", "built", "said"),
    [
        ("cuda", "12.6", "PyTorch finds no CUDA GPU here. Use --device cpu, or auto."),
        ("cuda", None, "The PyTorch that is installed here was built without CUDA. Use --device cpu"),
        ("mps", None, "PyTorch finds no Apple GPU (MPS) here"),
        ("tpu", None, "There is no device tpu. There are: auto, cuda, mps, cpu."),
    ],
)
def test_what_is_absent_is_said_with_what_to_do(machine, wanted, built, said):
    machine(built=built)
    with pytest.raises(UsageError) as refused:
        choose_device(wanted)
    assert str(refused.value).startswith(said)


def test_every_device_of_the_command_line_is_known(machine):
    machine(cuda=True, mps=True)
    choices = option(lambda: None).__click_params__[0].type.choices
    assert {choose_device(name) for name in choices} == {"cpu", "cuda", "mps"}
