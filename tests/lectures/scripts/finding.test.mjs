import assert from "node:assert/strict";
import { test } from "node:test";

import { bigrams, excerpt, find, makeIndex, runsOf } from "../../../site/scripts/finding.js";

const ENTRIES = [
  ["02-visual-pathway", "cells", "시각정보 처리", "세포", "복합세포는 풀링과 닮았습니다. 풀링, 풀링.", "풀링 pooling"],
  ["05-output-size", "", "출력 크기", "출력 크기", "스트라이드와 패딩이 크기를 정합니다.", "스트라이드 stride"],
  ["07-pooling", "", "풀링", "풀링", "특징 맵을 줄입니다.", "", "풀링 pooling"],
  ["07-pooling", "max-pooling", "풀링", "맥스 풀링", "가장 큰 값만 남깁니다. NaN은 그대로 전달합니다.", "맥스 풀링 max pooling"],
];
const found = (query) => find(makeIndex(ENTRIES), query).map(({ entry }) => `${entry[0]}#${entry[1]}`);

test("pooling is found by 풀링, by pool and by Pooling", () => {
  for (const query of ["풀링", "pool", "Pooling"]) assert.ok(found(query).includes("07-pooling#max-pooling"), query);
});

test("the lesson of that name comes first", () => assert.equal(found("풀링")[0], "07-pooling#"));

test("where a term is explained comes before where it is used, in the other language too", () => assert.equal(found("pool")[0], "07-pooling#"));

test("Korean is found inside of a word, and however it is spaced", () => {
  assert.deepEqual(found("라이드"), ["05-output-size#"]);
  assert.equal(found("맥스풀링")[0], "07-pooling#max-pooling");
  assert.equal(found("맥스 풀링")[0], "07-pooling#max-pooling");
});

test("a syllable that is still being typed takes nothing away", () => {
  for (const query of ["풀", "풀ㄹ", "풀리", "풀링"]) assert.equal(found(query)[0], "07-pooling#", query);
  for (const query of ["스트", "스틀", "스트라", "스트랑", "스트라이", "스트라읻", "스트라이드"]) assert.deepEqual(found(query), ["05-output-size#"], query);
  assert.deepEqual(found("ㅍ"), []);
});

test("every part of a query has to be there", () => {
  assert.deepEqual(found("풀링 NaN"), ["07-pooling#max-pooling"]);
  assert.deepEqual(found("풀링 스트라이드"), []);
});

test("nothing is found by nothing", () => {
  for (const query of ["", "  ", "!?", "zzz"]) assert.deepEqual(found(query), []);
});

test("a particle is no part of a Latin word", () => {
  assert.deepEqual(runsOf("CNN은").map(({ run }) => run), ["cnn", "은"]);
  assert.deepEqual(bigrams("맥스풀"), ["맥스", "스풀"]);
});

test("an excerpt marks the hit, in whatever case and spacing", () => {
  assert.deepEqual(excerpt("Max Pooling", "pool"), [{ text: "Max ", hit: false }, { text: "Pool", hit: true }, { text: "ing", hit: false }]);
  assert.ok(excerpt("이것이 맥스 풀링이다", "맥스풀링").some(({ text, hit }) => hit && text === "맥스 풀링"));
  assert.equal(excerpt("a".repeat(300) + " pool", "pool")[0].text, "… ");
});

test("an excerpt ends with a whole word, and keeps the hit", () => {
  const said = (...given) => excerpt(...given).map(({ text }) => text).join("");
  assert.equal(said("max pooling of many windows", "pool", 22), "max pooling of many …");
  assert.equal(said("a pool" + "b".repeat(100), "pool", 30), "a pool" + "b".repeat(24) + " …");
});
