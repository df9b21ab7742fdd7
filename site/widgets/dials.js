// Values that a widget lets one change: a slider with its value beside it, and a field that takes a number.

import { make } from "../scripts/elements.js";

/** A number as a book prints it, with so many decimals at most: −3, 2.25. */
export function printed(value, digits = 2) {
  return String(Number(value.toFixed(digits)) || 0).replace("-", "−");
}

/** A whole number with its thousands set apart: 204,928. */
export function counted(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The number that somebody typed, or null where it is none or lies outside. */
export function accepted(words, { least, most, whole = false }) {
  const plain = words.trim().replace("−", "-");
  const value = Number(whole ? plain.replaceAll(",", "") : plain.replace(",", "."));
  return plain !== "" && value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : null;
}

/** A slider; `unit` is written behind its value. Answers `{ element, value, set }`. */
export function dial(words, { least, most, step, value, unit = "" }, changed) {
  const shown = make("output", { class: "value" });
  const input = make("input", { type: "range", min: least, max: most, step, value, "aria-label": words });
  const state = { value };
  state.set = (to) => {
    state.value = to;
    input.value = to;
    shown.textContent = printed(to) + unit;
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  input.addEventListener("input", () => { state.set(Number(input.value)); changed(); });
  state.set(value);
  state.element = make("label", { class: "dial" }, make("span", { class: "legend" }, words), input, shown);
  return state;
}

/** A name with its index set low: σ_c. */
function named(words) {
  const [name, index] = words.split("_");
  return make("span", { class: "legend" }, name, ...(index ? [make("sub", {}, index)] : []));
}

/** A field for a number. What is not accepted is taken back, and `refused` is told. */
export function field(words, { value, ...bounds }, changed, refused) {
  const input = make("input", { class: "number", inputmode: bounds.whole ? "numeric" : "decimal", autocomplete: "off" });
  const state = { value };
  state.set = (to) => { state.value = to; input.value = bounds.whole ? to : printed(to); };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", () => {
    const typed = accepted(input.value, bounds);
    state.set(typed ?? state.value);
    if (typed === null) refused(words, bounds);
    else changed();
  });
  state.set(value);
  state.element = make("label", {}, named(words), input);
  return state;
}
