import assert from "node:assert/strict";
import { test } from "node:test";

import { keep, parseProgress, recall } from "../../../site/scripts/storage.js";

test("a progress file is read", () => {
  assert.deepEqual(parseProgress('{"read": ["b", "a", "a"], "quizzes": {"a/quiz-1": "2"}}'), { read: ["a", "b"], quizzes: { "a/quiz-1": "2" } });
});

test("any other file is none", () => {
  for (const text of ["", "3", "null", "[]", '{"read": 3}', '{"read": [1], "quizzes": {}}', '{"read": [], "quizzes": {"a": 1}}', '{"read": [], "quizzes": null}']) {
    assert.equal(parseProgress(text), null);
  }
});

test("where storage is forbidden or full, a page keeps it for itself", () => {
  const stored = new Map([["a", "old"]]);
  let full = true;
  globalThis.localStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => { if (full) throw new Error("full"); stored.set(key, value); },
    removeItem: (key) => stored.delete(key),
  };
  keep("a", "new");
  assert.equal(recall("a"), "new");
  full = false;
  keep("a", "newer");
  assert.equal(stored.get("a"), "newer");
  assert.equal(recall("a"), "newer");
  delete globalThis.localStorage;
  keep("b", "kept");
  assert.equal(recall("b"), "kept");
  keep("b", null);
  assert.equal(recall("b"), null);
});
