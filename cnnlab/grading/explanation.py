"""From what came of a call to an outcome and a sentence for the student.

In hidden checks whatever a student could choose is left out, such as the text of an exception, the name of a self-made one, or the
line that raised: it could carry hidden inputs out. The built-in kind of exception is shown, and the counterexample shows the rest.
"""

import builtins
import difflib
import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cnnlab.course import Assignment, Group, Outcome
from cnnlab.grading.arguments import Arguments, arguments, shapes_of
from cnnlab.messages import Text, text
from cnnlab.sandbox.replies import (
    Exited,
    Garbled,
    Loaded,
    Missing,
    NotLoaded,
    OutOfDisk,
    OutOfMemory,
    Raised,
    Reply,
    Returned,
    TimedOut,
    Unsendable,
)


@dataclass(frozen=True)
class Circumstances:
    """What an explanation needs to know besides the reply."""

    assignment: Assignment
    group: Group
    source: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)


def explain(reply: Reply, function: str, call: Arguments, circumstances: Circumstances) -> tuple[Outcome, Text]:
    """The outcome of a check whose call did not return, and what to tell the student."""
    function = circumstances.assignment.stands_for.get(function, function)
    match reply:
        case NotLoaded():
            # No hidden input has been seen yet, so the student's own words may be shown.
            file = circumstances.assignment.filename
            return explain(reply.reply, file, arguments(), replace(circumstances, group=Group.PUBLIC))
        case Raised():
            return _explain_raised(reply, function, circumstances)
        case Missing():
            return Outcome.ERROR, _missing(reply, function, circumstances)
        case TimedOut():
            return Outcome.TIMEOUT, _timed_out(reply, function, call, circumstances)
        case OutOfMemory():
            return Outcome.MEMORY, text(
                "{function} used more than the {limit} MB of memory it may have.",
                function=function,
                limit=reply.limit_mb,
            )
        case OutOfDisk():
            return Outcome.MEMORY, text(
                "{function} wrote more than the {limit} MB of files it may have.",
                function=function,
                limit=reply.limit_mb,
            )
        case Exited():
            return _exited(reply, function, circumstances)
        case Garbled():
            return Outcome.REFUSED, text(
                "The program wrote into the channel that the grader talks through. Only return values count."
            )
        case Unsendable():
            return Outcome.FAILED, text(
                "{function} returned {what}; it must return NumPy arrays, numbers, texts, lists, tuples or dicts of them.",
                function=function,
                what=_kind(reply.what, circumstances),
            )
        case Returned() | Loaded():
            return Outcome.FAILED, text("{function} returned, where it must raise an error.", function=function)


def name_of(raised: Raised, own_words: bool) -> str:
    """The name of an exception: its own where it is built in or may be shown, else that of its built-in base."""
    known = [name for name in raised.families if isinstance(getattr(builtins, name, None), type)]
    if own_words or raised.type in known:
        return cut(raised.type)
    return known[0] if known else "Exception"


def cut(words: str, limit: int = 300) -> str:
    """A student's words, at most so many."""
    return words if len(words) <= limit else f"{words[:limit]}…"


def _explain_raised(reply: Raised, function: str, circumstances: Circumstances) -> tuple[Outcome, Text]:
    own_words = circumstances.group is Group.PUBLIC
    kinds = reply.families
    where = _where(reply, circumstances)
    if "NotImplementedError" in kinds:
        return Outcome.ERROR, text(
            "{function} is not written yet: `raise NotImplementedError` is still in it.", function=function
        )
    if "ImportError" in kinds:
        return Outcome.REFUSED, _import(reply, circumstances, where)
    if reply.forbidden or "BlockingIOError" in kinds:
        return Outcome.REFUSED, text(
            "The program tried something it may not do here, such as opening a file, the network or another program. "
            "The exercise needs computing only.{where}",
            where=where,
        )
    # PyTorch says so in a RuntimeError.
    if "MemoryError" in kinds or ("RuntimeError" in kinds and "can't allocate memory" in reply.text):
        return Outcome.MEMORY, text(
            "{function} used more than the {limit} MB of memory it may have.{where}",
            function=function,
            limit=circumstances.assignment.limits.memory_mb,
            where=where,
        )
    if "SyntaxError" in kinds and not reply.reached and own_words:
        return Outcome.ERROR, text(
            "Python cannot read {file}, line {number}: {reason}. The line is: {line}",
            file=circumstances.assignment.filename,
            number=reply.number,
            reason=cut(reply.text),
            line=cut(_line(reply.number, circumstances)),
        )
    if "TypeError" in kinds and not reply.reached:
        return Outcome.ERROR, text(
            "{function} cannot be called as the exercise says; its signature must be {signature}.",
            function=function,
            signature=function + circumstances.signatures.get(function, "(…)"),
        )
    advice = ADVICE.get(next((kind for kind in kinds if kind in ADVICE), ""), Text(""))
    said = text(" It says: {words}", words=cut(reply.text)) if own_words and reply.text else Text("")
    return Outcome.ERROR, text(
        "{function} raised {type}.{said}{where}{advice}",
        function=function,
        type=name_of(reply, own_words),
        said=said,
        where=where,
        advice=advice,
    )


KINDS = frozenset(
    [
        "function",
        "builtin_function_or_method",
        "method",
        "generator",
        "coroutine",
        "type",
        "module",
        "set",
        "frozenset",
        "bytes",
        "bytearray",
        "complex",
        "range",
        "Tensor",
        "torch.Tensor",
        "numpy.ufunc",
        "map",
        "zip",
        "filter",
        "ellipsis",
        "NotImplementedType",
    ]
)
# What the sandbox itself says of a value begins with an article; the name of a type does not.
OUR_WORDS = re.compile(r"(an?|arrays) [a-zA-Z]+( [a-zA-Z0-9]+)*")
ADVICE = {
    "SystemExit": text(" Leave out exit() and sys.exit(): they end the program before it answers."),
    "EOFError": text(" Leave out input(): nobody is there to type; the arguments are all you need."),
    "RecursionError": text(" A function keeps calling itself; look for the case that ends it."),
    "KeyboardInterrupt": text(" Leave out signals and interrupts."),
}


def _where(reply: Raised, circumstances: Circumstances) -> Text:
    if not reply.number or circumstances.group is Group.HIDDEN:
        return Text("")
    return text(
        " See {file}, line {number}: {line}",
        file=circumstances.assignment.filename,
        number=reply.number,
        line=cut(_line(reply.number, circumstances), 120),
    )


def _kind(what: str, circumstances: Circumstances) -> str | Text:
    """The type of a value; in hidden checks only a known one, as the name of a self-made one could say anything."""
    if circumstances.group is Group.PUBLIC or what in KINDS or OUR_WORDS.fullmatch(what):
        return cut(what)
    return text("a value of another type")


def _line(number: int, circumstances: Circumstances) -> str:
    """A line of the submission, from the source that we have: what the child says of it could be anything."""
    lines = circumstances.source.splitlines()
    return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _import(reply: Raised, circumstances: Circumstances, where: Text) -> Text:
    wanted = cut(reply.module.split(".")[0] or "?")
    allowed = ", ".join(circumstances.assignment.imports)
    if circumstances.group is Group.HIDDEN and wanted not in sys.stdlib_module_names:
        return text(
            "It imports something that it may not: {slug} allows {allowed} and Python's standard library.{where}",
            slug=circumstances.assignment.slug,
            allowed=allowed,
            where=where,
        )
    near = difflib.get_close_matches(wanted, circumstances.assignment.imports, n=1, cutoff=0.75)
    near = near or difflib.get_close_matches(wanted, sys.stdlib_module_names, n=1, cutoff=0.75)
    if wanted not in sys.stdlib_module_names and near and near[0] != wanted:
        return text(
            "`{module}` cannot be imported. Did you mean {near}?{where}", module=wanted, near=near[0], where=where
        )
    return text(
        "`{module}` cannot be imported here: {slug} allows {allowed} and Python's standard library.{where}",
        module=wanted,
        slug=circumstances.assignment.slug,
        allowed=allowed,
        where=where,
    )


def _missing(reply: Missing, function: str, circumstances: Circumstances) -> Text:
    file = circumstances.assignment.filename
    if reply.name in circumstances.signatures:
        function = reply.name
    near = difflib.get_close_matches(function, reply.names, n=1)
    if near and circumstances.group is Group.PUBLIC:
        return text(
            "There is no function {function} in {file}, but there is {near}. Did you misspell it?",
            function=function,
            file=file,
            near=cut(near[0]),
        )
    return text(
        "There is no function {function} in {file}; its signature is {signature}.",
        function=function,
        file=file,
        signature=function + circumstances.signatures.get(function, "(…)"),
    )


def _timed_out(reply: TimedOut, function: str, call: Arguments, circumstances: Circumstances) -> Text:
    if reply.whole:
        return text(
            "{function} was not called any more: earlier calls had used up the time. Look for a loop that never ends.",
            function=function,
        )
    seconds = f"{reply.seconds:.3g}"
    if function == circumstances.assignment.filename:
        return text(
            "{file} was stopped after {seconds} s, while it was imported. Look for a loop that never ends outside the functions.",
            file=function,
            seconds=seconds,
        )
    if circumstances.group is Group.HIDDEN:
        shapes = "×".join(map(str, _largest_shape(call)))
        return text(
            "{function} was stopped after {seconds} s on an input of shape {shapes}. "
            "Look for a loop that never ends, or for work that is done again and again.",
            function=function,
            seconds=seconds,
            shapes=shapes or "–",
        )
    return text(
        "{function}({shapes}) was stopped after {seconds} s. "
        "Look for a loop that never ends, or for work that is done again and again.",
        function=function,
        shapes=shapes_of(call),
        seconds=seconds,
    )


def _largest_shape(call: Arguments) -> tuple[int, ...]:
    shapes = [getattr(value, "shape", ()) for value in (*call.args, *call.kwargs.values())]
    return max(shapes, key=len, default=())


def _exited(reply: Exited, function: str, circumstances: Circumstances) -> tuple[Outcome, Text]:
    if reply.signal == signal.SIGXCPU:
        return Outcome.TIMEOUT, text("{function} used up its processor time.", function=function)
    if reply.signal == signal.SIGKILL:
        return Outcome.MEMORY, text(
            "{function} was ended by the system, most likely for using too much memory.", function=function
        )
    if reply.signal:
        return Outcome.CRASHED, text(
            "{function} made the Python interpreter itself crash ({signal}).",
            function=function,
            signal=signal.strsignal(reply.signal) or reply.signal,
        )
    code = text(" (exit code {code})", code=reply.code) if circumstances.group is Group.PUBLIC else Text("")
    return Outcome.CRASHED, text(
        "{function} ended the whole program{code} instead of returning. Leave out os._exit and the like.",
        function=function,
        code=code,
    )
