// The arithmetic of a convolution layer: pure functions on channels (arrays of maps). Tested against the Python reference.

import { shown, windowStarts, windowValues } from "./pooling-numbers.js";

/** The map with `padding` zeros on each of its four sides. */
export function padded(map, padding) {
  const width = map[0].length + 2 * padding;
  const rows = Array.from({ length: padding }, () => Array(width).fill(0));
  const zeros = Array(padding).fill(0);
  return [...rows, ...map.map((row) => [...zeros, ...row, ...zeros]), ...rows];
}

/** Where the windows begin on the padded map, row by row. */
export function starts(map, kernelSize, stride, padding) {
  return windowStarts(padded(map, padding), kernelSize, stride);
}

/** What lies under the window in each channel: `[[value]]`, row by row. */
export function patches(channels, kernelSize, padding, start) {
  return channels.map((map) => windowValues(padded(map, padding), kernelSize, start));
}

/** The sum of the products of two rows of equal length. */
export function dot(patch, weights) {
  return patch.reduce((sum, value, n) => sum + value * weights[n], 0);
}

/** What a filter `{ kernels, bias }` answers to its patches: a sum for each channel, and all of them with the bias. */
export function answer(found, { kernels, bias }) {
  const sums = found.map((patch, channel) => dot(patch, kernels[channel].flat()));
  return { sums, value: sums.reduce((sum, each) => sum + each, bias) };
}

/** One filter's feature map as rows. */
export function featureMap(channels, filter, stride, padding) {
  const size = filter.kernels[0].length;
  const places = starts(channels[0], size, stride, padding);
  const columns = places.filter(({ row }) => row === places[0].row).length;
  const flat = places.map((start) => answer(patches(channels, size, padding, start), filter).value);
  return Array.from({ length: flat.length / columns }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
}

/** `2·(−1) + 3·1`: all products, written out. */
export function products(patch, weights) {
  return patch.map((value, n) => `${factor(value)}·${factor(weights[n])}`).join(" + ");
}

/** `1 + (−2)`: all terms, written out. */
export function terms(values) {
  return values.map(factor).join(" + ");
}

function factor(value) {
  return value < 0 ? `(${shown(value)})` : shown(value);
}
