"""Seeing what a network does with a batch, and whether a loop moves its batches to where it computes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch.overrides import TorchFunctionMode

# Several spellings of one operation: as a layer, as a function, as a method.
SEEN: dict[Callable[..., Any], str] = {
    F.conv2d: "conv2d",
    torch.conv2d: "conv2d",
    F.max_pool2d: "max_pool2d",
    torch.max_pool2d: "max_pool2d",
    F.avg_pool2d: "avg_pool2d",
    F.linear: "linear",
    F.relu: "relu",
    torch.relu: "relu",
    torch.relu_: "relu",
    torch.Tensor.relu: "relu",
    torch.Tensor.relu_: "relu",
    torch.sigmoid: "sigmoid",
    torch.Tensor.sigmoid: "sigmoid",
    torch.tanh: "tanh",
    torch.Tensor.tanh: "tanh",
    F.dropout: "dropout",
    F.batch_norm: "batch_norm",
    F.softmax: "softmax",
    torch.softmax: "softmax",
    torch.Tensor.softmax: "softmax",
    F.log_softmax: "log_softmax",
    torch.log_softmax: "log_softmax",
    torch.Tensor.log_softmax: "log_softmax",
}


class _Outline(TorchFunctionMode):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[Any]] = []
        self._inside = False

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        name, outermost = SEEN.get(func), not self._inside
        # A function may call another spelling of itself; it is one operation.
        self._inside = self._inside or name is not None
        try:
            result = func(*args, **(kwargs or {}))
        finally:
            if outermost:
                self._inside = False
        if name and outermost and isinstance(result, torch.Tensor):
            self.found.append([name, list(result.shape)])
        return result


def outline_of(model: torch.nn.Module, images: torch.Tensor) -> list[list[Any]]:
    """The layers' operations in the order of computing, each with the shape of its result: [["conv2d", [N, 32, 26, 26]], …]."""
    model.eval()
    with torch.no_grad(), _Outline() as outline:
        result = model(images)
    shape = list(result.shape) if isinstance(result, torch.Tensor) else []
    return [*outline.found, ["result", shape]]


class OnHost(torch.Tensor):
    """A tensor that cannot be computed with until it is moved with `.to(device)`, as on a machine with a GPU."""

    @classmethod
    def __torch_function__(
        cls,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Allow looking at it, cutting it into batches, and moving it."""
        if func in MOVES:
            with torch._C.DisableTorchFunctionSubclass():
                return func(*args, **(kwargs or {})).as_subclass(torch.Tensor)
        if func in LOOKS or getattr(func, "__name__", "") == "__get__":
            return super().__torch_function__(func, types, args, kwargs or {})  # type: ignore[no-untyped-call]
        raise RuntimeError(
            "Expected all tensors to be on the same device, but found at least two devices: the loader's and `device`."
        )


MOVES = {torch.Tensor.to, torch.Tensor.cuda}
LOOKS = {
    torch.Tensor.__getitem__,
    torch.Tensor.__len__,
    torch.Tensor.size,
    torch.Tensor.dim,
    torch.Tensor.numel,
    torch.Tensor.__repr__,
    torch.Tensor.as_subclass,
    torch.Tensor.pin_memory,
}
