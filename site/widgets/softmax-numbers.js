// From logits to probabilities: pure functions. Tested against the Python reference.

import { shown } from "./pooling-numbers.js";

/** What the powers are taken of: the logits, or what is left of them once the largest has been subtracted. */
export function exponents(logits, subtract) {
  const largest = subtract ? Math.max(...logits) : 0;
  return logits.map((logit) => logit - largest);
}

/** e to the power of each; Infinity above 709, which is the largest exponent a floating-point number can bear. */
export function powers(values) {
  return values.map(Math.exp);
}

export function total(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Each as a part of the sum of all; NaN where that is infinite or 0. */
export function shares(values) {
  const sum = total(values);
  return values.map((value) => value / sum);
}

/** Every logit changed by `change`; null where one of them would then be larger than what can be typed. */
export function changed(logits, change) {
  const made = logits.map((logit) => Math.round(change(logit) * 1000) / 1000);
  return made.every((logit) => Math.abs(logit) <= 999) ? made : null;
}

/** Three places after the point for numbers near 1, powers of ten for large and small ones. */
export function printed(value) {
  if (Number.isNaN(value)) return "NaN";
  if (value === Infinity) return "∞";
  if (value === 0 || (Math.abs(value) >= 0.0005 && Math.abs(value) < 100000)) return shown(value);
  const [digits, power] = value.toExponential(2).split("e");
  return `${shown(Number(digits))}·10${[...String(Number(power))].map((sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]).join("")}`;
}
