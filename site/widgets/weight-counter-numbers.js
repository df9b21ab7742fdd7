// The arithmetic of the weight counter: two layers on the same input, counted. Tested against the Python reference.

/** Values that leave the layer, its parameters, and its multiplications for one image: a convolution, stride 1, no padding. */
export function convolution({ side, channels, kernel, filters }) {
  const behind = side - kernel + 1;
  const weights = kernel * kernel * channels * filters;
  return { behind, weights, parameters: weights + filters, multiplications: weights * behind * behind };
}

/** The same for a fully connected layer behind the flattened input. */
export function fullyConnected({ side, channels, units }) {
  const inputs = channels * side * side;
  const weights = inputs * units;
  return { inputs, weights, parameters: weights + units, multiplications: weights };
}

/** How long a bar is on a logarithmic scale, from 0 (one) to 1 (`most`). */
export function length(value, most) {
  return Math.log10(Math.max(1, value)) / Math.log10(most);
}

/** One number in relation to another, as it is said: 5.5, 18,063. */
export function times(value, other) {
  const ratio = value / other;
  return ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(2));
}
