import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { begin, isSame, leftover, outputSize, quotient, reached, whole } from "../../../site/widgets/output-size-numbers.js";

const CASES = JSON.parse(readFileSync(process.env.EXPECTED, "utf8"));
const FITTING = CASES.filter(({ output }) => output !== null);

test("the output size is that of the reference, and 0 where the reference refuses", () => {
  assert.ok(FITTING.length > 100 && FITTING.length < CASES.length);
  for (const each of CASES) assert.equal(outputSize(each), each.output ?? 0);
});

test("windows begin where counting places them", () => {
  for (const each of FITTING) {
    assert.deepEqual(each.starts.map((_, n) => begin(each, n)), each.starts);
    assert.equal(leftover(each), each.leftover);
  }
});

test("a place is in a window, between two, or left over at the end", () => {
  for (const each of FITTING) {
    each.inside.forEach((inside, n) => assert.equal(reached(each, n - each.padding) === "window", inside, JSON.stringify([each, n])));
    const left = each.inside.filter((_, n) => reached(each, n - each.padding) === "left").length;
    assert.equal(left, each.leftover);
  }
});

test("same is what the reference calls same", () => {
  for (const each of FITTING) assert.equal(isSame(each), each.same);
});

test("a quotient is cut off after two decimals and never rounded up", () => {
  assert.equal(quotient(23, 1), "23");
  assert.equal(quotient(31, 2), "15.5");
  assert.equal(quotient(4, 3), "1.33…");
  assert.equal(quotient(5, 3), "1.66…");
  assert.equal(quotient(111, 16), "6.93…");
  assert.equal(quotient(0, 3), "0");
});

test("only whole numbers within the limits are taken", () => {
  assert.equal(whole("7", 1, 256), 7);
  for (const typed of ["", " ", "2.5", "0", "257", "x", "-1"]) assert.equal(whole(typed, 1, 256), null);
});
