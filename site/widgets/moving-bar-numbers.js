// The arithmetic of the widget with the moving bar: a Gabor filter, a bar, and two cells. Tested against the Python reference.

export const SIDE = 41;
export const HALF = 20;
const WIDTH = 6;
const WAVE = 16;

/** A patch (SIDE, SIDE), row by row, of what `value(across, down)` gives at each pixel; (0, 0) is the middle. */
function patch(value) {
  return Array.from({ length: SIDE * SIDE }, (_, n) => value(n % SIDE - HALF, Math.floor(n / SIDE) - HALF));
}

/** A wave under a Gaussian: the weights of a simple cell that prefers upright bars. */
export function gabor(phase) {
  return patch((across, down) => Math.exp(-(across ** 2 + down ** 2) / (2 * WIDTH ** 2)) * Math.cos(2 * Math.PI * across / WAVE + phase));
}

/** A long bar, `sign` 1 for light and −1 for dark; its middle is `place` pixels from that of the patch, across the bar. */
export function bar(place, turn, wide, sign) {
  const [cos, sin] = [Math.cos(turn * Math.PI / 180), Math.sin(turn * Math.PI / 180)];
  return patch((across, down) => sign * Math.min(1, Math.max(0, wide / 2 + 0.5 - Math.abs(across * cos + down * sin - place))));
}

/** The sum of products, apart for positive and negative weights: `[excited, inhibited]`. */
export function match(weights, stimulus) {
  const sums = [0, 0];
  weights.forEach((weight, n) => { sums[weight > 0 ? 0 : 1] += weight * stimulus[n]; });
  return sums;
}

const EVEN = gabor(0);
const ODD = gabor(-Math.PI / 2);

/** Both cells before a bar: the parts of the two sums, and what each cell answers. */
export function cells(place, { turn, wide, sign }) {
  const stimulus = bar(place, turn, wide, sign);
  const [even, odd] = [match(EVEN, stimulus), match(ODD, stimulus)];
  const [first, second] = [even[0] + even[1], odd[0] + odd[1]];
  return { even, odd, simple: Math.max(0, first), complex: Math.hypot(first, second) };
}

/** The calculation as it is printed, rounded to a decimal at each step, so that what is written adds up. */
export function worked({ even, odd }, printed) {
  const round = (value) => Math.round(value * 10) / 10 || 0;
  const added = ([plus, minus]) => [round(round(plus) + round(minus)), `${printed(round(plus))} ${minus < 0 ? "−" : "+"} ${printed(Math.abs(round(minus)))}`];
  const [first, one] = added(even);
  const [second, other] = added(odd);
  const square = (value) => (value < 0 ? `(${printed(value)})²` : `${printed(value)}²`);
  return {
    sum: `${one} = ${printed(first)}`,
    other: `${other} = ${printed(second)}`,
    simple: `max(0, ${printed(first)}) = ${printed(Math.max(0, first))}`,
    complex: `√(${square(first)} + ${square(second)}) = ${printed(round(Math.hypot(first, second)))}`,
    answers: [Math.max(0, first), round(Math.hypot(first, second))],
  };
}
