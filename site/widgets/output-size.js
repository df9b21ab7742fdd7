// The output size along one axis: the formula with its numbers, the windows that it counts, and the one that does not fit.

import { make } from "../scripts/elements.js";
import { fill, stepper, tell } from "./kit.js";
import { begin, isSame, leftover, outputSize, quotient, reached, room, whole, wholeSteps } from "./output-size-numbers.js";
import { label, picture, rect } from "./shapes.js";

const START = { input: 32, kernel: 5, padding: 2, stride: 2 };
const LIMITS = { input: [1, 256], kernel: [1, 256], padding: [0, 16], stride: [1, 16] };
const EXAMPLES = [[32, 5, 2, 2], [7, 3, 0, 3], [7, 3, 0, 2], [28, 3, 1, 1], [11, 2, 0, 2]];
const WIDEST = 620;
const KINDS = { window: "cool", between: "sunk", left: "empty" };

export function mount(root, words) {
  let sizes = { ...START };
  const formula = make("p", { class: "sum lines", "aria-live": "polite" });
  const sum = make("p", { class: "sum", "aria-live": "polite" });
  const drawing = make("div", { class: "sketch", tabindex: "0" });
  const fields = Object.fromEntries(Object.keys(START).map((name) => [name, field(name)]));
  const steps = stepper(root, () => (outputSize(sizes) ? outputSize(sizes) + 1 : 0), show);

  function field(name) {
    const [min, max] = LIMITS[name];
    const input = make("input", { type: "number", min, max, value: START[name], autocomplete: "off" });
    const taken = () => whole(input.value, min, max);
    // While somebody types 300, 3 and 30 are taken; 300 is refused, and what was there before is back.
    let before = sizes;
    input.addEventListener("focus", () => { before = sizes; });
    input.addEventListener("input", () => {
      if (taken() !== null) choose({ ...sizes, [name]: taken() }, input);
      else if (input.value !== "") {
        choose(before, input);
        tell(sum, fill(words.refused, { name: words[name], least: min, most: max }));
      }
    });
    input.addEventListener("change", () => { input.value = sizes[name]; });
    return input;
  }

  function choose(wanted, typing = null) {
    sizes = wanted;
    for (const [name, input] of Object.entries(fields)) if (input !== typing) input.value = sizes[name];
    steps.stop();
    steps.go(-1);
    tell(formula, told());
  }

  function told() {
    const { input, kernel, padding, stride } = sizes;
    const given = { ...sizes, padded: input + 2 * padding, room: room(sizes), steps: wholeSteps(sizes), output: outputSize(sizes) };
    if (!given.output) return fill(words.none, given);
    given.quotient = quotient(given.room, stride);
    const lines = [`(W − F + 2P) / S = (${input} − ${kernel} + 2·${padding}) / ${stride} = ${given.room} / ${stride} = ${given.quotient}`];
    lines.push(fill(words.output, given));
    if (isSame(sizes)) lines.push(words.same);
    return lines.join("\n");
  }

  function show(at) {
    const count = outputSize(sizes);
    drawing.replaceChildren(drawn(at));
    if (at < 0 || !count) tell(sum, count ? words.start : words.unfit);
    else if (at < count) tell(sum, fill(words.window, { n: at + 1, all: count, from: signed(begin(sizes, at)), to: signed(begin(sizes, at) + sizes.kernel - 1) }));
    else tell(sum, fill(leftover(sizes) ? words.overhang : words.exact, last(count)));
  }

  function last(count) {
    const end = sizes.input + sizes.padding - 1;
    const from = begin(sizes, count);
    return { from: signed(from), to: signed(from + sizes.kernel - 1), end: signed(end), left: leftover(sizes), quotient: quotient(room(sizes), sizes.stride), steps: count - 1 };
  }

  const signed = (number) => String(number).replace("-", "−");

  /** The padded row, and a bar for each window; windows that do not meet share a line of bars. */
  function drawn(at) {
    const { input, kernel, padding, stride } = sizes;
    const [count, first, end] = [outputSize(sizes), -padding, input + padding];
    const over = count && leftover(sizes) ? stride - leftover(sizes) : 0;
    const columns = end - first + over;
    const unit = Math.min(40, WIDEST / columns);
    const lines = Math.max(1, Math.min(Math.ceil(kernel / stride), count + 1));
    const pitch = Math.max(2, Math.min(10, 200 / lines));
    const across = (place) => 1 + (place - first) * unit;
    const parts = row(first, end).map(([from, to, kind]) => rect(across(from), 22, (to - from) * unit, 34, kind));
    const apart = Math.ceil(22 / unit);
    for (let place = first; place < end && unit >= 8; place += 1) if (place % apart === 0) parts.push(label(across(place + 0.5), 39, signed(place)));
    parts.push(rect(across(0), 14, input * unit, 4, "bright"));
    for (let n = 0; n < (at < 0 ? count : Math.min(at + 1, count)); n += 1) {
      parts.push(rect(across(begin(sizes, n)) + unit / 12, 62 + (n % lines) * pitch, (kernel - 1 / 6) * unit, pitch * 0.6, n === at ? "warm" : "bright"));
    }
    if (count && at >= 0 && (at < count || over)) {
      parts.push(rect(across(begin(sizes, at)), 22, kernel * unit, 34, at < count ? "frame" : "misfit"));
    }
    const alt = fill(count ? words.drawn : words.unfit, { input, padding, count, begins: listed(count), left: leftover(sizes) });
    return picture(Math.round(columns * unit) + 2, 66 + lines * pitch, alt, ...parts);
  }

  /** The row in pieces `[from, to, class]`: cells where there is room for them, runs of equal cells where there is not. */
  function row(first, end) {
    const pieces = [];
    for (let place = first; place < end; place += 1) {
      const kind = KINDS[outputSize(sizes) ? reached(sizes, place) : "left"];
      const before = pieces.at(-1);
      if (end - first > 80 && before?.[2] === kind) before[1] = place + 1;
      else pieces.push([place, place + 1, kind]);
    }
    return pieces;
  }

  function listed(count) {
    const begins = Array.from({ length: Math.min(count, 8) }, (_, n) => signed(begin(sizes, n)));
    return begins.join(", ") + (count > 8 ? ` … ${signed(begin(sizes, count - 1))}` : "");
  }

  const examples = EXAMPLES.map(([input, kernel, padding, stride]) => {
    const attributes = { type: "button", onclick: () => choose({ input, kernel, padding, stride }) };
    return make("button", attributes, `${input}, ${kernel}, ${padding}, ${stride}`);
  });
  steps.element.lastChild.addEventListener("click", () => choose({ ...START }));
  root.append(
    make("div", { class: "controls fields" }, ...Object.entries(fields).map(([name, input]) => make("label", {}, words[name], input))),
    make("div", { class: "controls", role: "group", "aria-label": words.examples }, make("span", { class: "legend" }, words.examples), ...examples),
    formula,
    drawing,
    make("p", { class: "note" }, words.legend),
    steps.element,
    sum,
  );
  choose({ ...START });
}
