"""Whatever a child calls its network is a graph or a refusal: no other exception, no crash, no huge memory."""

import copy
import resource

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from torch import nn

from cnnlab.networks.demands import demand
from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.graph import Feed, Graph, Unacceptable
from cnnlab.networks.initial import initial_weights
from cnnlab.networks.measuring import answers
from cnnlab.networks.operations import DTYPES, LAYOUTS, OPERATIONS, WORDS
from cnnlab.networks.reading import MAX_CONSTANTS, MAX_INPUTS, MAX_LIST, MAX_NODES, read_graph, read_weights
from cnnlab.networks.replay import measure

fuzz = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))

WEIGHTS = {
    "c.weight": np.ones((4, 1, 5, 5), np.float32),
    "c.bias": np.zeros(4, np.float32),
    "n.weight": np.ones(4, np.float32),
    "n.bias": np.zeros(4, np.float32),
    "n.mean": np.zeros(4, np.float32),
    "n.var": np.ones(4, np.float32),
    "n.count": np.zeros((), np.int64),
    "f.weight": np.ones((10, 36), np.float32),
    "f.bias": np.zeros(10, np.float32),
}


def ref(name):
    return {"node": name}


VALID = {
    "inputs": [
        *([name.replace(".", "_"), "parameter", name] for name in WEIGHTS if name not in ("n.mean", "n.var", "n.count")),
        *([name.replace(".", "_"), "buffer", name] for name in ("n.mean", "n.var", "n.count")),
        ["k", "constant", "k"],
        ["x", "images", ""],
    ],
    "nodes": [
        ["count", "aten.add_.Tensor", [ref("n_count"), 1], {}],
        ["conv", "aten.conv2d.default", [ref("x"), ref("c_weight"), ref("c_bias"), [2, 2], [0, 0]], {}],
        ["norm", "aten.batch_norm.default",
         [ref("conv"), *map(ref, ["n_weight", "n_bias", "n_mean", "n_var"]), False, 0.1, 1e-5, False], {}],
        ["relu", "aten.relu.default", [ref("norm")], {}],
        ["pool", "aten.max_pool2d.default", [ref("relu"), [4, 4], [4, 4]], {}],
        ["cast", "aten.to.dtype", [ref("pool"), "torch.float32"], {}],
        ["scaled", "aten.mul.Tensor", [ref("cast"), ref("k")], {}],
        ["size", "aten.sym_size.int", [ref("scaled"), 0], {}],
        ["twice", "<built-in function mul>", [ref("size"), 2], {}],
        ["half", "<built-in function floordiv>", [ref("twice"), 2], {}],
        ["flat", "aten.view.default", [ref("scaled"), [ref("half"), 36]], {}],
        ["parts", "aten.chunk.default", [ref("flat"), 2, 1], {}],
        ["one", "<built-in function getitem>", [ref("parts"), 0], {}],
        ["two", "<built-in function getitem>", [ref("parts"), 1], {}],
        ["all", "aten.cat.default", [[ref("one"), ref("two")], 1], {}],
        ["drop", "aten.dropout.default", [ref("all"), 0.5, False], {}],
        ["logits", "aten.linear.default", [ref("drop"), ref("f_weight"), ref("f_bias")], {}],
    ],
    "output": [ref("logits")],
    "constants": {"k": np.full((1,), 0.5, np.float32)},
}  # fmt: skip


def judge(plain):
    """What the trusted side does with a graph; True where it was taken."""
    try:
        graph = read_graph(plain)
        steps = measure(graph, {name: each.shape for name, each in WEIGHTS.items()})
        demand(graph, steps, {name: each.shape for name, each in WEIGHTS.items()}, 300_000)
        initial_weights(graph, WEIGHTS, np.random.default_rng(0))
        answers(graph, WEIGHTS, np.zeros((2, 1, 28, 28), np.uint8), FRAMEWORKS["torch"])
    except Unacceptable as refused:
        assert refused.reason.template
        return False
    return True


def test_the_valid_graph_is_taken():
    graph = read_graph(VALID)
    assert judge(VALID)
    assert isinstance(graph, Graph)
    assert graph.output == "logits"
    assert [each.target for each in graph.inputs if each.feed is Feed.BUFFER] == ["n.mean", "n.var", "n.count"]


WORD = st.sampled_from(
    [
        *OPERATIONS,
        *DTYPES,
        *LAYOUTS,
        *WORDS,
        "cpu",
        "cuda",
        "x",
        "conv",
        "k",
        "",
        "node",
        "aten.topk.default",
        "a" * 121,
    ]
)
NUMBER = st.one_of(
    st.integers(-3, 30),
    st.sampled_from([10**8, -(10**8), 10**8 + 1, 2**63, 2**64, 10**400, float("nan"), float("inf"), 1e300, 0.5]),
)
ARRAY = st.sampled_from([np.zeros(0), np.ones(3, np.int8), np.array(1e300), np.ones((1, 1)), np.array(True)])
LEAF = st.one_of(
    st.none(), st.booleans(), NUMBER, WORD, ARRAY, st.just(ref("x")), st.just(ref("size")), st.just(ref("parts"))
)
ANYTHING = st.recursive(
    LEAF,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORD, inner, max_size=3), st.tuples(inner)),
    max_leaves=6,
)


def places(value, path=()):
    """Every place inside nested lists and dicts."""
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


PLACES = list(places(VALID))
# Half of all changes are inside the operations, where most is computed.
INNER = [place for place in PLACES if place[0] == "nodes" and len(place) > 2]


def change(plain, place, how, value):
    *path, last = place
    holder = plain
    for key in path:
        if not isinstance(holder, (list, dict)) or (
            isinstance(holder, list) and not (isinstance(key, int) and key < len(holder))
        ):
            return
        if isinstance(holder, dict) and key not in holder:
            return
        holder = holder[key]
    known = isinstance(holder, list) and isinstance(last, int) and last < len(holder)
    known = known or (isinstance(holder, dict) and last in holder)
    if not known:
        return
    if how == "replace":
        holder[last] = value
    elif how == "remove":
        del holder[last]
    elif how == "double" and isinstance(holder, list):
        holder.insert(last, copy.deepcopy(holder[last]))
    elif how == "swap" and isinstance(holder, list):
        holder[last], holder[0] = holder[0], holder[last]


MUTATIONS = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(PLACES), st.sampled_from(INNER)),
        st.sampled_from(["replace", "replace", "replace", "remove", "double", "swap"]),
        ANYTHING,
    ),
    min_size=1,
    max_size=3,
)


@fuzz
@given(changes=MUTATIONS)
@example(changes=[(("nodes", 1, 2, 3, 0), "replace", 10**400)])
@example(
    changes=[
        (("nodes", 1, 2), "replace", []),
        (("nodes", 1, 3), "replace", {"input": ref("x"), "weight": ref("c_weight")}),
    ]
)
@example(changes=[(("nodes", 7, 2, 0), "replace", 3)])
def test_a_graph_with_anything_in_any_place_is_taken_or_refused(changes):
    plain = copy.deepcopy(VALID)
    for place, how, value in changes:
        change(plain, place, how, value)
    judge(plain)


@fuzz
@given(operation=st.sampled_from(sorted(OPERATIONS)), args=st.lists(ANYTHING, max_size=5), named=st.booleans())
def test_every_operation_bears_any_arguments(operation, args, named):
    plain = copy.deepcopy(VALID)
    first = [ref("relu")] if named else []
    plain["nodes"].insert(6, ["odd", operation, [*first, *args], {}])
    judge(plain)


@given(plain=ANYTHING)
def test_anything_else_is_refused(plain):
    with pytest.raises(Unacceptable):
        read_graph(plain)


@given(words=st.text())
def test_a_problem_of_the_exporter_is_told_to_the_student(words):
    with pytest.raises(Unacceptable):
        read_graph({"problem": words})


def nodes_of(*nodes):
    plain = copy.deepcopy(VALID)
    plain["nodes"][-1:-1] = [list(each) for each in nodes]
    return plain


@pytest.mark.parametrize(
    "nodes",
    [
        [["n0", "<built-in function mul>", ["constant", 10**8], {}]],
        [["n0", "<built-in function mul>", [[1] * 16, 10**8], {}]],
        [["n0", "<built-in function mul>", [10**8, 10**8], {}]]
        + [[f"n{n + 1}", "<built-in function mul>", [ref(f"n{n}"), ref(f"n{n}")], {}] for n in range(32)],
        [["n0", "<built-in function add>", [[1] * 16, [1] * 16], {}]]
        + [[f"n{n + 1}", "<built-in function add>", [ref(f"n{n}"), ref(f"n{n}")], {}] for n in range(24)],
        [["n0", "aten.expand.default", [ref("k"), [1_900_000]], {}], ["n1", "aten.split.Tensor", [ref("n0"), 1], {}]],
        [
            ["n0", "aten.expand.default", [ref("k"), [1_900_000]], {}],
            ["n1", "aten.chunk.default", [ref("n0"), 10**8], {}],
        ],
    ],
    ids=["a long word", "a long list", "numbers squared", "lists doubled", "split into single numbers", "chunks"],
)
def test_small_words_cannot_ask_for_much_memory(nodes):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    judge(nodes_of(*nodes))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


@pytest.mark.parametrize(
    "nodes",
    [
        [["odd", "aten.slice.Tensor", [ref("relu"), 1, 3, 3], {}]],
        [["odd", "aten.reshape.default", [ref("relu"), [-1, 0]], {}]],
        [["odd", "aten.expand.default", [ref("k"), [1_000_001]], {}]],
        [["odd", "aten.expand.default", [ref("k"), [10**8]], {}]],
        [["odd", "aten.to.dtype", [ref("relu"), 6], {}]],
        [["odd", "aten.to.dtype", [ref("relu"), 15], {}]],
        [["odd", "aten._to_copy.default", [ref("relu")], {"layout": 7}]],
        [["odd", "aten.contiguous.default", [ref("relu")], {"memory_format": 2}]],
        [["odd", "aten.flatten.using_ints", [ref("relu"), True], {}]],
    ],
    ids=["no elements", "no size", "a long value", "an enormous one", "float32 by number", "bfloat16 by number",
         "a layout by number", "a memory format by number", "yes for a number"],
)  # fmt: skip
def test_a_side_value_that_nothing_computes_with_is_looked_at_too(nodes):
    assert judge(VALID)
    assert not judge(nodes_of(*nodes))


def test_as_many_fixed_numbers_as_are_allowed_are_taken():
    plain = copy.deepcopy(VALID)
    plain["constants"]["k"] = np.full((1, 1, 8, 8), 0.5, np.float32)
    assert MAX_CONSTANTS == 64
    assert read_graph(plain).constants["k"].size == MAX_CONSTANTS


def test_new_values_of_buffers_are_read_with_the_logits():
    plain = copy.deepcopy(VALID)
    plain["output"] = [ref("logits"), ref("n_mean"), ref("relu"), ref("count")]
    assert read_graph(plain).updates == {"n.mean": "n_mean", "n.var": "relu", "n.count": "count"}
    assert read_graph(VALID).updates == {}


def test_what_grows_with_the_number_of_images_is_refused():
    """An outer product of the batch with itself is small for three images and enormous for five hundred."""
    nodes = [["m", "aten.mean.dim", [ref("relu"), [1, 2, 3]], {}]]
    last = "m"
    for axis in range(1, 6):
        nodes.append([f"u{axis}", "aten.unsqueeze.default", [ref(last), -1], {}])
        nodes.append([f"o{axis}", "aten.mul.Tensor", [ref(f"u{axis}"), ref("m")], {}])
        last = f"o{axis}"
    plain = nodes_of(*nodes)
    assert judge(plain)
    with pytest.raises(Unacceptable):
        answers(read_graph(plain), WEIGHTS, np.zeros((500, 1, 28, 28), np.uint8), FRAMEWORKS["torch"])


def test_a_slice_to_the_end_is_taken(exported):
    class Sliced(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 10, 28)

        def forward(self, x):
            return self.conv(x[:, :1, 0:, :])[:, :, 0, 0]

    model = Sliced()
    graph, weights, shapes = exported(model)
    measure(graph, shapes)
    pixels = np.random.default_rng(0).integers(0, 256, (3, 1, 28, 28), dtype=np.uint8)
    with torch.no_grad():
        due = model(FRAMEWORKS["torch"].to_images(pixels)).argmax(1)
    assert answers(graph, weights, pixels, FRAMEWORKS["torch"]).tolist() == due.tolist()


@pytest.mark.parametrize("length", [MAX_NODES + 1, 100_000])
def test_too_many_operations_are_refused(length):
    plain = copy.deepcopy(VALID)
    plain["nodes"] = [[f"n{n}", "aten.relu.default", [ref("x")], {}] for n in range(length)]
    with pytest.raises(Unacceptable):
        read_graph(plain)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("inputs",), [[f"i{n}", "parameter", f"i{n}"] for n in range(MAX_INPUTS + 1)]),
        (("inputs", 0), ["c_weight", "parameter"]),
        (("inputs", 0, 1), "user"),
        (("inputs", 0, 0), "x"),
        (("inputs", -1, 1), "parameter"),
        (("inputs", -2), ["y", "images", ""]),
        (("nodes", 1, 2, 1), ref("logits")),
        (("nodes", 1, 2, 1), ref("conv")),
        (("nodes", 1, 0), "count"),
        (("nodes", 1, 0), "x"),
        (("nodes", 1, 1), "aten.topk.default"),
        (("nodes", 1, 1), "aten.embedding.default"),
        (("nodes", 1, 1), "aten.eq.Tensor"),
        (("nodes", 1, 2, 3), [1] * (MAX_LIST + 1)),
        (("nodes", 1, 2, 3), [[[1]]]),
        (("nodes", 1, 2, 3, 0), float("nan")),
        (("nodes", 1, 2, 3, 0), 10**9),
        (("nodes", 1, 2, 3, 0), 10**400),
        (("nodes", 5, 2, 1), "torch.float64"),
        (("nodes", 5, 2, 1), "torch.int64"),
        (("nodes", 5, 2, 1), "cuda"),
        (("output",), ref("nowhere")),
        (("output",), [ref("logits"), ref("relu")]),
        (("output",), []),
        (("constants",), {}),
        (("constants", "k"), [0.5]),
        (("constants", "k"), np.zeros(MAX_CONSTANTS + 1, np.float32)),
    ],
)  # fmt: skip
def test_one_wrong_thing_is_refused(place, value):
    plain = copy.deepcopy(VALID)
    holder = plain
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    with pytest.raises(Unacceptable):
        read_graph(plain)


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (lambda x: x.view(2, -1)[:, :10], "batch sizes"),
        (lambda x: x.flatten(1)[:, :10] if x.sum() > 0 else -x.flatten(1)[:, :10], "values of the images"),
        (lambda x: x.flatten(1)[:, : int(x.max().item()) + 10], "values of the images"),
        (lambda x: x.flatten(1).topk(10).values, "topk"),
        (lambda x: (x.flatten(1)[:, :10] > 0).float(), "gt.Scalar"),
        (lambda x: x.double().flatten(1)[:, :10], "float64"),
    ],
)
def test_a_network_that_has_no_graph_is_refused_with_its_reason(exported, model, words):
    class Wrong(nn.Module):
        def __init__(self):
            super().__init__()
            self.w = nn.Parameter(torch.ones(1))

        def forward(self, x):
            return model(x * self.w)

    with pytest.raises(Unacceptable) as refused:
        exported(Wrong())
    reason = refused.value.reason
    assert words in f"{reason.template} {dict(reason.values)}"


@pytest.mark.parametrize("value", [None, [], "w", 1.0, {"w": [1.0]}, {1: np.zeros(1, np.float32)}, np.zeros(1)])
def test_weights_are_arrays_by_name(value):
    with pytest.raises(Unacceptable):
        read_weights(value)


@pytest.mark.parametrize("kind", ["float64", "float16", "int8", "bool", "uint8", "uint64"])
def test_weights_are_float32_or_counts(kind):
    with pytest.raises(Unacceptable):
        read_weights({"w": np.zeros(3, kind)})


@pytest.mark.parametrize(
    "value",
    [{}, {"v": np.zeros(3, np.float32)}, {"w": np.zeros(4, np.float32)}, {"w": np.zeros((3, 1), np.float32)},
     {"w": np.zeros(3, np.int64)}, {"w": np.zeros(3, np.float32), "v": np.zeros(3, np.float32)}],
)  # fmt: skip
def test_trained_weights_keep_their_names_shapes_and_types(value):
    like = {"w": np.zeros(3, np.float32)}
    assert read_weights({"w": np.ones(3, np.float32)}, like)
    with pytest.raises(Unacceptable):
        read_weights(value, like)
