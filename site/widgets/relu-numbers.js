// ReLU, and its variant that leaks: pure functions. Tested against the Python reference.

import { shown } from "./pooling-numbers.js";

const LEAK = 0.01;

/** What the function makes of a value; `kind` is `"relu"` or `"leaky"`. */
export function activated(value, kind) {
  return Math.max(kind === "leaky" ? LEAK * value : 0, value);
}

/** How steep the function is at a value, which is the part of a gradient that passes; at 0, where it is bent, that of the left side. */
export function slope(value, kind) {
  if (value > 0) return 1;
  return kind === "leaky" ? LEAK : 0;
}

/** Adds the bias to every value of a map, and applies the function. */
export function activatedMap(map, bias, kind) {
  return map.map((row) => row.map((value) => activated(value + bias, kind)));
}

/** How many values of a map are 0. */
export function zeros(map) {
  return map.flat().filter((value) => value === 0).length;
}

/** One value's way, written out: `−3 + 2 = −1, max(0, −1) = 0`. */
export function arithmetic(value, bias, kind) {
  const sum = value + bias;
  const added = bias === 0 ? "" : `${shown(value)} + ${bracketed(bias)} = ${shown(sum)}, `;
  const floor = kind === "leaky" ? `${LEAK}·${bracketed(sum)}` : "0";
  return `${added}max(${floor}, ${shown(sum)}) = ${shown(activated(sum, kind))}`;
}

function bracketed(value) {
  return value < 0 ? `(${shown(value)})` : shown(value);
}
