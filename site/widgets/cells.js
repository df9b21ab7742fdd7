// Boards of cells: maps whose values are edited, or pressed.

import { announce, make, say } from "../scripts/elements.js";
import { shown, typed } from "./pooling-numbers.js";

/** Something with a title above it. */
export function board(title, ...inside) {
  return make("figure", { class: "board" }, make("figcaption", {}, title), ...inside);
}

/** A field for a number. `get()` is its value, `set(number)` takes a new one; what is no number is not taken, and that is said. */
export function field(name, get, set) {
  const input = make("input", { value: shown(get()), inputmode: "decimal", "aria-label": name, autocomplete: "off" });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", () => {
    const number = typed(input.value);
    if (number !== null) set(number);
    else announce(say("no-number"));
    input.value = shown(get());
    fit(input, input.value);
  });
  fit(input, input.value);
  return input;
}

/** A field for every value of `map`, which is changed in place, and `border` cells of padding around it. `place(row, column)` is its name. */
export function editable(name, map, place, changed, border = 0) {
  const columns = map[0].length + 2 * border;
  const cells = Array.from({ length: columns * (map.length + 2 * border) }, (_, n) => {
    const row = Math.floor(n / columns) - border;
    const column = (n % columns) - border;
    if (map[row]?.[column] === undefined) return make("span", { class: "border" }, "0");
    return field(place(row, column), () => map[row][column], (number) => { map[row][column] = number; changed(); });
  });
  return grid(name, columns, cells);
}

/** A button for every value of `map`; `pressed(n)` is told which, counted row by row. */
export function pressable(name, map, pressed) {
  const cells = map.flat().map((_, n) => make("button", { type: "button", onclick: () => pressed(n) }));
  return grid(name, map[0].length, cells);
}

/** What the buttons show, and what they are called: `place(row, column)` and the value. */
export function write(cells, map, place) {
  map.flat().forEach((value, n) => {
    const [row, column] = [Math.floor(n / map[0].length), n % map[0].length];
    cells.children[n].textContent = shown(value);
    fit(cells.children[n], shown(value));
    cells.children[n].setAttribute("aria-label", `${place(row, column)}: ${shown(value)}`);
  });
}

/** Gives those cells a class for which `holds(n)`, and takes it from all others. */
export function mark(cells, name, holds) {
  [...cells.children].forEach((cell, n) => cell.classList.toggle(name, holds(n)));
}

/** Long numbers are written smaller. */
function fit(cell, words) {
  cell.classList.toggle("long", words.length > 2);
  cell.classList.toggle("longer", words.length > 4);
}

function grid(name, columns, cells) {
  const element = make("div", { class: "cells tight", role: "group", "aria-label": name }, ...cells);
  element.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  return element;
}
