// What the browser keeps: the theme, and the progress. Nothing leaves it. Where storage is forbidden or full, a page keeps it for itself.

const PROGRESS = "cnnlab.progress";
const here = new Map();

export function recall(key) {
  if (here.has(key)) return here.get(key);
  try { return localStorage.getItem(key); } catch { return null; }
}

export function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    here.delete(key);
  } catch { here.set(key, value); }
}

/** A progress from text, or null where it is none: `{ read: [slug], quizzes: { "slug/quiz-1": "2" } }`. */
export function parseProgress(text) {
  try {
    const { read, quizzes } = JSON.parse(text);
    const good = Array.isArray(read) && read.every((slug) => typeof slug === "string")
      && quizzes !== null && typeof quizzes === "object" && Object.values(quizzes).every((value) => typeof value === "string");
    return good ? { read: [...new Set(read)].sort(), quizzes: { ...quizzes } } : null;
  } catch { return null; }
}

export function recallProgress() {
  return parseProgress(recall(PROGRESS) ?? "") ?? { read: [], quizzes: {} };
}

export function keepProgress(progress) {
  keep(PROGRESS, JSON.stringify(progress));
}
