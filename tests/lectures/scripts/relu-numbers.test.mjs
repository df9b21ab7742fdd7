import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { activatedMap, arithmetic, slope, zeros } from "../../../site/widgets/relu-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));

test("maps are those of the reference", () => {
  for (const { map, bias, relu, leaky } of CASES) {
    assert.deepEqual(activatedMap(map, bias, "relu"), relu);
    activatedMap(map, bias, "leaky").flat().forEach((value, n) => assert.ok(Math.abs(value - leaky.flat()[n]) < 1e-12));
  }
});

test("zeros are counted as the reference counts them", () => {
  for (const each of CASES) assert.equal(zeros(activatedMap(each.map, each.bias, "relu")), each.zeros);
});

test("the slope is that of a small step, on both sides of the bend", () => {
  for (const { map, bias, slopes } of CASES) {
    map.flat().forEach((value, n) => { if (value + bias !== 0) assert.equal(slope(value + bias, "relu"), slopes.flat()[n]); });
  }
  assert.equal(slope(0, "relu"), 0);
  assert.deepEqual([-2, 3].map((value) => slope(value, "leaky")), [0.01, 1]);
});

test("the arithmetic is written out as in a book", () => {
  assert.equal(arithmetic(-3, 0, "relu"), "max(0, −3) = 0");
  assert.equal(arithmetic(-3, 5, "relu"), "−3 + 5 = 2, max(0, 2) = 2");
  assert.equal(arithmetic(4, -6, "leaky"), "4 + (−6) = −2, max(0.01·(−2), −2) = −0.02");
});
