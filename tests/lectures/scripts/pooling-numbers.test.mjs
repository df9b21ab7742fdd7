import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { arithmetic, changes, outputSize, pool, shift, shown, typed, windowStarts } from "../../../site/widgets/pooling-numbers.js";

const near = (actual, expected) => {
  assert.deepEqual(actual.map((row) => row.length), expected.map((row) => row.length));
  actual.flat().forEach((value, n) => assert.ok(Math.abs(value - expected.flat()[n]) < 1e-9, `${value} is not ${expected.flat()[n]}`));
};

test("pooling and shifting are those of the Python reference", () => {
  for (const each of JSON.parse(readFileSync(process.env.EXPECTED, "utf8"))) {
    near(pool(each.map, each.kernel, each.stride, "max"), each.max);
    near(pool(each.map, each.kernel, each.stride, "average"), each.average);
    near(shift(each.map, each.down, each.right), each.shifted);
  }
});

test("the output size is rounded down", () => {
  assert.equal(outputSize(11, 2, 2), 5);
  assert.equal(outputSize(5, 2, 2), 2);
  assert.equal(outputSize(4, 2, 1), 3);
});

test("windows are counted row by row", () => {
  assert.deepEqual(windowStarts([[1, 2, 3], [4, 5, 6]], 2, 1), [{ row: 0, column: 0 }, { row: 0, column: 1 }]);
});

test("the arithmetic is written out as in a book", () => {
  assert.equal(arithmetic([2, 1, 4, 6], "max"), "max(2, 1, 4, 6) = 6");
  assert.equal(arithmetic([2, 1, 4, 6], "average"), "(2 + 1 + 4 + 6) / 4 = 3.25");
  assert.equal(arithmetic([-3, -1, -2, -6], "average"), "((−3) + (−1) + (−2) + (−6)) / 4 = −3");
});

test("changes are told cell by cell", () => {
  assert.deepEqual(changes([[1, 2]], [[1, 3]]), [[false, true]]);
});

test("numbers are shown with a minus sign, and typed with any", () => {
  assert.equal(shown(-0), "0");
  assert.equal(shown(-2.5), "−2.5");
  assert.equal(typed("−2,5"), -2.5);
  assert.equal(typed(" 7 "), 7);
  for (const words of ["", "x", "1e9", "Infinity"]) assert.equal(typed(words), null);
});
