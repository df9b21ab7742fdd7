// A fully connected layer and a convolution on the same input: parameters and multiplications, while the input grows.

import { make } from "../scripts/elements.js";
import { counted, field } from "./dials.js";
import { choice, fill, stepper, tell } from "./kit.js";
import { convolution, fullyConnected, length, times } from "./weight-counter-numbers.js";

const EXAMPLES = {
  maps: { side: 5, channels: 64, kernel: 3, filters: 64, units: 128 },
  digit: { side: 28, channels: 1, kernel: 5, filters: 1, units: 576 },
  photo: { side: 224, channels: 3, kernel: 3, filters: 64, units: 128 },
};
const BOUNDS = { side: 512, channels: 512, kernel: 11, filters: 512, units: 10000 };
const DOUBLINGS = 4;
const LONGEST = 1e15;

export function mount(root, words) {
  const example = choice(words.example, Object.keys(EXAMPLES).map((name) => [name, words[name]]), "maps", restart);
  const fields = Object.fromEntries(Object.entries(BOUNDS).map(([name, most]) => [
    name, field(words[name], { value: EXAMPLES.maps[name], least: 1, most, whole: true }, again, refused),
  ]));
  const [dense, sliding] = [make("dl", { class: "counts" }), make("dl", { class: "counts" })];
  const told = make("p", { class: "sum", "aria-live": "polite" });
  const steps = stepper(root, () => DOUBLINGS, show);

  function refused(name, { least, most }) {
    tell(told, fill(words.refused, { name, least, most: counted(most) }));
  }

  function restart() {
    for (const [name, value] of Object.entries(EXAMPLES[example.value])) fields[name].set(value);
    steps.stop();
    steps.go(-1);
  }

  function again() {
    const { side, kernel } = fields;
    const tooLarge = kernel.value > side.value;
    if (tooLarge) kernel.set(side.value);
    steps.stop();
    steps.go(-1);
    if (tooLarge) tell(told, fill(words.large, { side: side.value }));
  }

  function row(name, sum, value, kind) {
    const bar = kind ? [make("div", { class: `length ${kind}`, style: `width: ${(length(value, LONGEST) * 100).toFixed(1)}%` })] : [];
    return [make("dt", {}, name), make("dd", {}, sum, ...bar)];
  }

  function show(at) {
    const base = Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, each.value]));
    const now = { ...base, side: base.side * 2 ** (at + 1) };
    const { side, channels, kernel, filters, units } = now;
    const [full, conv] = [fullyConnected(now), convolution(now)];
    dense.replaceChildren(
      ...row(words.inputs, `${channels} · ${side} · ${side} = ${counted(full.inputs)}`),
      ...row(words.outputs, counted(units)),
      ...row(words.parameters, `${counted(full.inputs)} · ${counted(units)} + ${counted(units)} = ${counted(full.parameters)}`, full.parameters, "parameters"),
      ...row(words.multiplications, `${counted(full.inputs)} · ${counted(units)} = ${counted(full.multiplications)}`, full.multiplications, "multiplications"),
    );
    sliding.replaceChildren(
      ...row(words.inputs, fill(words.window, { size: `${kernel}×${kernel}`, sum: `${channels} · ${kernel} · ${kernel} = ${counted(channels * kernel * kernel)}` })),
      ...row(words.outputs, `${filters} · (${side} − ${kernel} + 1)² = ${counted(filters * conv.behind ** 2)}`),
      ...row(words.parameters, `${kernel} · ${kernel} · ${channels} · ${filters} + ${filters} = ${counted(conv.parameters)}`, conv.parameters, "parameters"),
      ...row(words.multiplications, `${counted(conv.weights)} · ${counted(conv.behind)}² = ${counted(conv.multiplications)}`, conv.multiplications, "multiplications"),
    );
    const [before, after] = [[fullyConnected(base), convolution(base)], [full, conv]];
    const grown = (which, what) => counted(times(after[which][what], before[which][what]));
    const more = full.parameters > conv.parameters;
    const ratio = counted(more ? times(full.parameters, conv.parameters) : times(conv.parameters, full.parameters));
    tell(told, at < 0
      ? fill(more ? words.more : words.fewer, { side, ratio })
      : fill(words.grown, {
        side, pixels: counted(4 ** (at + 1)), dense: grown(0, "weights"), work: grown(1, "multiplications"), parameters: counted(conv.parameters),
      }));
  }

  steps.element.lastChild.addEventListener("click", restart);
  const board = (title, counts) => make("figure", { class: "board counted" }, make("figcaption", {}, title), counts);
  root.append(
    make("div", { class: "controls" }, example.element),
    make("div", { class: "controls" }, ...Object.values(fields).map((each) => each.element)),
    make("div", { class: "boards" }, board(words.dense, dense), board(words.sliding, sliding)),
    make("p", { class: "note" }, words.scale),
    steps.element,
    told,
  );
  steps.go(-1);
}
