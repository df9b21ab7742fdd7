import assert from "node:assert/strict";
import { test } from "node:test";

import { accepted, counted, printed } from "../../../site/widgets/dials.js";

test("numbers are printed as in a book", () => {
  assert.deepEqual([printed(-0.004), printed(-2.5), printed(0.1 + 0.2), printed(7.06, 1)], ["0", "−2.5", "0.3", "7.1"]);
  assert.deepEqual([counted(999), counted(204928), counted(2630000000)], ["999", "204,928", "2,630,000,000"]);
});

test("what is typed is accepted within its bounds", () => {
  assert.equal(accepted(" 1,5 ", { least: 0, most: 2 }), 1.5);
  assert.equal(accepted("−2", { least: -3, most: 2 }), -2);
  assert.equal(accepted("10,000", { least: 1, most: 10000, whole: true }), 10000);
  for (const words of ["", "x", "3", "-1", "NaN", "Infinity"]) assert.equal(accepted(words, { least: 0, most: 2 }), null);
  assert.equal(accepted("1.5", { least: 0, most: 2, whole: true }), null);
});
