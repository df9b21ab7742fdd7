// Softmax step by step: powers of e, their sum, and each as a part of it. Logits are moved by sliders or typed.

import { make } from "../scripts/elements.js";
import { field } from "./cells.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { shown } from "./pooling-numbers.js";
import { changed, exponents, powers, printed, shares, total } from "./softmax-numbers.js";

const START = [2.1, 0, -0.5, -1];
const REACH = 6;

export function mount(root, words) {
  let logits = [...START];
  const names = words.classes.split(", ");
  const subtract = choice(words.exponent, [["no", "eᶻ"], ["yes", words.stable]], "no", () => { steps.stop(); steps.go(-1); });
  const sum = make("p", { class: "sum lines", "aria-live": "polite" });
  const rows = names.map(row);
  const steps = stepper(root, () => 2 * logits.length + 1, show);

  function row(name, n) {
    const slider = make("input", { type: "range", min: -REACH, max: REACH, step: 0.1, value: logits[n], "aria-label": fill(words.slider, { name }) });
    const typing = field(fill(words.logit, { name }), () => logits[n], (number) => { logits[n] = number; redraw(); });
    slider.addEventListener("input", () => { logits[n] = Number(slider.value); redraw(); });
    const [power, share, bar] = [make("span", { class: "value" }), make("span", { class: "value" }), make("span", { class: "bar-of" })];
    const element = make("div", { class: "logit" }, make("span", { class: "name" }, name), slider, typing, power, make("span", { class: "bars" }, bar), share);
    return { slider, typing, power, share, bar, element };
  }

  /** New logits in the old rows: the slider stays where somebody is moving it. */
  function redraw() {
    rows.forEach(({ slider, typing }, n) => {
      slider.value = logits[n];
      slider.setAttribute("aria-valuetext", shown(logits[n]));
      typing.value = shown(logits[n]);
    });
    steps.stop();
    show(steps.at());
  }

  function computed() {
    const values = exponents(logits, subtract.value === "yes");
    const raisedTo = powers(values);
    return { values, raised: raisedTo, sum: total(raisedTo), shares: shares(raisedTo) };
  }

  /** Before the first step all is shown; from then on, what has been worked out so far. */
  function show(at) {
    const found = computed();
    const count = logits.length;
    rows.forEach(({ power, share, bar, element }, n) => {
      const [first, second] = [at < 0 || at >= n, at < 0 || at >= count + 1 + n];
      power.textContent = first ? printed(found.raised[n]) : "";
      share.textContent = second ? printed(found.shares[n]) : "";
      bar.style.width = `${second && found.shares[n] > 0 ? 100 * found.shares[n] : 0}%`;
      element.classList.toggle("now", at >= 0 && at !== count && (at === n || at === count + 1 + n));
    });
    tell(sum, at < 0 ? overall(found) : told(at, found));
  }

  const exponent = ({ values }, n) => (subtract.value === "yes" ? `${shown(logits[n])} − ${bracketed(Math.max(...logits))} = ${shown(values[n])}` : shown(values[n]));
  const bracketed = (value) => (value < 0 ? `(${shown(value)})` : shown(value));

  function told(at, found) {
    const count = logits.length;
    if (at < count) return fill(words.power, { name: names[at], exponent: exponent(found, at), value: shown(found.values[at]), power: printed(found.raised[at]) });
    if (at === count) return fill(words.total, { terms: found.raised.map(printed).join(" + "), sum: printed(found.sum) });
    const n = at - count - 1;
    return fill(words.share, { name: names[n], power: printed(found.raised[n]), sum: printed(found.sum), share: printed(found.shares[n]) });
  }

  function overall({ sum: all, shares: parts }) {
    if (all === Infinity) return words.overflow;
    if (all === 0) return words.underflow;
    const best = parts.indexOf(Math.max(...parts));
    return `${fill(words.best, { name: names[best], share: printed(parts[best]) })}\n${words.start}`;
  }

  function all(change) {
    const made = changed(logits, change);
    logits = made ?? logits;
    steps.go(-1);
    redraw();
    if (!made) tell(sum, words.limit);
  }

  const changes = { "+ 1": (z) => z + 1, "− 1": (z) => z - 1, "× 2": (z) => z * 2, "÷ 2": (z) => z / 2, "+ 400": (z) => z + 400 };
  const buttons = Object.entries(changes).map(([label, change]) => make("button", { type: "button", onclick: () => all(change) }, label));
  steps.element.lastChild.addEventListener("click", () => { logits = [...START]; redraw(); });
  root.append(
    make("div", { class: "controls" }, subtract.element),
    make("div", { class: "logits", role: "group", "aria-label": words.logits }, ...rows.map(({ element }) => element)),
    make("div", { class: "controls", role: "group", "aria-label": words.all }, make("span", { class: "legend" }, words.all), ...buttons),
    steps.element,
    sum,
  );
  redraw();
}
