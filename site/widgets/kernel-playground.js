// A 3×3 kernel of one's own on a handwritten digit: the feature map follows every change, and each of its values can be worked out.

import { make } from "../scripts/elements.js";
import { board, editable } from "./cells.js";
import { answer, featureMap, patches, products } from "./convolution-numbers.js";
import { DIGITS } from "./kernel-playground-digits.js";
import { PRESETS, decoded, range, strengths, windowAt } from "./kernel-playground-numbers.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { shown } from "./pooling-numbers.js";
import { path, picture, rect } from "./shapes.js";

const [PIXEL, PLACES, FAINT] = [8, 26, 0.04];
const IMAGES = Object.fromEntries(Object.entries(DIGITS).map(([digit, { pixels }]) => [digit, decoded(pixels)]));

export function mount(root, words) {
  let kernel = PRESETS.vertical.map((row) => [...row]);
  let row = 12;
  let map = [];
  const digit = choice(words.digit, [["7", "7"], ["4", "4"], ["0", "0"]], "7", refresh);
  const [kernelBoard, image, result] = [make("div", {}), make("div", {}), make("div", {})];
  const seen = rect(0, 0, 3 * PIXEL, 3 * PIXEL, "aim");
  const found = rect(0, 0, PIXEL, PIXEL, "aim");
  const span = make("p", { class: "note", "aria-live": "polite" });
  const sum = make("p", { class: "sum", "aria-live": "polite" });
  const steps = stepper(root, () => PLACES, show);
  const pixels = () => IMAGES[digit.value];
  const place = (r, c) => fill(words["row-column"], { row: r + 1, column: c + 1 });

  function choose(wanted) {
    kernel = wanted.map((weights) => [...weights]);
    kernelBoard.replaceChildren(board(words.kernel, editable(words.kernel, kernel, place, refresh)));
    refresh();
  }

  function refresh() {
    map = featureMap([pixels()], { kernels: [kernel], bias: 0 }, 1, 0);
    const [least, largest] = range(map).map(shown);
    image.replaceChildren(board(words.image, shades(pixels(), "ink", fill(words.drawn, { digit: digit.value }), seen)));
    result.replaceChildren(board(words.map, shades(map, "bright", fill(words.answered, { digit: digit.value, least, largest }), found)));
    tell(span, fill(words.range, { least, largest }));
    show(steps.at());
  }

  /** A map as boxes, the deeper the larger; a negative value is a horizontal line, the longer the further from 0. */
  function shades(values, kind, alt, frame) {
    const side = values.length;
    const parts = [rect(0, 0, side * PIXEL, side * PIXEL, "cell")];
    strengths(values).forEach((line, r) => line.forEach((strength, c) => {
      if (strength > FAINT) {
        const box = rect(c * PIXEL, r * PIXEL, PIXEL, PIXEL, `${kind} pixel`);
        box.setAttribute("fill-opacity", strength.toFixed(2));
        parts.push(box);
      } else if (strength < -FAINT) {
        const [middle, half] = [(c + 0.5) * PIXEL, PIXEL * (0.08 - 0.2 * strength)];
        parts.push(path([[middle - half, (r + 0.5) * PIXEL], [middle + half, (r + 0.5) * PIXEL]], "line-warm"));
      }
    }));
    const drawing = picture(side * PIXEL, side * PIXEL, alt, ...parts, frame);
    drawing.addEventListener("pointerdown", (event) => point(event, drawing, side));
    drawing.addEventListener("pointermove", (event) => { if (event.buttons === 1) point(event, drawing, side); });
    return drawing;
  }

  function point(event, drawing, side) {
    const box = drawing.getBoundingClientRect();
    const at = windowAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height, side);
    go(at.row, at.column);
  }

  function go(toRow, column) {
    row = Math.max(0, Math.min(PLACES - 1, toRow));
    steps.stop();
    steps.go(column);
  }

  function show(column) {
    for (const frame of [seen, found]) {
      frame.setAttribute("x", Math.max(0, column) * PIXEL);
      frame.setAttribute("y", row * PIXEL);
      frame.style.display = column < 0 ? "none" : "";
    }
    if (column < 0) return tell(sum, words.start);
    const [patch] = patches([pixels()], 3, 0, { row, column });
    const { value } = answer([patch], { kernels: [kernel], bias: 0 });
    return tell(sum, fill(words.told, { place: place(row, column), products: products(patch, kernel.flat()), value: shown(value) }));
  }

  /** Up and down lead to another row; left and right are the stepper's. */
  root.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(row + by, Math.max(0, steps.at()));
  }, true);

  steps.element.lastChild.addEventListener("click", () => { row = 12; choose(PRESETS.vertical); });
  const presets = Object.entries(PRESETS).map(([name, weights]) => make("button", { type: "button", onclick: () => choose(weights) }, words[name]));
  root.append(
    make("div", { class: "controls" }, digit.element),
    make("div", { class: "controls", role: "group", "aria-label": words.presets }, make("span", { class: "legend" }, words.presets), ...presets),
    make("div", { class: "boards" }, image, kernelBoard, result),
    span,
    steps.element,
    sum,
  );
  choose(PRESETS.vertical);
  steps.go(-1);
}
