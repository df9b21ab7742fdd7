// ReLU value by value: what becomes of a feature map, how many zeros it has then, and where a gradient passes.

import { make } from "../scripts/elements.js";
import { board, editable, field, mark, pressable, write } from "./cells.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { shown } from "./pooling-numbers.js";
import { activated, activatedMap, arithmetic, slope, zeros } from "./relu-numbers.js";
import { label, path, picture, shape } from "./shapes.js";

const START = [
  [0, 4, 9, 0, -9, -4],
  [0, 8, 5, -3, -9, 0],
  [2, 9, 0, -8, -5, 0],
  [6, 5, -6, -6, 0, 0],
];
const [WIDTH, HEIGHT, MARGIN] = [260, 150, 16];

export function mount(root, words) {
  let [map, bias] = [START.map((row) => [...row]), 0];
  const kind = choice(words.function, [["relu", "ReLU"], ["leaky", words.leaky]], "relu", refresh);
  const biasField = field(words.bias, () => bias, (number) => { bias = number; refresh(); });
  const [before, after, curve, shares] = [make("div", {}), make("div", {}), make("div", { class: "sketch", tabindex: "0" }), make("p", { class: "note" })];
  const sum = make("p", { class: "sum", "aria-live": "polite" });
  const steps = stepper(root, () => map.flat().length, show);
  const place = (row, column) => fill(words["row-column"], { row: row + 1, column: column + 1 });
  const results = pressable(words.after, map, (n) => { steps.stop(); steps.go(n); });
  let fields = null;

  function build() {
    fields = editable(words.before, map, place, refresh);
    before.replaceChildren(board(words.before, fields));
    refresh();
  }

  function refresh() {
    const found = activatedMap(map, bias, kind.value);
    const all = map.flat().length;
    write(results, found, place);
    mark(results, "border", (n) => found.flat()[n] === 0);
    shares.textContent = fill(words.zeros, { before: zeros(map), after: zeros(found), all, share: Math.round((100 * zeros(found)) / all) });
    show(steps.at());
  }

  function show(at) {
    const value = map.flat()[at];
    if (fields) mark(fields, "in-window", (n) => n === at);
    mark(results, "now", (n) => n === at);
    curve.replaceChildren(drawn(at < 0 ? null : value + bias));
    if (at < 0) return tell(sum, words.start);
    const steep = slope(value + bias, kind.value);
    return tell(sum, `${arithmetic(value, bias, kind.value)}. ${words[{ 1: "passes", 0: "stops" }[steep] ?? "leaks"]}`);
  }

  /** The function, and where the value of this step lies on it. */
  function drawn(value) {
    const reach = Math.max(10, ...map.flat().map((each) => Math.abs(each + bias)));
    const point = (x) => [WIDTH / 2 + (x / reach) * (WIDTH / 2 - MARGIN), HEIGHT - 32 - (activated(x, kind.value) / reach) * (HEIGHT - 48)];
    const [middle, floor] = [WIDTH / 2, HEIGHT - 32];
    const parts = [path([[MARGIN, floor], [WIDTH - MARGIN, floor]], "axis"), path([[middle, MARGIN], [middle, floor + 4]], "axis")];
    parts.push(path([point(-reach), point(0), point(reach)], "line-cool"));
    parts.push(...[-reach, 0, reach].map((x) => label(point(x)[0], floor + 16, shown(x))));
    if (value !== null) parts.push(shape("circle", { class: "knob", cx: point(value)[0], cy: point(value)[1], r: 6 }));
    const alt = value === null ? words.curve : fill(words.point, { x: shown(value), y: shown(activated(value, kind.value)) });
    return picture(WIDTH, HEIGHT, alt, ...parts);
  }

  steps.element.lastChild.addEventListener("click", () => {
    [map, bias] = [START.map((row) => [...row]), 0];
    biasField.value = "0";
    build();
  });
  after.append(board(words.after, results));
  root.append(
    make("div", { class: "controls fields" }, kind.element, make("label", {}, words.bias, biasField)),
    make("div", { class: "boards roomy" }, before, after, curve),
    shares,
    steps.element,
    sum,
  );
  build();
  steps.go(-1);
}
