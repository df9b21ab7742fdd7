import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { PAD, SIDE, blank, boxOf, enlarged, framed, inked, shrunk } from "../../../site/widgets/draw-a-digit-ink.js";
import { bytesOf, convolved, percent, pooled, ranked, run, shown, softmaxOf, strongest, sumAt, unpack, written } from "../../../site/widgets/draw-a-digit-network.js";
import { SAMPLES } from "../../../site/widgets/draw-a-digit-samples.js";
import { NETWORK } from "../../../site/widgets/draw-a-digit-weights.js";

// What PyTorch makes of the same weights: the page's own ten digits, or those that test_draw_a_digit.py names.
const CASES = JSON.parse(readFileSync(process.env.DIGITS ?? new URL("draw-a-digit.json", import.meta.url), "utf8"));
const LAYERS = unpack(NETWORK);
const TOLERANCE = 1e-3;

const padOf = (each) => (each.pad ? Float32Array.from(bytesOf(each.pad), (byte) => byte / 255) : enlarged(bytesOf(SAMPLES[each.sample])));
const near = (actual, expected, what) => {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, n) => assert.ok(Math.abs(actual[n] - value) < TOLERANCE, `${what} ${n}: ${actual[n]} is not ${value}`));
};
const total = (values) => values.reduce((sum, value) => sum + value, 0);

test("the network answers as PyTorch does, layer by layer", () => {
  for (const each of CASES) {
    const grey = framed(padOf(each));
    near(grey.slice(14 * SIDE, 15 * SIDE), each.row, "pixel");
    const found = run(LAYERS, grey);
    near(found.logits, each.logits, "logit");
    near(found.fc1, each.fc1, "neuron");
    near(found.probabilities, each.probabilities, "probability");
    for (const [name, sum] of Object.entries(each.sums)) {
      assert.ok(Math.abs(total(found[name].values) - sum) < 1e-4 * Math.abs(sum), `${name}: ${total(found[name].values)} is not ${sum}`);
    }
  }
});

test("the page's own digits are read as what they are", () => {
  SAMPLES.forEach((sample, digit) => assert.equal(ranked(run(LAYERS, framed(enlarged(bytesOf(sample)))).probabilities)[0].digit, digit));
});

test("a digit is read wherever it is, and however small", () => {
  SAMPLES.forEach((sample, digit) => {
    for (const [down, right] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
      const small = shrunk(enlarged(bytesOf(sample)), down, right);
      assert.equal(ranked(run(LAYERS, framed(small)).probabilities)[0].digit, digit);
    }
  });
});

const LINES = {
  1: [[[0.5, 0.1], [0.5, 0.9]]],
  4: [[[0.3, 0.1], [0.25, 0.55], [0.8, 0.55]], [[0.65, 0.1], [0.65, 0.9]]],
  7: [[[0.2, 0.12], [0.8, 0.12], [0.42, 0.9]]],
};

test("strokes of every pen are read, also in a corner", () => {
  for (const [digit, lines] of Object.entries(LINES)) {
    for (const radius of [2.5, 5, 9]) {
      for (const [scale, left, top] of [[1, 0, 0], [0.6, 0.4, 0], [0.6, 0, 0.4]]) {
        const at = ([x, y]) => [(left + scale * x) * PAD, (top + scale * y) * PAD];
        let ink = blank();
        for (const line of lines) line.slice(1).forEach((point, n) => { ink = inked(ink, at(line[n]), at(point), radius); });
        assert.equal(String(ranked(run(LAYERS, framed(ink)).probabilities)[0].digit), digit, `${digit}, pen ${radius}, ${scale}`);
      }
    }
  }
});

test("a pen leaves a round dot, and ink never becomes less", () => {
  const dot = inked(blank(), [20, 30], [20, 30], 5);
  assert.deepEqual(boxOf(dot), { left: 15, top: 25, right: 25, bottom: 35 });
  assert.ok(Math.abs(total(dot) - Math.PI * 25) < 1.5);
  const more = inked(dot, [20, 30], [90, 30], 5);
  assert.ok(more.every((value, n) => value >= dot[n]));
  assert.deepEqual(boxOf(more), { left: 15, top: 25, right: 95, bottom: 35 });
});

test("a pad without ink has no box, and nothing on it", () => {
  assert.equal(boxOf(blank()), null);
  assert.ok(framed(blank()).every((value) => value === 0));
  assert.equal(boxOf(inked(blank(), [-50, -50], [-40, -50], 5)), null);
});

test("a pooled map keeps the largest of every 2×2, and drops what is left over", () => {
  const values = Float32Array.from([1, 2, 9, 3, 4, 9, 9, 9, 9]);
  assert.deepEqual([...pooled({ count: 1, side: 3, values }).values], [4]);
});

test("the sum that is written out is that of the map", () => {
  const { image, conv1, pool1, conv2 } = run(LAYERS, framed(enlarged(bytesOf(SAMPLES[5]))));
  for (const [input, layer, name] of [[image, conv1, "conv1"], [pool1, conv2, "conv2"]]) {
    for (let filter = 0; filter < layer.count; filter += 1) {
      const { value, row, column } = strongest(layer, filter);
      assert.ok(Math.abs(Math.max(0, sumAt(input, LAYERS[name], filter, row, column).sum) - value) < 1e-4);
    }
  }
});

test("a convolution slides without flipping", () => {
  const image = { count: 1, side: 3, values: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]) };
  const layer = { shape: [1, 1, 2, 2], weights: Float32Array.from([1, 0, 0, -1]), bias: Float32Array.from([0.5]) };
  assert.deepEqual([...convolved(image, layer).values], [-3.5, -3.5, -3.5, -3.5]);
});

test("numbers are written as in a book", () => {
  assert.equal(shown(-0.001), "0.00");
  assert.equal(shown(-1.5), "−1.50");
  assert.equal(percent(0.9348), "93.5 %");
  assert.equal(written([1, -2], [0.5, 3]), "1.00 · 0.50 + (−2.00) · 3.00");
  assert.equal(softmaxOf([0, 0], 1), "p(1) = e^0.00 / (e^0.00 + e^0.00) = 0.5000");
});
