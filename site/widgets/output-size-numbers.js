// How many windows fit along one axis: pure functions of { input, kernel, padding, stride }. Tested against the Python reference.

/** Places that remain to the right of the first window; negative where there is no first window. */
export function room({ input, kernel, padding }) {
  return input - kernel + 2 * padding;
}

/** Whole steps that fit into the room, or −1 where the filter is larger than the padded input. */
export function wholeSteps(sizes) {
  return room(sizes) < 0 ? -1 : Math.floor(room(sizes) / sizes.stride);
}

/** ⌊(W − F + 2P) / S⌋ + 1; 0 where the filter is larger than the padded input. */
export function outputSize(sizes) {
  return wholeSteps(sizes) + 1;
}

/** The first pixel of window `n`; with padding the first window begins at −padding. */
export function begin({ padding, stride }, n) {
  return n * stride - padding;
}

/** Places at the end of the padded input that no window reaches because the last step is not a whole one. */
export function leftover(sizes) {
  return room(sizes) < 0 ? 0 : room(sizes) % sizes.stride;
}

/** `"window"`, `"between"` (skipped by a stride larger than the filter) or `"left"` for a place from −padding to input + padding − 1. */
export function reached(sizes, place) {
  if (place >= begin(sizes, wholeSteps(sizes)) + sizes.kernel) return "left";
  return (place + sizes.padding) % sizes.stride < sizes.kernel ? "window" : "between";
}

/** Whether output and input are equally large by the padding that is called same. */
export function isSame({ kernel, padding, stride }) {
  return stride === 1 && kernel % 2 === 1 && padding === (kernel - 1) / 2;
}

/** A quotient to two decimals, never rounded up: 23, 15.5, 1.33… */
export function quotient(dividend, divisor) {
  const hundredths = Math.floor((dividend * 100) / divisor);
  return `${hundredths / 100}${(dividend * 100) % divisor === 0 ? "" : "…"}`;
}

/** A whole number from `least` to `most` that somebody typed, or null. */
export function whole(typed, least, most) {
  const value = Number(typed);
  return typed.trim() !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
