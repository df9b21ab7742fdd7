// A convolution layer by hand: the window walks over all channels at once, for one filter after another.

import { make } from "../scripts/elements.js";
import { board, editable, field, mark, pressable, write } from "./cells.js";
import { answer, featureMap, patches, products, starts, terms } from "./convolution-numbers.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { shown } from "./pooling-numbers.js";

const KERNEL = 3;
const CHANNELS = [
  [[0, 0, 2, 2, 2], [0, 0, 2, 2, 2], [0, 1, 2, 2, 2], [1, 0, 1, 0, 0], [0, 1, 0, 0, 3]],
  [[1, 1, 1, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [2, 0, 0, 0, 0], [0, 0, 1, 0, 0]],
  [[0, 0, 0, 0, 0], [0, 3, 0, 0, 0], [0, 0, 0, 2, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 1]],
];
const EDGES = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]];
const CROSS = [[0, 1, 0], [1, 1, 1], [0, 1, 0]];
const FILTERS = [
  { kernels: [EDGES, EDGES, EDGES], bias: 0 },
  { kernels: [CROSS, CROSS.map((row) => row.map((weight) => -weight)), CROSS.map((row) => row.map(() => 0))], bias: -2 },
];

/** A copy of numbers and lists; `structuredClone` would leave kernels that are the same list the same list. */
const fresh = (data) => JSON.parse(JSON.stringify(data));

export function mount(root, words) {
  let input = fresh(CHANNELS);
  let filters = fresh(FILTERS);
  let inputs = [];
  let kernels = [];
  let outputs = [];
  const again = () => { build(); steps.stop(); steps.go(-1); };
  const numbers = (...all) => all.map((number) => [String(number), String(number)]);
  const channelCount = choice(words.channels, numbers(1, 2, 3), "2", again);
  const filterCount = choice(words.filters, numbers(1, 2), "2", again);
  const stride = choice(words.stride, numbers(1, 2, 3), "1", again);
  const padding = choice(words.padding, numbers(0, 1), "0", again);
  const above = make("div", { class: "boards" });
  const below = make("div", {});
  const shapes = make("p", { class: "note" });
  const sum = make("p", { class: "sum lines", "aria-live": "polite" });
  const channels = () => input.slice(0, Number(channelCount.value));
  const used = () => filters.slice(0, Number(filterCount.value)).map(({ kernels: all, bias }) => ({ kernels: all.slice(0, channels().length), bias }));
  const places = () => starts(input[0], KERNEL, Number(stride.value), Number(padding.value));
  const maps = () => used().map((filter) => featureMap(channels(), filter, Number(stride.value), Number(padding.value)));
  const steps = stepper(root, () => places().length * used().length, show);

  const place = (row, column) => fill(words["row-column"], { row: row + 1, column: column + 1 });
  const named = (key, n) => fill(words[key], { n });

  function build() {
    const border = Number(padding.value);
    inputs = channels().map((map, n) => editable(named("channel", n), map, (...at) => `${named("channel", n)}, ${place(...at)}`, refresh, border));
    above.replaceChildren(...inputs.map((cells, n) => board(named("channel", n), cells)));
    const found = maps();
    kernels = used().map((filter, f) => filter.kernels.map((kernel, c) => {
      const name = `${named("filter", f)}, ${named("kernel", c)}`;
      return editable(name, kernel, (...at) => `${name}, ${place(...at)}`, refresh);
    }));
    outputs = found.map((map, f) => pressable(named("map", f), map, (n) => { steps.stop(); steps.go(f * places().length + n); }));
    below.replaceChildren(...found.map((_, f) => row(f)));
    rewrite();
  }

  function row(f) {
    const bias = field(`${named("filter", f)}, ${words.bias}`, () => filters[f].bias, (number) => { filters[f].bias = number; refresh(); });
    const cells = make("div", { class: "cells tight" }, bias);
    const boards = [...kernels[f].map((each, c) => board(named("of-channel", c), each)), board(words.bias, cells), board(named("map", f), outputs[f])];
    return make("div", { class: "each", role: "group", "aria-label": named("filter", f) }, make("p", { class: "tag" }, named("filter", f)), make("div", { class: "boards" }, ...boards));
  }

  function rewrite() {
    const found = maps();
    found.forEach((map, f) => write(outputs[f], map, (...at) => `${named("map", f)}, ${place(...at)}`));
    const [c, f, h, w] = [channels().length, found.length, found[0].length, found[0][0].length];
    shapes.textContent = fill(words.shapes, { input: `${c}×5×5`, weights: `${f}×${c}×${KERNEL}×${KERNEL}`, maps: `${f}×${h}×${w}` });
  }

  /** New results in the old cells: the cursor stays where somebody is typing. */
  function refresh() {
    rewrite();
    show(steps.at());
  }

  function show(at) {
    const each = places().length;
    const f = at < 0 ? -1 : Math.floor(at / each);
    const start = at < 0 ? null : places()[at % each];
    const width = 5 + 2 * Number(padding.value);
    const inside = (row, column) => start !== null && row >= start.row && row < start.row + KERNEL && column >= start.column && column < start.column + KERNEL;
    for (const cells of inputs) mark(cells, "in-window", (n) => inside(Math.floor(n / width), n % width));
    kernels.forEach((all, n) => all.forEach((cells) => mark(cells, "in-window", () => n === f)));
    outputs.forEach((cells, n) => mark(cells, "now", (cell) => n === f && cell === at % each));
    tell(sum, start ? told(f, start, at % each) : words.start);
  }

  function told(f, start, n) {
    const filter = used()[f];
    const found = patches(channels(), KERNEL, Number(padding.value), start);
    const { sums, value } = answer(found, filter);
    const lines = found.map((patch, c) => fill(words.products, { n: c, products: products(patch, filter.kernels[c].flat()), sum: shown(sums[c]) }));
    const last = fill(words.total, { terms: terms([...sums, filter.bias]), value: shown(value) });
    return [fill(words.told, { filter: f, n: n + 1, all: places().length }), ...lines, last].join("\n");
  }

  steps.element.lastChild.addEventListener("click", () => { input = fresh(CHANNELS); filters = fresh(FILTERS); again(); });
  root.append(make("div", { class: "controls" }, channelCount.element, filterCount.element, stride.element, padding.element), shapes, above, steps.element, sum, below);
  build();
  steps.go(-1);
}
