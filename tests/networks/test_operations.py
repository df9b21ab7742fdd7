"""The allow-list holds what computes with numbers, and nothing that looks values up, compares, sorts or draws numbers."""

import pytest
import torch

from cnnlab.networks.operations import DTYPES, IN_PLACE, LAYOUTS, MAX_COUNT, MAX_PARTS, OPERATIONS, tensors_of

FORBIDDEN = [
    "topk", "sort", "argmax", "argmin", "eq", "ne", "gt", "lt", "ge", "le", "where", "index", "gather", "scatter",
    "embedding", "rand", "randn", "bernoulli", "multinomial", "bucketize", "searchsorted", "unique", "nonzero", "item",
    "cdist", "one_hot", "histc", "sign", "floor", "round", "bitwise_and", "remainder", "take", "masked_fill", "unfold",
]  # fmt: skip


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_operation_looks_up_compares_or_sorts(name):
    assert not [each for each in OPERATIONS if each.startswith(f"aten.{name}.")]


def test_every_name_is_that_of_the_operation_that_runs():
    for name, operation in OPERATIONS.items():
        assert callable(operation.run), name
        overload = str(operation.run)
        if overload.startswith("aten.") and name not in IN_PLACE:
            assert overload in (name, "aten.reshape.default"), name


def test_what_changes_its_argument_is_run_by_what_gives_a_new_value():
    assert {"aten.relu_.default", "aten.add_.Tensor", "aten.dropout_.default"} <= IN_PLACE
    for name in IN_PLACE:
        overload = str(OPERATIONS[name].run)
        assert overload == name.replace("_.", "."), name
    # No operation that is run writes into what it is given.
    schemas = {name: getattr(each.run, "_schema", None) for name, each in OPERATIONS.items()}
    assert [name for name, each in schemas.items() if each and each.is_mutable] == []


def test_only_float32_and_plain_layouts_are_computed_with():
    assert set(DTYPES.values()) == {torch.float32}
    assert all(isinstance(each, (torch.memory_format, torch.layout)) for each in LAYOUTS.values())


@pytest.mark.parametrize(("name", "result"), [("mul", 12), ("add", 8), ("floordiv", 3)])
def test_numbers_of_images_are_counted_with(name, result):
    run = OPERATIONS[f"<built-in function {name}>"].run
    assert run(6, 2) == result
    with pytest.raises(TypeError):
        run("a", 2)
    with pytest.raises(TypeError):
        run([1], 2)
    with pytest.raises(TypeError):
        run(torch.ones(2), 2)
    with pytest.raises(TypeError):
        run(True, 2)


def test_counting_has_an_end():
    with pytest.raises(OverflowError):
        OPERATIONS["<built-in function mul>"].run(MAX_COUNT, 2)


def test_a_value_is_cut_into_a_few_parts():
    x = torch.arange(float(MAX_PARTS))
    for name, number in (("aten.split.Tensor", 1), ("aten.chunk.default", MAX_PARTS)):
        assert len(OPERATIONS[name].run(x, number)) == MAX_PARTS
        with pytest.raises(ValueError, match="parts"):
            OPERATIONS[name].run(torch.zeros(2 * MAX_PARTS), number if name.startswith("aten.split") else 2 * MAX_PARTS)


@pytest.mark.parametrize("view", [lambda x: x.clone(), lambda x: x.contiguous(memory_format=torch.channels_last)])
def test_a_view_is_one_of_any_layout(view):
    x = torch.arange(48.0).reshape(2, 3, 2, 4)
    assert torch.equal(OPERATIONS["aten.view.default"].run(view(x), [-1, 24]), x.reshape(2, 24))


@pytest.mark.parametrize(
    ("value", "count"), [(torch.ones(1), 1), ([torch.ones(1), 3], 1), ((torch.ones(1),) * 2, 2), (3, 0), (None, 0)]
)
def test_tensors_are_found_in_what_an_operation_returns(value, count):
    assert len(tensors_of(value)) == count
