import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { changed, exponents, powers, printed, shares, total } from "../../../site/widgets/softmax-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
const near = (actual, expected) => {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, n) => assert.ok(Math.abs(value - expected[n]) <= 1e-12 * Math.max(1, Math.abs(expected[n])), `${value} is not ${expected[n]}`));
};

test("with the largest logit subtracted, probabilities are those of the reference however large logits are", () => {
  for (const each of CASES) near(shares(powers(exponents(each.logits, true))), each.softmax);
});

test("without that they are the same, as long as the powers can be represented", () => {
  for (const each of CASES.filter(({ logits }) => Math.max(...logits.map(Math.abs)) < 300)) near(shares(powers(exponents(each.logits, false))), each.softmax);
  for (const each of CASES.filter((one) => one.powers)) near(powers(each.logits), each.powers);
});

test("what cannot be represented is no number", () => {
  assert.deepEqual(shares(powers(exponents([1000, 999], false))), [NaN, NaN]);
  assert.equal(total(powers([1000, 999])), Infinity);
  assert.deepEqual(shares(powers(exponents([-999, -998], false))), [NaN, NaN]);
});

test("raising all logits changes no probability, scaling them does", () => {
  const logits = [2, 1, 0];
  near(shares(powers(changed(logits, (z) => z + 5))), shares(powers(logits)));
  assert.ok(shares(powers(changed(logits, (z) => z * 2)))[0] > shares(powers(logits))[0]);
});

test("a change that would lead beyond the limits changes nothing at all", () => {
  assert.deepEqual(changed([500, -0.5], (z) => z + 400), [900, 399.5]);
  assert.equal(changed([900, 399.5], (z) => z + 400), null);
  assert.equal(changed([-600, 1], (z) => z * 2), null);
});

test("numbers are printed so that they can be read", () => {
  assert.equal(printed(8.16617), "8.166");
  assert.equal(printed(0), "0");
  assert.equal(printed(12345678), "1.23·10⁷");
  assert.equal(printed(0.00001234), "1.23·10⁻⁵");
  assert.equal(printed(Infinity), "∞");
  assert.equal(printed(NaN), "NaN");
});
