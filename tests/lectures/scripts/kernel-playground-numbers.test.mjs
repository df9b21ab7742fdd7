import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { featureMap } from "../../../site/widgets/convolution-numbers.js";
import { DIGITS } from "../../../site/widgets/kernel-playground-digits.js";
import { PRESETS, decoded, range, strengths, windowAt } from "../../../site/widgets/kernel-playground-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));

test("digits are read as Python reads them", () => {
  assert.deepEqual(CASES.map(({ digit }) => digit).sort(), Object.keys(DIGITS).sort());
  for (const { digit, pixels } of CASES) assert.deepEqual(decoded(DIGITS[digit].pixels), pixels);
});

test("maps, their range and their strengths are those of the reference", () => {
  for (const each of CASES) {
    const map = featureMap([each.pixels], { kernels: [each.kernel], bias: 0 }, 1, 0);
    assert.deepEqual(map, each.map);
    assert.deepEqual(range(map), each.range);
    strengths(map).flat().forEach((value, n) => assert.ok(Math.abs(value - each.strengths.flat()[n]) < 1e-12));
  }
});

test("a map of zeros has no strength", () => assert.deepEqual(strengths([[0, 0]]), [[0, 0]]));

test("kernels that look for edges give 0 where the brightness is even, the others leave or gather it", () => {
  const sums = Object.fromEntries(Object.entries(PRESETS).map(([name, kernel]) => [name, kernel.flat().reduce((sum, weight) => sum + weight)]));
  assert.deepEqual(sums, { vertical: 0, horizontal: 0, any: 0, sharp: 1, blur: 9, same: 1 });
});

test("pressing a picture finds the window around the pixel, or the window of the value", () => {
  assert.deepEqual(windowAt(0.5, 0.5, 28), { row: 13, column: 13 });
  assert.deepEqual(windowAt(0.5, 0, 26), { row: 0, column: 13 });
  assert.deepEqual(windowAt(0, 1, 28), { row: 25, column: 0 });
  assert.deepEqual(windowAt(1, 1, 26), { row: 25, column: 25 });
});
