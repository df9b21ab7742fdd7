import assert from "node:assert/strict";
import { test } from "node:test";

import { parseProgress } from "../../../site/scripts/storage.js";

test("a progress file is read", () => {
  assert.deepEqual(parseProgress('{"read": ["b", "a", "a"], "quizzes": {"a/quiz-1": "2"}}'), { read: ["a", "b"], quizzes: { "a/quiz-1": "2" } });
});

test("any other file is none", () => {
  for (const text of ["", "3", "null", "[]", '{"read": 3}', '{"read": [1], "quizzes": {}}', '{"read": [], "quizzes": {"a": 1}}', '{"read": [], "quizzes": null}']) {
    assert.equal(parseProgress(text), null);
  }
});
