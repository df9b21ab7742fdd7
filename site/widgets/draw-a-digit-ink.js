// The pad of draw-a-digit: ink is an array of PAD × PAD values from 0 to 1, row by row. Pure functions.

export const PAD = 112;
export const SIDE = 28;
const BOX = 20;
const MIDDLE = 14.5;
const FAINT = 0.1;

/** A pad without ink. */
export function blank() {
  return new Float32Array(PAD * PAD);
}

/** The ink after a stroke of a round pen from `from` to `to`, each `[x, y]` in pixels of the pad. */
export function inked(ink, from, to, radius) {
  const more = ink.slice();
  const reach = radius + 1;
  const [left, right] = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
  const [top, bottom] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(PAD, bottom); row += 1) {
    for (let column = Math.max(0, Math.floor(left)); column < Math.min(PAD, right); column += 1) {
      const here = Math.min(1, Math.max(0, radius + 0.5 - distance([column + 0.5, row + 0.5], from, to)));
      more[row * PAD + column] = Math.max(more[row * PAD + column], here);
    }
  }
  return more;
}

/** From a point to the nearest place between two others. */
function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}

/** An image of 28×28 bytes laid over the whole pad, with straight lines between its pixels. */
export function enlarged(bytes) {
  const at = (row, column) => bytes[Math.min(SIDE - 1, Math.max(0, row)) * SIDE + Math.min(SIDE - 1, Math.max(0, column))] / 255;
  const times = PAD / SIDE;
  return Float32Array.from({ length: PAD * PAD }, (_, n) => {
    const [y, x] = [(Math.floor(n / PAD) + 0.5) / times - 0.5, ((n % PAD) + 0.5) / times - 0.5];
    const [row, column] = [Math.floor(y), Math.floor(x)];
    const [down, across] = [y - row, x - column];
    const above = at(row, column) * (1 - across) + at(row, column + 1) * across;
    const below = at(row + 1, column) * (1 - across) + at(row + 1, column + 1) * across;
    return above * (1 - down) + below * down;
  });
}

/** The box around all that is drawn: `{ left, top, right, bottom }` in pixels of the pad (ends excluded), or null. */
export function boxOf(ink) {
  const box = { left: PAD, top: PAD, right: 0, bottom: 0 };
  ink.forEach((value, n) => {
    if (value <= FAINT) return;
    const [row, column] = [Math.floor(n / PAD), n % PAD];
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
  });
  return box.right ? box : null;
}

/** The drawing as MNIST would have it (28×28, 0 to 1): scaled to fit 20×20, its centre of mass in the middle. */
export function framed(ink) {
  const box = boxOf(ink);
  const grey = new Float64Array(SIDE * SIDE);
  if (!box) return grey;
  const step = Math.max(box.right - box.left, box.bottom - box.top) / BOX;
  const rows = new Float64Array(PAD);
  const columns = new Float64Array(PAD);
  ink.forEach((value, n) => {
    rows[Math.floor(n / PAD)] += value;
    columns[n % PAD] += value;
  });
  const down = cover(rows, box.top, box.bottom, step);
  const across = cover(columns, box.left, box.right, step);
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      let sum = 0;
      for (const [y, high] of down[row]) for (const [x, wide] of across[column]) sum += ink[y * PAD + x] * high * wide;
      grey[row * SIDE + column] = sum;
    }
  }
  const darkest = Math.max(...grey);
  return grey.map((value) => value / darkest);
}

/** For each of the 28 pixels along an axis, the pixels of the pad below it, and which share of it each of them fills. */
function cover(mass, first, end, step) {
  const all = mass.reduce((sum, value) => sum + value, 0);
  const middle = mass.reduce((sum, value, place) => sum + value * (place + 0.5), 0) / all;
  const start = Math.min(Math.max(middle - MIDDLE * step, end - SIDE * step), first);
  return Array.from({ length: SIDE }, (_, n) => {
    const [low, high] = [start + n * step, start + (n + 1) * step];
    const below = [];
    for (let place = Math.max(0, Math.floor(low)); place < Math.min(PAD, high); place += 1) {
      const share = (Math.min(high, place + 1) - Math.max(low, place)) / step;
      if (share > 0) below.push([place, share]);
    }
    return below;
  });
}

/** The drawing at half its size, in a quarter of the pad: `down` and `right` are 0 or 1. */
export function shrunk(ink, down, right) {
  const half = PAD / 2;
  return Float32Array.from({ length: PAD * PAD }, (_, n) => {
    const [row, column] = [Math.floor(n / PAD) - down * half, (n % PAD) - right * half];
    if (row < 0 || column < 0 || row >= half || column >= half) return 0;
    const at = row * 2 * PAD + column * 2;
    return (ink[at] + ink[at + 1] + ink[at + PAD] + ink[at + PAD + 1]) / 4;
  });
}
