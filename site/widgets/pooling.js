// Pooling by hand: a window walks over a map whose values can be edited and which can be moved by a pixel.

import { make } from "../scripts/elements.js";
import { field } from "./cells.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { arithmetic, changes, pool, shift, shown, windowStarts, windowValues } from "./pooling-numbers.js";

const START = [
  [0, 0, 0, 0, 0, 0],
  [9, 0, 0, 0, 6, 0],
  [0, 0, 8, 0, 0, 0],
  [0, 0, 3, 0, 0, 0],
  [7, 1, 0, 0, 0, 5],
  [0, 0, 0, 0, 0, 0],
];
const MOVES = { left: [0, -1], right: [0, 1], up: [-1, 0], down: [1, 0] };

export function mount(root, words) {
  let map = START;
  let before = null;
  const again = () => { before = null; draw(); steps.stop(); steps.go(-1); };
  const kind = choice(words.kind, [["max", words.max], ["average", words.average]], "max", again);
  const kernel = choice(words.kernel, [["2", "2"], ["3", "3"]], "2", again);
  const stride = choice(words.stride, [["1", "1"], ["2", "2"], ["3", "3"]], "2", again);
  const input = make("div", { class: "cells", role: "group", "aria-label": words.input });
  const output = make("div", { class: "cells", role: "group", "aria-label": words.output });
  const sum = make("p", { class: "sum", "aria-live": "polite" });
  const starts = () => windowStarts(map, Number(kernel.value), Number(stride.value));
  const result = () => pool(map, Number(kernel.value), Number(stride.value), kind.value);
  const steps = stepper(root, () => starts().length, show);

  function place(row, column) {
    return fill(words["row-column"], { row: row + 1, column: column + 1 });
  }

  function draw() {
    input.style.gridTemplateColumns = `repeat(${map[0].length}, auto)`;
    input.replaceChildren(...map.flatMap((values, row) => values.map((_, column) => cell(row, column))));
    const pooled = result();
    const changed = before && changes(before, pooled);
    output.style.gridTemplateColumns = `repeat(${pooled[0].length}, auto)`;
    output.replaceChildren(...pooled.flatMap((values, row) => values.map((value, column) => {
      const n = row * values.length + column;
      const words_ = { type: "button", class: changed?.[row][column] ? "changed" : "", "aria-label": `${place(row, column)}: ${shown(value)}` };
      return make("button", { ...words_, onclick: () => { steps.stop(); steps.go(n); } }, shown(value));
    })));
  }

  function cell(row, column) {
    return field(place(row, column), () => map[row][column], (number) => {
      map = map.map((values, r) => values.map((old, c) => (r === row && c === column ? number : old)));
      before = null;
      refresh();
    });
  }

  /** New results in the old cells: the cursor stays where somebody is typing. */
  function refresh() {
    const flat = result().flat();
    [...output.children].forEach((button, n) => {
      button.textContent = shown(flat[n]);
      button.classList.remove("changed");
      button.setAttribute("aria-label", `${button.getAttribute("aria-label").split(":")[0]}: ${shown(flat[n])}`);
    });
    show(steps.at());
  }

  function show(at) {
    const start = starts()[at];
    const size = Number(kernel.value);
    const values = start ? windowValues(map, size, start) : [];
    const best = Math.max(...values);
    [...input.children].forEach((field, n) => {
      const row = Math.floor(n / map[0].length);
      const column = n % map[0].length;
      const inside = start && row >= start.row && row < start.row + size && column >= start.column && column < start.column + size;
      field.classList.toggle("in-window", Boolean(inside));
      field.classList.toggle("chosen", Boolean(inside) && kind.value === "max" && map[row][column] === best);
    });
    [...output.children].forEach((button, n) => button.classList.toggle("now", n === at));
    if (start) tell(sum, fill(words.told, { n: at + 1, all: starts().length, sum: arithmetic(values, kind.value) }));
    else if (!before) tell(sum, words.start);
  }

  function move(down, right) {
    before = result();
    map = shift(map, down, right);
    draw();
    steps.stop();
    steps.go(-1);
    const changed = changes(before, result()).flat();
    tell(sum, fill(words.stayed, { n: changed.filter((each) => !each).length, all: changed.length }));
  }

  const moves = Object.entries(MOVES).map(([name, [down, right]]) => make("button", { type: "button", onclick: () => move(down, right) }, words[name]));
  steps.element.lastChild.addEventListener("click", () => { map = START; before = null; draw(); show(-1); });
  const board = (title, cells) => make("figure", { class: "board" }, make("figcaption", {}, title), cells);
  root.append(
    make("div", { class: "controls" }, kind.element, kernel.element, stride.element),
    make("div", { class: "boards" }, board(words.input, input), board(words.output, output)),
    steps.element,
    sum,
    make("div", { class: "controls", role: "group", "aria-label": words.shift }, make("span", { class: "note" }, words.shift), ...moves),
  );
  draw();
  steps.go(-1);
}
