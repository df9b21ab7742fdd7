import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { answer, featureMap, padded, patches, products, starts, terms } from "../../../site/widgets/convolution-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));

test("feature maps are those of the reference, for any channels, filters, stride and padding", () => {
  for (const { channels, filters, stride, padding, maps } of CASES) {
    filters.forEach((filter, n) => {
      const found = featureMap(channels, filter, stride, padding);
      assert.deepEqual(found.map((row) => row.length), maps[n].map((row) => row.length));
      found.flat().forEach((value, at) => assert.ok(Math.abs(value - maps[n].flat()[at]) < 1e-9, `${value} is not ${maps[n].flat()[at]}`));
    });
  }
});

test("zeros are put around the input", () => {
  for (const each of CASES) assert.deepEqual(padded(each.channels[0], each.padding), each.padded);
});

test("the windows walk over the padded input, row by row", () => {
  const map = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
  assert.deepEqual(starts(map, 3, 2, 1), [{ row: 0, column: 0 }, { row: 0, column: 2 }, { row: 2, column: 0 }, { row: 2, column: 2 }]);
  assert.deepEqual(patches([map, map], 2, 1, { row: 0, column: 1 }), [[0, 0, 1, 2], [0, 0, 1, 2]]);
});

test("channels are added up, and the bias once", () => {
  const filter = { kernels: [[[1, -1], [0, 2]], [[0, 1], [-1, 1]]], bias: 1 };
  assert.deepEqual(answer([[1, 2, 0, 1], [3, 0, 1, 2]], filter), { sums: [1, 1], value: 3 });
});

test("the arithmetic is written out as in a book", () => {
  assert.equal(products([1, 2, 0, 1], [1, -1, 0, 2]), "1·1 + 2·(−1) + 0·0 + 1·2");
  assert.equal(terms([1, -2.5, 1]), "1 + (−2.5) + 1");
});
