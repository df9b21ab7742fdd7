"""A student's code that runs in this very process, by the student's choice: what it raises is told in the student's own lines."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, TracebackType

from cnnlab.errors import Fault
from cnnlab.messages import Text, text
from cnnlab.networks.workbench.training import NotANumber
from cnnlab.sandbox.child import SourceModule


class StudentFault(Exception):
    """A student's code did not do what training needs; `lines` are the student's part of the traceback, if it raised."""

    def __init__(self, message: Text, lines: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.lines = lines


def module_of(name: str, source: str) -> ModuleType:
    """Run a student's source as a module in this process.

    Raises:
        StudentFault: where it raises.
    """
    student = SourceModule(name, source)
    with students_code(student.filename):
        student.execute()
    return student.module


@contextmanager
def students_code(filename: str) -> Iterator[None]:
    """Whatever the code inside raises is the student's.

    Raises:
        StudentFault: in place of what was raised.
        Fault: where the device's memory was not enough.
    """
    try:
        yield
    except (KeyboardInterrupt, NotANumber, StudentFault, Fault):
        raise
    except BaseException as error:  # a student may raise anything, SystemExit too
        if is_out_of_memory(error):
            raise Fault(
                text("The device has no memory left for this training. Try a smaller --batch-size, or --device cpu.")
            ) from error
        raise _told(error, filename) from error


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a GPU's memory did not suffice; MPS has no class of its own for it."""
    import torch

    return isinstance(error, torch.cuda.OutOfMemoryError) or (
        isinstance(error, RuntimeError) and "backend out of memory" in str(error)
    )


def _told(error: BaseException, filename: str) -> StudentFault:
    last = _last_frame(error.__traceback__)
    if isinstance(error, NotImplementedError) and last is not None and last.tb_frame.f_code.co_filename == filename:
        return StudentFault(
            text(
                "{function} in {file} is not written yet (line {number}). Write it, and try it with `cnnlab check` first.",
                function=last.tb_frame.f_code.co_qualname,
                file=filename,
                number=last.tb_lineno,
            )
        )
    told = traceback.TracebackException.from_exception(error)
    own = traceback.StackSummary.from_list([frame for frame in told.stack if frame.filename == filename])
    return StudentFault(
        text("Your code ended with an error."), "".join([*own.format(), *told.format_exception_only()]).rstrip()
    )


def _last_frame(place: TracebackType | None) -> TracebackType | None:
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place
