// The arithmetic of the pooling widget: pure functions on maps (arrays of rows). Tested against the Python reference.

/** How many windows fit: ⌊(size − kernel) / stride⌋ + 1. */
export function outputSize(size, kernel, stride) {
  return Math.floor((size - kernel) / stride) + 1;
}

/** Where the windows begin, row by row: `[{ row, column }]`. */
export function windowStarts(map, kernel, stride) {
  const rows = outputSize(map.length, kernel, stride);
  const columns = outputSize(map[0].length, kernel, stride);
  return Array.from({ length: rows * columns }, (_, n) => ({ row: Math.floor(n / columns) * stride, column: (n % columns) * stride }));
}

/** The values of one window, row by row. */
export function windowValues(map, kernel, { row, column }) {
  return map.slice(row, row + kernel).flatMap((values) => values.slice(column, column + kernel));
}

/** One number for a window. */
export function summary(values, kind) {
  return kind === "max" ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The pooled map as rows. */
export function pool(map, kernel, stride, kind) {
  const columns = outputSize(map[0].length, kernel, stride);
  const flat = windowStarts(map, kernel, stride).map((start) => summary(windowValues(map, kernel, start), kind));
  return Array.from({ length: flat.length / columns }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
}

/** The map moved by whole pixels; zeros come in. */
export function shift(map, down, right) {
  return map.map((values, row) => values.map((_, column) => map[row - down]?.[column - right] ?? 0));
}

/** A number as a book prints it: −3, 2.25. */
export function shown(value) {
  return String(Math.round(value * 1000) / 1000 || 0).replace("-", "−");
}

/** The arithmetic of one window, written out. */
export function arithmetic(values, kind) {
  if (kind === "max") return `max(${values.map(shown).join(", ")}) = ${shown(summary(values, kind))}`;
  const terms = values.map((value) => (value < 0 ? `(${shown(value)})` : shown(value)));
  return `(${terms.join(" + ")}) / ${values.length} = ${shown(summary(values, kind))}`;
}

/** For each value of the second map, whether it differs from the first. */
export function changes(before, after) {
  return after.map((values, row) => values.map((value, column) => value !== before[row][column]));
}

/** A number that somebody typed, or null. */
export function typed(words) {
  const plain = words.trim().replace("−", "-").replace(",", ".");
  const value = Number(plain);
  return plain !== "" && Number.isFinite(value) && Math.abs(value) <= 999 ? value : null;
}
