// What the kernel playground shows of its maps: pure functions. Tested against the Python reference.

const SIDE = 28;

export const PRESETS = {
  vertical: [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
  horizontal: [[-1, -1, -1], [0, 0, 0], [1, 1, 1]],
  any: [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
  sharp: [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
  blur: [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
  same: [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
};

/** 28 rows of 28 pixels from 0 to 255. */
export function decoded(base64) {
  const bytes = [...atob(base64)].map((letter) => letter.charCodeAt(0));
  return Array.from({ length: SIDE }, (_, row) => bytes.slice(row * SIDE, (row + 1) * SIDE));
}

/** The smallest and the largest value of a map. */
export function range(map) {
  return [Math.min(...map.flat()), Math.max(...map.flat())];
}

/** Every value in relation to the largest magnitude: from −1 to 1. */
export function strengths(map) {
  const largest = Math.max(...range(map).map(Math.abs)) || 1;
  return map.map((row) => row.map((value) => value / largest));
}

/** The window of size 3 whose middle is nearest to a place on a picture; `across` and `down` go from 0 to 1. */
export function windowAt(across, down, side) {
  const limited = (part) => Math.max(0, Math.min(SIDE - 3, Math.floor(part * side) - (side === SIDE ? 1 : 0)));
  return { row: limited(down), column: limited(across) };
}
