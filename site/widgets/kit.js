// What widgets share: radio choices, and a stepper with play, step, back, reset and arrow keys. It never starts by itself.

import { make, say } from "../scripts/elements.js";

const SECONDS = 1.1;
let groups = 0;

/** Words with values: `fill("Window {n}", { n: 3 })`. */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** A group of radio buttons: `options` is `[[value, words]]`; answers `{ element, value }`. */
export function choice(legend, options, chosen, changed) {
  const name = `choice-${groups += 1}`;
  const state = { value: chosen };
  const labels = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name, value, checked: value === chosen });
    input.addEventListener("change", () => { state.value = value; changed(); });
    return make("label", {}, input, words);
  });
  state.element = make("div", { role: "radiogroup", "aria-label": legend }, make("span", { class: "legend" }, legend), ...labels);
  return state;
}

/**
 * Buttons that walk through `count()` steps. `show(at)` draws a step; −1 is the beginning, before the first.
 * Arrow keys work on `root` wherever nothing is being typed or chosen. Play shows a step every `seconds`; with reduced motion, slowly.
 */
export function stepper(root, count, show, seconds = SECONDS) {
  let at = -1;
  let timer = null;
  const go = (to) => {
    at = Math.max(-1, Math.min(count() - 1, to));
    // A button that is disabled loses the focus, and with it the arrow keys: these only say that they lead no further.
    back.setAttribute("aria-disabled", String(at < 0));
    step.setAttribute("aria-disabled", String(at >= count() - 1));
    if (at >= count() - 1) stop();
    show(at);
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = say("play");
    play.setAttribute("aria-pressed", "false");
  };
  const toggle = () => {
    if (timer) {
      stop();
      return show(at);
    }
    if (at >= count() - 1) go(-1);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    timer = setInterval(() => go(at + 1), (calm ? Math.max(seconds, SECONDS) : seconds) * 1000);
    play.textContent = say("pause");
    play.setAttribute("aria-pressed", "true");
    return go(at + 1);
  };
  const by = (steps) => { stop(); go(at + steps); };
  const play = make("button", { type: "button", "aria-pressed": "false", onclick: toggle }, say("play"));
  const back = make("button", { type: "button", onclick: () => by(-1) }, say("back"));
  const step = make("button", { type: "button", onclick: () => by(1) }, say("step"));
  const reset = make("button", { type: "button", onclick: () => { stop(); go(-1); } }, say("reset"));
  root.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!steps || event.target.matches("input, textarea, select") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    by(steps);
  });
  return { element: make("div", { class: "controls" }, play, back, step, reset), go, stop, at: () => at, playing: () => timer !== null };
}

/** Changes what an element says only when it differs, so that a screen reader does not repeat itself. */
export function tell(region, sentence) {
  if (region.textContent !== sentence) region.textContent = sentence;
}

/** The same for steps that follow each other fast: a screen reader hears the sentence only once they have stopped. */
export function tellInTheEnd(region, sentence, moving) {
  if (!moving && region.getAttribute("aria-live") === "off") region.textContent = "";
  region.setAttribute("aria-live", moving ? "off" : "polite");
  tell(region, sentence);
}
