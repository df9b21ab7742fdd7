// Maps as pictures: one colour of the theme, the deeper the larger.

import { make } from "../scripts/elements.js";

/** A colour of the theme as `{ css, parts }`. */
export function colourOf(element, name) {
  const css = getComputedStyle(element).getPropertyValue(name).trim();
  const hex = css.length === 4 ? css.replace(/[0-9a-f]/gi, "$&$&") : css;
  return { css, parts: [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) };
}

/** Values from 0 to 1 as a picture of one colour. */
export function dye(values, width, height, { parts }) {
  const picture = new ImageData(width, height);
  const [red, green, blue] = parts;
  const pixels = new DataView(picture.data.buffer);
  values.forEach((value, n) => {
    const depth = Math.round(Math.min(1, Math.max(0, value)) * 255);
    pixels.setUint32(n * 4, ((red << 24) | (green << 16) | (blue << 8) | depth) >>> 0);
  });
  return picture;
}

/** All maps of a layer side by side on one canvas, `columns` in a row; `paint(layer)` shows them, or nothing without one. */
export function makeSheet(count, side, columns, name) {
  const [width, height] = [columns * (side + 1) - 1, Math.ceil(count / columns) * (side + 1) - 1];
  const canvas = make("canvas", { class: "sheet", width, height, role: "img", "aria-label": name });
  let blank = true;
  const paint = (layer) => {
    if (blank && !layer) return;
    blank = !layer;
    const brush = canvas.getContext("2d");
    brush.clearRect(0, 0, width, height);
    if (blank) return;
    const colour = colourOf(canvas, "--cool");
    const scale = Math.max(...layer.values) || 1;
    for (let map = 0; map < count; map += 1) {
      const own = layer.values.subarray(map * side * side, (map + 1) * side * side).map((value) => value / scale);
      brush.putImageData(dye(own, side, side, colour), (map % columns) * (side + 1), Math.floor(map / columns) * (side + 1));
    }
  };
  return { element: canvas, paint };
}

/** All maps of a layer, each of which can be chosen: by pointer, or by arrow keys. */
export function makeMaps(count, side, legend, name, choose) {
  const canvases = Array.from({ length: count }, () => make("canvas", { width: side, height: side, "aria-hidden": "true" }));
  const buttons = canvases.map((canvas, n) => {
    const state = { type: "button", role: "radio", "aria-checked": "false", tabindex: n ? "-1" : "0", "aria-label": name(n + 1) };
    return make("button", { ...state, onclick: () => choose(n) }, canvas);
  });
  const group = make("div", { class: "maps", role: "radiogroup", "aria-label": legend }, ...buttons);
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (buttons.indexOf(event.target.closest("button")) + step + count) % count;
    choose(next);
    buttons[next].focus();
  });
  const mark = (chosen) => buttons.forEach((button, n) => {
    button.setAttribute("aria-checked", String(n === chosen));
    button.tabIndex = n === Math.max(chosen, 0) ? 0 : -1;
  });
  let blank = true;
  const paint = (layer) => {
    if (blank && !layer) return;
    blank = !layer;
    const colour = colourOf(group, "--cool");
    const scale = layer ? Math.max(...layer.values) || 1 : 1;
    canvases.forEach((canvas, n) => {
      const brush = canvas.getContext("2d");
      brush.clearRect(0, 0, side, side);
      if (blank) return;
      const own = layer.values.subarray(n * side * side, (n + 1) * side * side).map((value) => value / scale);
      brush.putImageData(dye(own, side, side, colour), 0, 0);
    });
  };
  return { element: group, paint, mark };
}
