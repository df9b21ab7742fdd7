"""An assignment's driver in the child: called in place of the student's functions, with the student's module, and believed."""

import os
from collections.abc import Iterator

import numpy as np
import pytest

from cnnlab.errors import Fault
from cnnlab.sandbox.replies import Exited, Missing, NotLoaded, Raised, Returned, TimedOut, Unsendable
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import Driver, StudentCode, Times

DRIVER = """
def logits(student, x, times=1):
    return student.SimpleCNN(x).value * times

def shown(student):
    return [student.__name__, type(student).__name__]

def helper(student):
    return student.helper()

def lost(student):
    return {}.lost
"""
STUDENT = """
class SimpleCNN:
    def __init__(self, x):
        self.value = x + 1

def logits(x):
    return "the student's"

def helper():
    return "helped"

def own(x):
    return x * 10
"""


@pytest.fixture
def driven(server: ForkServer) -> Iterator:
    """`driven(student, driver=…)`: a submission with a driver beside it."""
    made = []

    def make(source=STUDENT, driver=DRIVER, reply_mb=1, call=5.0):
        code = StudentCode(server, "attempt", source, Times(call, 30.0), 256, Driver(driver, 1, reply_mb))
        made.append(code)
        return code

    yield make
    for code in made:
        code.close()


def test_a_drivers_function_runs_in_place_of_the_students_and_gets_the_module(driven):
    code = driven()
    assert code.call("logits", (4,), {"times": 3}) == Returned(15)
    assert code.call("shown", (), {}) == Returned(["attempt", "module"])
    assert code.call("helper", (), {}) == Returned("helped")


def test_a_function_that_no_driver_has_is_still_the_students(driven):
    assert driven().call("own", (4,), {}) == Returned(40)


def test_a_class_that_is_missing_is_named(driven):
    reply = driven("def helper(): return 1\n").call("logits", (1,), {})
    assert reply == Missing(("helper",), "SimpleCNN")


def test_a_missing_attribute_of_something_else_is_no_missing_name(driven):
    reply = driven().call("lost", (), {})
    assert isinstance(reply, Raised)
    assert reply.type == "AttributeError"


def test_what_neither_has_is_missing_under_its_own_name(driven):
    reply = driven().call("nowhere", (), {})
    assert isinstance(reply, Missing)
    assert reply.name == "nowhere"
    assert "own" in reply.names
    assert "shown" not in reply.names


def test_an_error_in_student_code_is_found_in_the_students_line_through_a_driver(driven):
    source = "class SimpleCNN:\n    def __init__(self, x):\n        raise ValueError('wrong')\n"
    reply = driven(source).call("logits", (1,), {})
    assert isinstance(reply, Raised)
    assert (reply.type, reply.number, reply.reached) == ("ValueError", 3, True)


def test_an_error_of_the_driver_itself_did_not_reach_the_student(driven):
    reply = driven(driver="def f(student):\n    raise KeyError('ours')\n").call("f", (), {})
    assert isinstance(reply, Raised)
    assert (reply.reached, reply.number) == (False, 0)


@pytest.mark.parametrize(
    "source",
    [
        "1 / 0",
        "import nowhere_at_all",
        "def broken(:",
        "raise SystemExit(3)",
        "raise KeyboardInterrupt",
        "import os; os._exit(0)",
    ],
)
def test_a_broken_driver_is_a_fault_and_not_the_students(driven, source):
    with pytest.raises(Fault) as fault:
        driven(driver=source).load()
    assert "driver.py cannot be run" in str(fault.value)


FORGERIES = {
    "says it on import": "raise RuntimeError('The assignment\\'s driver.py cannot be run')",
    "breaks the driver": "import sys\nsys.modules['driver'].logits = None\ndel sys.modules['driver']",
    "leaves on import": "import os\nos._exit(1)",
    "takes the name of the driver": "import sys, types\nsys.modules['driver'] = types.ModuleType('driver')",
    "writes ahead": "import os, struct, msgpack\nh = msgpack.packb({'kind': 'raised', 'nonce': 'x', 'value': None})\n"
    "os.write(3, struct.pack('>II', len(h), 0) + h)",
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_student_cannot_make_the_driver_look_broken(driven, forgery):
    code = driven(FORGERIES[forgery] + "\n" + STUDENT)
    for _ in range(2):
        reply = code.call("logits", (1,), {})
        assert not isinstance(reply, Unsendable)
    assert isinstance(reply, (NotLoaded, Returned, Raised, Missing, Exited)) or "Garbled" in type(reply).__name__


def test_every_child_of_a_submission_has_the_driver(driven):
    code = driven(call=0.5, source=STUDENT + "\ndef stuck():\n    while True: pass\n")
    assert isinstance(code.call("stuck", (), {}), TimedOut)
    assert code.call("logits", (4,), {}) == Returned(5)
    code.restart()
    assert code.call("logits", (5,), {}) == Returned(6)


@pytest.mark.parametrize(("reply_mb", "kind"), [(1, Unsendable), (4, Returned)])
def test_a_reply_is_as_large_as_the_assignment_grants(driven, reply_mb, kind):
    code = driven(driver="import numpy\ndef two(student):\n    return numpy.zeros(2 << 17)\n", reply_mb=reply_mb)
    reply = code.call("two", (), {})
    assert isinstance(reply, kind)
    assert not isinstance(reply, Returned) or reply.value.nbytes == 2 << 20


def test_a_student_cannot_send_more_than_is_granted_by_writing_it_raw(driven):
    source = """
import os, struct
def raw():
    os.write(3, struct.pack(">II", 1, 2 << 20))
    return 1
"""
    assert "Garbled" in type(driven(source).call("raw", (), {})).__name__


@pytest.fixture(scope="module")
def torch_server() -> Iterator[ForkServer]:
    with ForkServer(["torch", "numpy"], preload=["cnnlab.networks.workbench"]) as running:
        yield running


TRAINER = """
import torch
from torch import nn
from cnnlab.networks.workbench.export import export
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.networks.workbench.training import train_part
from cnnlab.networks.workbench.weights import take_weights
use_threads()

def exported(student):
    model = student.Net()
    return {"graph": export(model, True), "weights": take_weights(model)}

def trained(student, weights, pixels, labels):
    return train_part(student.Net(), student.train_epoch, weights, pixels, labels, 8, [0.01] * 4, 1)

def threads(student):
    return torch.get_num_threads()
"""
NET = """
import tempfile, importlib, os
import torch
from torch import nn
import torch.nn.functional as F

class Net(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Linear(144, 10))

def train_epoch(model, loader, optimizer, device):
    total = 0.0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total

def imports(name):
    return importlib.import_module(name).__name__

def writes():
    with tempfile.TemporaryFile() as file:
        file.write(b"12345")
        file.seek(0)
        return [len(file.read()), tempfile.gettempdir() == os.getcwd()]

def named():
    with tempfile.NamedTemporaryFile() as file:
        return os.path.dirname(file.name) == os.getcwd()
"""


@pytest.fixture
def network(torch_server, request) -> Iterator[StudentCode]:
    """A submission with a network, in a child with as many threads as a test says."""
    threads = getattr(request, "param", 2)
    with StudentCode(torch_server, "mnist_cnn", NET, Times(30.0, 120.0), 1024, Driver(TRAINER, threads, 4)) as code:
        yield code


def test_torch_exports_and_trains_in_a_confined_child(network):
    from cnnlab.networks.reading import read_graph, read_weights
    from cnnlab.networks.replay import measure

    reply = network.call("exported", (), {})
    assert isinstance(reply, Returned), reply
    graph, weights = read_graph(reply.value["graph"]), read_weights(reply.value["weights"])
    assert len(measure(graph, {name: each.shape for name, each in weights.items()})) >= 6
    pixels = np.random.default_rng(0).integers(0, 256, (30, 1, 28, 28), dtype=np.uint8)
    reply = network.call("trained", (dict(weights), pixels, np.arange(30) % 10), {})
    assert isinstance(reply, Returned), reply
    assert reply.value["broken"] == -1
    after = read_weights(reply.value["weights"], weights)
    assert not np.array_equal(after["0.weight"], weights["0.weight"])
    assert after["1.num_batches_tracked"] == 4


@pytest.mark.parametrize("network", [1, 2], indirect=True)
def test_a_child_computes_with_the_threads_that_were_granted(network, request):
    granted = request.node.callspec.params["network"]
    assert network.call("threads", (), {}) == Returned(min(granted, os.cpu_count() or 1))


@pytest.mark.parametrize("name", ["torch", "numpy", "sympy", "networkx", "mpmath"])
def test_what_pytorch_needs_can_be_imported(network, name):
    assert network.call("imports", (name,), {}) == Returned(name)


@pytest.mark.parametrize(
    "name",
    [
        "scipy",
        "sklearn",
        "torchvision",
        "keras",
        "pytest",
        "cnnlab.course",
        "cnnlab.networks.reading",
        "cnnlab.grading",
        "cnnlab.errors",
    ],
)
def test_other_packages_and_the_trusted_side_are_out_of_reach(network, name):
    reply = network.call("imports", (name,), {})
    assert isinstance(reply, Raised), reply
    assert {"ImportError", "OSError"} & set(reply.families)


def test_temporary_files_work_in_the_childs_own_folder(network):
    assert network.call("writes", (), {}) == Returned([5, True])
    assert network.call("named", (), {}) == Returned(True)
