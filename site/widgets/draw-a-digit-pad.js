// The pad itself: a canvas that is drawn on by mouse, pen, finger or keys.

import { make } from "../scripts/elements.js";
import { PAD, blank, boxOf, inked } from "./draw-a-digit-ink.js";
import { colourOf, dye } from "./draw-a-digit-paint.js";

const STEP = 4;
const MOVES = {
  ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
  Home: [-1, -1], PageUp: [1, -1], End: [-1, 1], PageDown: [1, 1],
};

/**
 * `radius()` is the pen's; `changed(finished)` is told of every change, and whether a stroke has ended with it;
 * `moved({ row, column, down })` of every move by keys, and `moved(null)` when the keys go elsewhere.
 */
export function makePad(attributes, radius, changed, moved) {
  const canvas = make("canvas", { class: "pad", width: PAD, height: PAD, tabindex: "0", role: "application", ...attributes });
  let ink = blank();
  let before = [];
  let pen = [PAD / 2, PAD / 2];
  let down = false;
  let pointer = null;

  const remember = () => { before = [...before.slice(-49), ink]; };
  const put = (next, finished) => { ink = next; paint(); changed(finished); };
  const draw = (to, finished) => {
    const from = pen;
    pen = to;
    put(inked(ink, from, to, radius()), finished);
  };
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * PAD, ((event.clientY - box.top) / box.height) * PAD];
  };

  function paint() {
    const brush = canvas.getContext("2d");
    brush.putImageData(dye(ink, PAD, PAD, colourOf(canvas, "--ink")), 0, 0);
    const box = pointer === null && boxOf(ink);
    brush.strokeStyle = colourOf(canvas, "--warm").css;
    if (box) {
      brush.setLineDash([3, 3]);
      brush.strokeRect(box.left - 0.5, box.top - 0.5, box.right - box.left + 1, box.bottom - box.top + 1);
      brush.setLineDash([]);
    }
    if (!canvas.matches(":focus-visible")) return;
    brush.lineWidth = down ? 2.5 : 1;
    brush.beginPath();
    brush.arc(pen[0], pen[1], radius() + 2, 0, 2 * Math.PI);
    brush.stroke();
    brush.lineWidth = 1;
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    canvas.setPointerCapture(pointer);
    remember();
    down = false;
    pen = place(event);
    draw(pen, false);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer) return;
    const all = event.getCoalescedEvents?.() ?? [];
    (all.length ? all : [event]).forEach((each) => draw(place(each), false));
  });
  const lift = (event) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    put(ink, true);
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);

  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (move) {
      const to = pen.map((value, axis) => Math.min(PAD - STEP / 2, Math.max(STEP / 2, value + move[axis] * STEP)));
      if (down) draw(to, true);
      else pen = to;
    } else if (event.key === " ") {
      down = !down;
      if (down) { remember(); draw(pen, true); }
    } else if (event.key === "Backspace") undo();
    else if (event.key === "Delete") clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
    paint();
    moved({ row: Math.ceil(pen[1] / STEP), column: Math.ceil(pen[0] / STEP), down });
  });
  canvas.addEventListener("focus", paint);
  canvas.addEventListener("blur", () => { down = false; moved(null); paint(); });

  function undo() {
    down = false;
    if (before.length) put(before.pop(), true);
  }
  function load(next) {
    down = false;
    remember();
    put(next, true);
  }
  function clear() { load(blank()); }
  return { canvas, paint, undo, clear, load, ink: () => ink };
}
