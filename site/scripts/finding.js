// Search without a server: Hangul by pairs of syllables, everything else by lower-cased words that begin alike.

const RUNS = /[가-힣]+|(?:(?![가-힣])[\p{L}\p{N}])+/gu;
const HANGUL = /^[가-힣]/;

/** The runs of a text: `{ run, hangul }`. `CNN은` is two, because a particle is not part of a Latin word. */
export function runsOf(text) {
  return [...text.normalize("NFC").toLowerCase().matchAll(RUNS)].map(([run]) => ({ run, hangul: HANGUL.test(run) }));
}

/** Pairs of neighbouring syllables: 맥스풀링 → 맥스, 스풀, 풀링. One syllable is its own. */
export function bigrams(run) {
  const letters = [...run];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
}

/** An index of entries `[slug, anchor, lesson, section, words, names]`: token → Map(entry → weight). */
export function makeIndex(entries) {
  const index = new Map();
  const add = (token, entry, weight) => {
    if (!index.has(token)) index.set(token, new Map());
    const found = index.get(token);
    found.set(entry, Math.min(60, (found.get(entry) ?? 0) + weight));
  };
  entries.forEach(([, anchor, lesson, section, words, names], entry) => {
    const weighted = [[anchor ? section : lesson, 20], [names, 4], [words, 1]];
    for (const [text, weight] of weighted) {
      for (const { run, hangul } of runsOf(text)) {
        for (const token of hangul ? [...bigrams(run), ...run] : [run]) add(token, entry, weight);
      }
    }
  });
  return { entries, index };
}

/** Entries that hold every part of the query, best first: `{ entry, score }`. */
export function find({ entries, index }, query, most = 12) {
  const wanted = runsOf(query).flatMap(({ run, hangul }) => (hangul ? bigrams(run) : [run]));
  if (!wanted.length) return [];
  let scores = null;
  for (const token of wanted) {
    const here = new Map();
    for (const [known, found] of index) {
      const fits = HANGUL.test(token) ? known === token : known.startsWith(token);
      if (!fits) continue;
      for (const [entry, weight] of found) here.set(entry, Math.max(here.get(entry) ?? 0, weight));
    }
    scores = new Map([...here].filter(([entry]) => !scores || scores.has(entry)).map(([entry, weight]) => [entry, weight + (scores?.get(entry) ?? 0)]));
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([entry, score]) => ({ entry: entries[entry], score }));
}

/** A piece of text around the first hit, cut into `{ text, hit }`, so that hits can be marked. */
export function excerpt(words, query, width = 90) {
  const runs = runsOf(query).map(({ run }) => run).filter((run) => run);
  const low = words.toLowerCase();
  const at = Math.min(...runs.map((run) => low.indexOf(run)).filter((place) => place >= 0), Infinity);
  const begin = Number.isFinite(at) ? Math.max(0, at - Math.floor(width / 3)) : 0;
  const piece = words.slice(begin, begin + width);
  const pattern = runs.map((run) => run.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|");
  const parts = pattern ? piece.split(new RegExp(`(${pattern})`, "giu")) : [piece];
  const cut = parts.map((text, place) => ({ text, hit: place % 2 === 1 })).filter(({ text }) => text);
  if (begin > 0) cut.unshift({ text: "… ", hit: false });
  if (begin + width < words.length) cut.push({ text: " …", hit: false });
  return cut;
}
