// Draw a digit: the course's own trained network runs in the page, and shows everything that it computes.

import { make } from "../scripts/elements.js";
import { painted } from "../scripts/painted.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { SIDE, boxOf, enlarged, framed, shrunk } from "./draw-a-digit-ink.js";
import { bytesOf, loudest, percent, ranked, run, shown, softmaxOf, strongest, sumAt, unpack, written } from "./draw-a-digit-network.js";
import { makePad } from "./draw-a-digit-pad.js";
import { colourOf, dye, makeMaps, makeSheet } from "./draw-a-digit-paint.js";
import { SAMPLES } from "./draw-a-digit-samples.js";

const PENS = { thin: 2.5, medium: 5, thick: 9 };
const CORNERS = [[1, 1], [0, 0], [0, 1], [1, 0]];

export function mount(root, words) {
  let layers = null;
  let unready = "loading";
  let found = null;
  let waiting = 0;
  let corner = 0;
  const chosen = { conv1: 0, conv2: 0 };
  const picked = { conv1: false, conv2: false };

  const pen = choice(words.pen, Object.keys(PENS).map((name) => [name, words[name]]), "medium", () => pad.paint());
  const answer = make("p", { class: "sum", "aria-live": "polite" });
  const sum = make("p", { class: "sum", "aria-live": "polite" });
  const place = make("p", { class: "note pen", "aria-live": "polite" });
  const keys = make("p", { class: "note", id: "draw-a-digit-keys" }, words.keys);
  const pad = makePad(
    { "aria-label": words.pad, "aria-describedby": "draw-a-digit-keys" },
    () => PENS[pen.value],
    changed,
    (at) => tell(place, at ? fill(words[at.down ? "pen-down" : "pen-up"], at) : ""),
  );
  const seen = make("canvas", { class: "seen", width: SIDE, height: SIDE, role: "img", "aria-label": words.seen });
  const rows = Array.from({ length: 10 }, (_, digit) => makeRow(digit));
  const odds = make(
    "table",
    { class: "odds", "aria-busy": "true" },
    make("thead", {}, make("tr", {}, ...["digit", "logit", "probability"].map((name) => make("th", { scope: "col" }, words[name])))),
    make("tbody", {}, ...rows.map(({ element }) => element)),
  );
  const name = (layer) => (n) => fill(words.map, { layer, n });
  const maps = {
    conv1: makeMaps(32, 26, words.conv1, name("conv1"), (n) => choose("conv1", n)),
    conv2: makeMaps(64, 11, words.conv2, name("conv2"), (n) => choose("conv2", n)),
  };
  const sheets = { pool1: makeSheet(32, 13, 8, words.pool1), pool2: makeSheet(64, 5, 16, words.pool2), fc1: makeSheet(128, 1, 32, words.fc1) };
  const details = Object.fromEntries(["conv1", "conv2", "fc2"].map((layer) => [layer, make("div", { class: "detail" })]));
  const stages = {
    input: stage(words.seen, seen),
    conv1: stage(words.conv1, maps.conv1.element, details.conv1),
    pool1: stage(words.pool1, sheets.pool1.element),
    conv2: stage(words.conv2, maps.conv2.element, details.conv2),
    pool2: stage(words.pool2, sheets.pool2.element),
    fc1: stage(words.fc1, sheets.fc1.element),
    fc2: stage(words.fc2, details.fc2),
  };
  const names = Object.keys(stages);
  const steps = stepper(root, () => names.length, show);

  function makeRow(digit) {
    const logit = make("td", {}, "–");
    const probability = make("td", { class: "bar" }, "–");
    return { logit, probability, element: make("tr", {}, make("th", { scope: "row" }, String(digit)), logit, probability) };
  }

  function stage(title, ...inside) {
    return make("figure", { class: "stage" }, make("figcaption", {}, title), ...inside);
  }

  /** The network answers once per frame at most; it speaks when a stroke has ended. */
  function changed(finished) {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => { compute(); paint(); });
    if (!finished) return;
    cancelAnimationFrame(waiting);
    compute();
    paint();
    speak();
  }

  function compute() {
    const ink = pad.ink();
    const grey = layers && boxOf(ink) && framed(ink);
    found = grey && { ...run(layers, grey), grey };
    for (const layer of ["conv1", "conv2"]) if (found && !picked[layer]) chosen[layer] = loudest(found[layer]);
  }

  function paint() {
    const brush = seen.getContext("2d");
    brush.clearRect(0, 0, SIDE, SIDE);
    if (found) brush.putImageData(dye(found.grey, SIDE, SIDE, colourOf(seen, "--ink")), 0, 0);
    for (const layer of ["conv1", "conv2"]) {
      maps[layer].paint(found?.[layer]);
      maps[layer].mark(chosen[layer]);
      explain(layer);
    }
    for (const layer of ["pool1", "pool2"]) sheets[layer].paint(found?.[layer]);
    sheets.fc1.paint(found && { values: found.fc1 });
    const best = found ? ranked(found.probabilities)[0].digit : -1;
    rows.forEach(({ element, logit, probability }, digit) => {
      element.classList.toggle("now", digit === best);
      logit.textContent = found ? shown(found.logits[digit]) : "–";
      probability.textContent = found ? percent(found.probabilities[digit]) : "–";
      probability.style.backgroundSize = `${found ? found.probabilities[digit] * 100 : 0}% 100%`;
    });
    details.fc2.textContent = found ? softmaxOf(found.logits, best) : words.empty;
  }

  function speak() {
    if (!layers) tell(answer, words[unready]);
    else if (found) {
      const [first, second] = ranked(found.probabilities);
      tell(answer, fill(words.answer, { digit: first.digit, p: percent(first.probability), next: second.digit, q: percent(second.probability) }));
    } else tell(answer, words.start);
    tell(sum, told(names[steps.at()]));
  }

  function choose(layer, n) {
    chosen[layer] = n;
    picked[layer] = true;
    maps[layer].mark(n);
    explain(layer);
    const spot = found && strongest(found[layer], n);
    tell(sum, spot ? fill(words.chosen, { layer, n: n + 1, row: spot.row + 1, column: spot.column + 1, value: shown(spot.value) }) : words.empty);
  }

  /** Where the chosen map is strongest: what the filter saw there, and its weights. */
  function explain(layer) {
    if (!layers) return;
    const n = chosen[layer];
    const { shape, weights } = layers[layer];
    const title = make("p", {}, make("strong", {}, fill(words.filter, { layer, n: n + 1 })), " ", arithmetic(layer));
    if (layer !== "conv1") {
      details[layer].replaceChildren(title);
      return;
    }
    const spot = found && strongest(found.conv1, n);
    const kernel = Array.from(weights.subarray(n * 9, n * 9 + 9));
    const boards = [board(words.weights, kernel)];
    if (spot?.value > 0) boards.unshift(board(words.patch, sumAt(found.image, { ...layers.conv1, shape }, n, spot.row, spot.column).seen));
    details[layer].replaceChildren(title, make("div", { class: "boards" }, ...boards));
  }

  function board(title, values) {
    const cells = values.map((value) => make("span", { class: value < 0 ? "border" : "" }, shown(value)));
    return make("figure", { class: "board" }, make("figcaption", {}, title), make("div", { class: "cells nine" }, ...cells));
  }

  function arithmetic(layer) {
    const n = chosen[layer];
    if (!found) return words.empty;
    const spot = strongest(found[layer], n);
    if (spot.value <= 0) return fill(words.silent, { n: n + 1 });
    const at = sumAt(layer === "conv1" ? found.image : found.pool1, layers[layer], n, spot.row, spot.column);
    const values = { row: spot.row + 1, column: spot.column + 1, count: at.seen.length, products: shown(at.products), bias: shown(at.bias), value: shown(at.sum) };
    return fill(words[`sum-${layer}`], { ...values, terms: layer === "conv1" ? written(at.seen, at.weights) : "" });
  }

  /** What happens at a stage, with this drawing's numbers. */
  function told(step) {
    if (!step) return words.walk;
    if (!found) return `${words[step === "input" ? "seen" : step]}. ${words.empty}`;
    const box = boxOf(pad.ink());
    const [first] = ranked(found.probabilities);
    const alive = (values) => values.reduce((count, value) => count + (value > 0), 0);
    return fill(words[`told-${step}`], {
      wide: box.right - box.left,
      high: box.bottom - box.top,
      alive: alive(step === "fc1" ? found.fc1 : (found[step]?.values ?? [])).toLocaleString("en"),
      all: (found[step]?.values ?? []).length.toLocaleString("en"),
      largest: shown(Math.max(...(step === "fc1" ? found.fc1 : (found[step]?.values ?? [0])))),
      digit: first.digit,
      logit: shown(found.logits[first.digit]),
      p: percent(first.probability),
    });
  }

  /** At a step only its stage is shown; at the beginning all of them. */
  function show(at) {
    names.forEach((each, n) => { stages[each].hidden = at >= 0 && n !== at; });
    tell(sum, told(names[at]));
  }

  /** The weights are five times as large as all the rest: they come once the page has been drawn. What was drawn until then is read now. */
  async function load() {
    await painted();
    const arrived = await import("./draw-a-digit-weights.js").catch(() => null);
    if (arrived) layers = unpack(arrived.NETWORK);
    else unready = "missing";
    changed(true);
    odds.removeAttribute("aria-busy");
  }

  function sample(digit) {
    pad.load(enlarged(bytesOf(SAMPLES[digit])));
  }

  function shrink() {
    pad.load(shrunk(pad.ink(), ...CORNERS[corner]));
    corner = (corner + 1) % CORNERS.length;
  }

  const button = (title, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, title);
  const samples = SAMPLES.map((_, digit) => button(String(digit), () => sample(digit), { "aria-label": fill(words.sample, { digit }) }));
  root.append(
    make("div", { class: "controls" }, pen.element, button(words.undo, () => pad.undo()), button(words.clear, () => pad.clear()), button(words.shrink, shrink)),
    make("div", { class: "boards" }, pad.canvas, odds),
    answer,
    place,
    make("div", { class: "controls", role: "group", "aria-label": words.samples }, make("span", { class: "note" }, words.samples), ...samples),
    steps.element,
    sum,
    ...names.map((each) => stages[each]),
    keys,
  );
  const repaint = () => { pad.paint(); paint(); };
  new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  repaint();
  speak();
  steps.go(-1);
  load();
}
