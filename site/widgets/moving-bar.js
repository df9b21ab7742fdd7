// A bar passes over the fields of a simple and a complex cell; both answers are written out and leave a trace.

import { make } from "../scripts/elements.js";
import { dial, printed } from "./dials.js";
import { choice, fill, stepper, tellInTheEnd } from "./kit.js";
import { HALF, SIDE, cells, gabor, worked } from "./moving-bar-numbers.js";
import { graph } from "./scene.js";
import { shape } from "./shapes.js";

const FARTHEST = 16;
const UNIT = 4;
const SIZE = SIDE * UNIT;
const SECONDS = 0.25;

/** The weights as boxes, every other pixel: cool and + where light excites, warm and − where it inhibits. */
function weights(phase) {
  const values = gabor(phase);
  const boxes = values.flatMap((value, n) => {
    const [column, row] = [n % SIDE, Math.floor(n / SIDE)];
    if (column % 2 || row % 2 || Math.abs(value) < 0.04) return [];
    const kind = value > 0 ? "plain bright" : "plain minus";
    return [shape("rect", { class: kind, x: (column - 0.5) * UNIT, y: (row - 0.5) * UNIT, width: 2 * UNIT, height: 2 * UNIT, "fill-opacity": Math.abs(value).toFixed(2) })];
  });
  return shape("g", {}, ...boxes);
}

export function mount(root, words) {
  const light = choice(words.bar, [["1", words.light], ["-1", words.dark]], "1", again);
  const turn = dial(words.turn, { least: 0, most: 175, step: 5, value: 0, unit: "°" }, again);
  const wide = dial(words.wide, { least: 1, most: 9, step: 1, value: 5 }, again);
  const place = dial(words.place, { least: -FARTHEST, most: FARTHEST, step: 1, value: -FARTHEST }, () => {
    steps.stop();
    steps.go(place.value + FARTHEST);
  });
  const bars = [];
  const board = (title, phase, signs) => {
    const bar = shape("rect", { height: 3 * SIZE, y: -SIZE });
    bars.push(bar);
    const marks = signs.map(([at, sign]) => shape("text", { class: "title", x: (HALF + at + 0.5) * UNIT, y: SIZE / 2 }, sign));
    const frame = { class: "scene", viewBox: `0 0 ${SIZE} ${SIZE}`, width: SIZE, height: SIZE, role: "img", "aria-label": title };
    const scene = shape("svg", frame, weights(phase), bar, ...marks);
    return make("figure", { class: "board" }, make("figcaption", {}, title), scene);
  };
  const boards = [
    board(words.even, 0, [[-8, "−"], [0, "+"], [8, "−"]]),
    board(words.odd, -Math.PI / 2, [[-4, "−"], [4, "+"]]),
  ];
  const trace = graph({
    x: [-FARTHEST, FARTHEST], y: [0, 80], ticks: { x: [-16, -8, 0, 8, 16], y: [0, 40, 80] }, width: 290, height: 164, name: words.trace,
  });
  const sums = make("p", { class: "sum worked" });
  const told = make("p", { class: "note", "aria-live": "polite" });
  const steps = stepper(root, () => 2 * FARTHEST + 1, show, SECONDS);
  const stimulus = () => ({ turn: turn.value, wide: wide.value, sign: Number(light.value) });

  function again() {
    steps.stop();
    show(steps.at());
  }

  function show(at) {
    const now = at < 0 ? -HALF : at - FARTHEST;
    const own = stimulus();
    place.set(Math.max(-FARTHEST, now));
    for (const bar of bars) {
      bar.setAttribute("class", own.sign > 0 ? "lamp" : "shade");
      bar.setAttribute("width", own.wide * UNIT);
      bar.setAttribute("x", SIZE / 2 + (now - own.wide / 2) * UNIT);
      bar.setAttribute("transform", `rotate(${own.turn} ${SIZE / 2} ${SIZE / 2})`);
    }
    const passed = Array.from({ length: at + 1 }, (_, n) => [n - FARTHEST, cells(n - FARTHEST, own)]);
    trace.lines([
      { kind: "line-warm", points: passed.map(([x, found]) => [x, found.complex]) },
      { kind: "line-cool", points: passed.map(([x, found]) => [x, found.simple]) },
    ]);
    if (at < 0) {
      sums.textContent = words.start;
      return tellInTheEnd(told, "", false);
    }
    const found = worked(passed.at(-1)[1], (value) => printed(value, 1));
    sums.textContent = [fill(words.sum, found), fill(words.other, found), fill(words["simple-sum"], found), fill(words["complex-sum"], found)].join("\n");
    const values = { place: printed(now), turn: own.turn, simple: printed(found.answers[0], 1), complex: printed(found.answers[1], 1) };
    return tellInTheEnd(told, fill(words.told, values), steps.playing());
  }

  steps.element.lastChild.addEventListener("click", () => {
    turn.set(0);
    wide.set(5);
    light.element.querySelector("input").click();
    again();
  });
  const key = (kind, word) => make("span", {}, make("span", { class: `key ${kind}` }), word);
  root.append(
    make("div", { class: "controls" }, light.element, turn.element, wide.element),
    make("div", { class: "boards pair" }, ...boards, make("figure", { class: "board" }, make("figcaption", {}, words.trace), trace.element)),
    make("div", { class: "controls note" }, key("cool", words.simple), key("warm", words.complex)),
    make("div", { class: "controls" }, place.element),
    steps.element,
    sums,
    told,
  );
  steps.go(-1);
}
