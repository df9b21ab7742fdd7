"""Which processor a network is trained on."""

from cnnlab.errors import UsageError
from cnnlab.messages import text


def choose_device(wanted: str) -> str:
    """The name of the device in PyTorch; `auto` takes CUDA where it is to be had, else MPS, else the CPU.

    Raises:
        UsageError: where the device is not here, or has no such name.
    """
    import torch

    here = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        return next(name for name, is_here in here.items() if is_here)
    if wanted not in here:
        known = ", ".join(["auto", *here])
        raise UsageError(text("There is no device {wanted}. There are: {known}.", wanted=wanted, known=known))
    if here[wanted]:
        return wanted
    if wanted == "cuda" and torch.version.cuda is None:
        raise UsageError(
            text(
                "The PyTorch that is installed here was built without CUDA. "
                "Use --device cpu, or install the PyTorch for your GPU: https://pytorch.org/get-started/locally/"
            )
        )
    if wanted == "cuda":
        raise UsageError(text("PyTorch finds no CUDA GPU here. Use --device cpu, or auto."))
    raise UsageError(
        text("PyTorch finds no Apple GPU (MPS) here: it takes a Mac with macOS 14 or newer. Use --device cpu, or auto.")
    )
