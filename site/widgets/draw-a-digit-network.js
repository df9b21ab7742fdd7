// The lecture's PyTorch network in plain JavaScript. Maps are `{ count, side, values }`: one map after the other, row by row.

const MEAN = 0.1307;
const DEVIATION = 0.3081;

/** The layers as the page computes with them: `{ conv1: { shape, weights, bias }, … }`, integers times their scales. */
export function unpack(network) {
  return Object.fromEntries(Object.entries(network).map(([name, { shape, weights, scales, bias }]) => {
    const integers = new Int8Array(bytesOf(weights).buffer);
    const each = new Float32Array(bytesOf(scales).buffer);
    const inputs = integers.length / shape[0];
    const real = new Float32Array(integers.length);
    for (let n = 0; n < real.length; n += 1) real[n] = integers[n] * each[Math.floor(n / inputs)];
    return [name, { shape, weights: real, bias: new Float32Array(bytesOf(bias).buffer) }];
  }));
}

/** Bytes of base64. */
export function bytesOf(words) {
  const letters = atob(words);
  const bytes = new Uint8Array(letters.length);
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = letters.charCodeAt(n);
  return bytes;
}

/** Every map and value of the network for an image of 28×28 grey values from 0 to 1. */
export function run(layers, grey) {
  const image = { count: 1, side: 28, values: Float32Array.from(grey, (value) => (value - MEAN) / DEVIATION) };
  const conv1 = rectified(convolved(image, layers.conv1));
  const pool1 = pooled(conv1);
  const conv2 = rectified(convolved(pool1, layers.conv2));
  const pool2 = pooled(conv2);
  const fc1 = connected(pool2.values, layers.fc1).map((value) => Math.max(0, value));
  const logits = connected(fc1, layers.fc2);
  return { image, conv1, pool1, conv2, pool2, fc1, logits, probabilities: softmax(logits) };
}

/** Cross-correlation with every filter, without padding, and the bias. */
export function convolved({ count, side, values }, { shape, weights, bias }) {
  const k = shape[2];
  const out = side - k + 1;
  const found = new Float32Array(shape[0] * out * out);
  for (let filter = 0; filter < shape[0]; filter += 1) {
    const sums = new Float64Array(out * out).fill(bias[filter]);
    for (let map = 0; map < count; map += 1) {
      for (let at = 0; at < k * k; at += 1) {
        const weight = weights[(filter * count + map) * k * k + at];
        const first = map * side * side + Math.floor(at / k) * side + (at % k);
        for (let row = 0; row < out; row += 1) {
          for (let column = 0; column < out; column += 1) sums[row * out + column] += weight * values[first + row * side + column];
        }
      }
    }
    found.set(sums, filter * out * out);
  }
  return { count: shape[0], side: out, values: found };
}

/** ReLU. */
export function rectified({ count, side, values }) {
  return { count, side, values: values.map((value) => Math.max(0, value)) };
}

/** The largest of every 2×2 values; a last row or column that is left over is left out. */
export function pooled({ count, side, values }) {
  const out = Math.floor(side / 2);
  const found = new Float32Array(count * out * out);
  for (let n = 0; n < found.length; n += 1) {
    const map = Math.floor(n / (out * out));
    const at = map * side * side + (Math.floor(n / out) % out) * 2 * side + (n % out) * 2;
    found[n] = Math.max(values[at], values[at + 1], values[at + side], values[at + side + 1]);
  }
  return { count, side: out, values: found };
}

/** A fully connected layer. */
export function connected(values, { shape: [outputs, inputs], weights, bias }) {
  return Float32Array.from({ length: outputs }, (_, output) => {
    let sum = bias[output];
    for (let input = 0; input < inputs; input += 1) sum += weights[output * inputs + input] * values[input];
    return sum;
  });
}

/** Probabilities of logits; the largest is subtracted first, so that no power is too large. */
export function softmax(logits) {
  const largest = Math.max(...logits);
  const powers = Array.from(logits, (value) => Math.exp(value - largest));
  const sum = powers.reduce((one, other) => one + other, 0);
  return powers.map((power) => power / sum);
}

/** Where a map is largest: `{ value, row, column }`. */
export function strongest({ side, values }, map) {
  const own = values.subarray(map * side * side, (map + 1) * side * side);
  const value = Math.max(...own);
  const at = own.indexOf(value);
  return { value, row: Math.floor(at / side), column: at % side };
}

/** The map that holds the largest value of a layer. */
export function loudest({ count, side, values }) {
  const largest = values.reduce((one, other) => Math.max(one, other), 0);
  return Math.min(count - 1, Math.max(0, Math.floor(values.indexOf(largest) / (side * side))));
}

/** One sum of a convolution: the values that a filter sees at a place, its weights, their products' sum, and the bias. */
export function sumAt({ count, side, values }, { shape, weights, bias }, filter, row, column) {
  const k = shape[2];
  const places = Array.from({ length: count * k * k }, (_, n) => {
    const [map, at] = [Math.floor(n / (k * k)), n % (k * k)];
    return values[map * side * side + (row + Math.floor(at / k)) * side + column + (at % k)];
  });
  const own = Array.from(weights.subarray(filter * places.length, (filter + 1) * places.length));
  const products = places.reduce((sum, value, n) => sum + value * own[n], 0);
  return { seen: places, weights: own, products, bias: bias[filter], sum: products + bias[filter] };
}

/** The digits from the likeliest on: `[{ digit, probability }]`. */
export function ranked(probabilities) {
  return Array.from(probabilities, (probability, digit) => ({ digit, probability })).sort((one, other) => other.probability - one.probability);
}

/** A number with two places, and a true minus sign. */
export function shown(value) {
  const words = value.toFixed(2);
  return words === "-0.00" ? "0.00" : words.replace("-", "−");
}

/** A probability as a percentage with one place. */
export function percent(probability) {
  return `${(probability * 100).toFixed(1)} %`;
}

/** Softmax for one digit, written out. */
export function softmaxOf(logits, digit) {
  const powers = Array.from(logits, (value) => (value < 0 ? `e^(${shown(value)})` : `e^${shown(value)}`));
  return `p(${digit}) = ${powers[digit]} / (${powers.join(" + ")}) = ${softmax(logits)[digit].toFixed(4)}`;
}

/** Products, written out. */
export function written(seen, weights) {
  const term = (value) => (value < 0 ? `(${shown(value)})` : shown(value));
  return seen.map((value, n) => `${term(value)} · ${term(weights[n])}`).join(" + ");
}
