// Search without a server: Hangul by pairs of syllables, everything else by lower-cased words that begin alike.

// A lone letter of Hangul is a syllable that is still being typed: it is no run.
const RUNS = /[가-힣]+|(?:(?![가-힣ㄱ-ㆎ])[\p{L}\p{N}])+/gu;
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

/** Korean is spaced as one likes, 맥스 풀링 or 맥스풀링: for the index, spaces between syllables are left out. */
function joined(text) {
  return text.replace(/([가-힣])\s(?=[가-힣])/gu, "$1");
}

/** An index of entries `[slug, anchor, lesson, section, words, names, explained]`: token → Map(entry → weight). */
export function makeIndex(entries) {
  const index = new Map();
  const add = (token, entry, weight, most) => {
    if (!index.has(token)) index.set(token, new Map());
    const found = index.get(token);
    found.set(entry, Math.max(found.get(entry) ?? 0, Math.min(most, (found.get(entry) ?? 0) + weight)));
  };
  entries.forEach(([, anchor, lesson, section, words, names, explained = ""], entry) => {
    const weighted = [[words, 1, 8], [names, 4, 12], [explained, 16, 28], anchor ? [section, 20, 32] : [lesson, 40, 52]];
    for (const [text, weight, most] of weighted) {
      for (const { run, hangul } of runsOf(joined(text))) {
        for (const token of hangul ? [...bigrams(run), ...new Set(run)] : [run]) add(token, entry, weight, most);
      }
    }
  });
  return { entries, index };
}

/** Whether a token of the index is what may become of one that is still being typed: 풀리 of 풀링, and 풀립 of 풀리 and a syllable with ㅂ. */
function becoming(known, token) {
  const [whole, typed] = [known.normalize("NFD"), token.normalize("NFD")];
  return known.length === token.length && (whole.startsWith(typed) || whole === typed.replace(/[\u11a8-\u11ff]$/u, ""));
}

/** Entries that hold every part of the query, best first: `{ entry, score }`. */
export function find({ entries, index }, query, most = 12) {
  const wanted = runsOf(query).flatMap(({ run, hangul }) => (hangul ? bigrams(run) : [run]));
  if (!wanted.length) return [];
  let scores = null;
  wanted.forEach((token, place) => {
    const gather = (fits) => {
      const here = new Map();
      for (const [known, found] of index) {
        if (fits(known)) for (const [entry, weight] of found) here.set(entry, Math.max(here.get(entry) ?? 0, weight));
      }
      return here;
    };
    let here = gather((known) => (HANGUL.test(token) ? known === token : known.startsWith(token)));
    if (!here.size && place === wanted.length - 1 && HANGUL.test(token)) here = gather((known) => becoming(known, token));
    scores = new Map([...here].filter(([entry]) => !scores || scores.has(entry)).map(([entry, weight]) => [entry, weight + (scores?.get(entry) ?? 0)]));
  });
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([entry, score]) => ({ entry: entries[entry], score }));
}

/** A piece of text around the first hit, cut into `{ text, hit }`, so that hits can be marked. */
export function excerpt(words, query, width = 90) {
  const runs = runsOf(query).map(({ run }) => [...run].join(HANGUL.test(run) ? "\\s?" : ""));
  if (!runs.length) return [{ text: words.slice(0, width), hit: false }];
  const pattern = new RegExp(`(${runs.join("|")})`, "giu");
  const at = words.search(pattern);
  const begin = at < 0 ? 0 : Math.max(0, at - Math.floor(width / 3));
  // It ends with a whole word, unless that would cut away a hit.
  const last = begin + width < words.length ? words.lastIndexOf(" ", begin + width) : words.length;
  const parts = words.slice(begin, last > begin + (2 / 3) * width ? last : begin + width).split(pattern);
  const cut = parts.map((text, place) => ({ text, hit: place % 2 === 1 })).filter(({ text }) => text);
  if (begin > 0) cut.unshift({ text: "… ", hit: false });
  if (begin + width < words.length) cut.push({ text: " …", hit: false });
  return cut;
}
