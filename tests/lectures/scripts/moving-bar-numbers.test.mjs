import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { printed } from "../../../site/widgets/dials.js";
import { cells, worked } from "../../../site/widgets/moving-bar-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
const near = (actual, expected, within = 1e-9) => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test("both cells answer as in the Python reference", () => {
  for (const each of CASES) {
    const found = cells(each.place, each.bar);
    near(found.simple, each.simple);
    near(found.complex, each.complex);
    for (const name of ["even", "odd"]) each[name].forEach((value, n) => near(found[name][n], value));
  }
});

test("what is printed is the answer, within its rounding", () => {
  for (const each of CASES) {
    const [simple, complex] = worked(cells(each.place, each.bar), printed).answers;
    near(simple, each.simple, 0.11);
    near(complex, each.complex, 0.21);
  }
});

test("no answer leaves the graph", () => {
  for (let wide = 1; wide <= 9; wide += 1) {
    for (let place = -16; place <= 16; place += 1) assert.ok(cells(place, { turn: 0, wide, sign: 1 }).complex < 80);
  }
});

test("the sum is written out with its signs", () => {
  const found = worked({ even: [31.24, -7.81], odd: [1, -6.1] }, printed);
  assert.equal(found.other, "1 − 6.1 = −5.1");
  assert.deepEqual([found.sum, found.simple], ["31.2 − 7.8 = 23.4", "max(0, 23.4) = 23.4"]);
  assert.equal(found.complex, "√(23.4² + (−5.1)²) = 23.9");
  assert.equal(worked({ even: [-31.24, 7.81], odd: [0, 0] }, printed).simple, "max(0, −23.4) = 0");
});
