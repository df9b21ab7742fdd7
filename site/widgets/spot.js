// A spot of light on the field of a ganglion cell: its place and size can be changed, and the answer is written out.

import { make } from "../scripts/elements.js";
import { dial, field, printed } from "./dials.js";
import { choice, fill, stepper, tell, tellInTheEnd } from "./kit.js";
import { graph } from "./scene.js";
import { shape } from "./shapes.js";
import { border, parts, response } from "./spot-numbers.js";

const UNIT = 16;
const MIDDLE = 150;
const [LEAST, MOST, GROWTH] = [0.5, 8, 0.25];
const REACH = 8;
const CELL = { centre: 1, surround: 3, balance: 0.9 };
const SECONDS = 0.3;

export function mount(root, words) {
  const kind = choice(words.kind, [["on", words.on], ["off", words.off]], "on", again);
  const fields = {
    centre: field("σ_c", { value: CELL.centre, least: 0.5, most: 5 }, again, refused),
    surround: field("σ_s", { value: CELL.surround, least: 0.5, most: 5 }, again, refused),
    balance: field("k", { value: CELL.balance, least: 0.1, most: 1 }, again, refused),
  };
  const across = dial(words.across, { least: -REACH, most: REACH, step: 0.25, value: 0 }, again);
  const down = dial(words.down, { least: -REACH, most: REACH, step: 0.25, value: 0 }, again);
  const radius = dial(words.radius, { least: LEAST, most: MOST, step: GROWTH, value: LEAST }, () => {
    steps.stop();
    steps.go(Math.round((radius.value - LEAST) / GROWTH) - 1);
  });
  const ground = shape("g");
  const signs = shape("g");
  const lamp = shape("circle", { class: "lamp" });
  const scene = shape("svg", { class: "scene reach", viewBox: "0 0 300 300", width: 300, height: 300, role: "img" }, ground, lamp, signs);
  const trace = graph({
    x: [0, MOST], y: [-1, 1], ticks: { x: [0, 2, 4, 6, 8], y: [-1, 0, 1] }, width: 300, height: 200, name: words.trace,
  });
  const worked = make("p", { class: "sum worked" });
  const told = make("p", { class: "note", "aria-live": "polite" });
  const steps = stepper(root, () => Math.round((MOST - LEAST) / GROWTH), show, SECONDS);
  let dragging = false;
  const distance = () => Math.hypot(across.value, down.value);

  function cell() {
    const values = Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, each.value]));
    return { ...values, kind: kind.value };
  }

  function refused(name, { least, most }) {
    tell(told, fill(words.refused, { name, least: printed(least), most: printed(most) }));
  }

  function again() {
    const { centre, surround } = cell();
    if (centre >= surround) {
      for (const [name, each] of Object.entries(fields)) each.set(CELL[name]);
      tell(told, words.narrow);
    } else told.textContent = "";
    draw();
    steps.stop();
    show(steps.at(), told.textContent);
  }

  /** The receptive field: where light excites and where it inhibits, by sign and colour. */
  function draw() {
    const own = cell();
    const [inner, outer] = [border(own) * UNIT, Math.max(border(own) + 1, 2 * own.surround) * UNIT];
    const [here, around] = own.kind === "on" ? ["+", "−"] : ["−", "+"];
    const washes = own.kind === "on" ? ["wash-cool", "wash-warm"] : ["wash-warm", "wash-cool"];
    const sign = (x, y, which) => shape("text", { class: "title", x: MIDDLE + x, y: MIDDLE + y }, which);
    const ring = (inner + outer) / 2;
    ground.replaceChildren(
      shape("circle", { class: washes[1], cx: MIDDLE, cy: MIDDLE, r: outer }),
      shape("circle", { class: washes[0], cx: MIDDLE, cy: MIDDLE, r: inner }),
    );
    signs.replaceChildren(sign(0, 0, here), ...[[1, 0], [-1, 0], [0, 1], [0, -1]].map(([x, y]) => sign(x * ring, y * ring, around)));
  }

  function show(at, said = "") {
    const size = LEAST + (at + 1) * GROWTH;
    const own = cell();
    const away = distance();
    radius.set(size);
    lamp.setAttribute("cx", MIDDLE + across.value * UNIT);
    lamp.setAttribute("cy", MIDDLE + down.value * UNIT);
    lamp.setAttribute("r", size * UNIT);
    scene.setAttribute("aria-label", fill(words.scene, { radius: printed(size), distance: printed(away) }));
    const sizes = Array.from({ length: Math.round(size / 0.125) + 1 }, (_, n) => n * 0.125);
    trace.lines([{ kind: "line-cool", points: sizes.map((each) => [each, response(each, away, own)]) }]);
    const found = parts(size, away, own);
    const lines = [["centre", words.centre], ["surround", words.surround]].map(([name, word]) => fill(
      away ? words.beside : words.formula,
      { name: word, radius: printed(size), distance: printed(away), width: printed(own[name]), share: printed(found[name], 3) },
    ));
    const difference = `${printed(found.centre, 3)} − ${printed(own.balance)} × ${printed(found.surround, 3)}`;
    const signed = own.kind === "on" ? difference : `−(${difference})`;
    worked.textContent = [...lines, `${words.response} ${signed} = ${printed(found.response, 3)}`].join("\n");
    const answer = found.response > 0.03 ? words.more : found.response < -0.03 ? words.less : words.same;
    const place = { radius: printed(size), distance: printed(away), response: printed(found.response, 3), answer };
    tellInTheEnd(told, said || fill(words.told, place), dragging || steps.playing());
  }

  /** A finger or the mouse takes the spot along, in steps of a quarter. */
  function drag(event) {
    if (event.type === "pointerdown") {
      scene.setPointerCapture(event.pointerId);
      dragging = true;
    }
    if (!dragging) return;
    const box = scene.getBoundingClientRect();
    const place = (at, start, long) => {
      const value = Math.round(((at - start) / long * 300 - MIDDLE) / UNIT * 4) / 4;
      return Math.max(-REACH, Math.min(REACH, value));
    };
    across.set(place(event.clientX, box.left, box.width));
    down.set(place(event.clientY, box.top, box.height));
    again();
  }

  scene.addEventListener("pointerdown", drag);
  scene.addEventListener("pointermove", drag);
  for (const end of ["pointerup", "pointercancel"]) {
    scene.addEventListener(end, () => { dragging = false; show(steps.at()); });
  }
  steps.element.lastChild.addEventListener("click", () => {
    for (const [name, each] of Object.entries(fields)) each.set(CELL[name]);
    across.set(0);
    down.set(0);
    again();
  });
  const board = (title, inside) => make("figure", { class: "board" }, make("figcaption", {}, title), inside);
  root.append(
    make("div", { class: "controls" }, kind.element, ...Object.values(fields).map((each) => each.element)),
    make("div", { class: "boards" }, board(words.field, scene), board(words.trace, trace.element)),
    make("div", { class: "controls" }, radius.element, across.element, down.element),
    steps.element,
    worked,
    told,
  );
  draw();
  steps.go(-1);
}
