import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { border, lit, parts, response } from "../../../site/widgets/spot-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
const near = (actual, expected, within) => assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test("light on both Gaussians, and the response, are those of the Python reference", () => {
  for (const { radius, distance, cell, shares, response: expected } of CASES) {
    near(lit(radius, distance, cell.centre), shares[0], 1e-7);
    near(lit(radius, distance, cell.surround), shares[1], 1e-7);
    near(response(radius, distance, { ...cell, kind: "on" }), expected, 2e-7);
    near(response(radius, distance, { ...cell, kind: "off" }), -expected, 2e-7);
  }
});

test("the border lies where the sensitivity of the reference turns negative", () => {
  for (const { cell, border: expected } of CASES) near(border(cell), expected, 0.0501);
});

test("a spot on the middle is the formula of the lesson", () => {
  near(lit(1.5, 0, 1), 1 - Math.exp(-(1.5 ** 2) / 2), 1e-12);
});

test("the printed parts add up", () => {
  for (const { radius, distance, cell } of CASES) {
    const found = parts(radius, distance, { ...cell, kind: "off" });
    near(found.response, -(found.centre - cell.balance * found.surround), 0.00051);
    near(found.response, response(radius, distance, { ...cell, kind: "off" }), 0.0016);
  }
});
