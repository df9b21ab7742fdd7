import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { convolution, fullyConnected, length, times } from "../../../site/widgets/weight-counter-numbers.js";

test("parameters and multiplications are those of the Python reference", () => {
  for (const { layer, behind, convolution: slid, inputs, dense } of JSON.parse(readFileSync(process.env.EXPECTED, "utf8"))) {
    const [conv, full] = [convolution(layer), fullyConnected(layer)];
    assert.deepEqual([conv.behind, conv.parameters, conv.multiplications], [behind, ...slid]);
    assert.deepEqual([full.inputs, full.parameters, full.multiplications], [inputs, ...dense]);
  }
});

test("the largest counts that can be typed are exact", () => {
  const largest = { side: 512 * 16, channels: 512, kernel: 11, filters: 512, units: 10000 };
  assert.ok(Number.isSafeInteger(convolution(largest).multiplications));
  assert.ok(Number.isSafeInteger(fullyConnected(largest).parameters));
});

test("bars grow by the same length for every factor of ten", () => {
  assert.equal(length(1, 1000), 0);
  assert.ok(Math.abs(length(10, 1000) - 1 / 3) < 1e-12);
  assert.equal(length(0, 1000), 0);
});

test("a ratio is said with two digits, or as a whole number", () => {
  assert.equal(times(204928, 36928), 5.5);
  assert.equal(times(451584, 25), 18063);
  assert.equal(times(9, 9), 1);
});
