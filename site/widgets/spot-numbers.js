// The arithmetic of the spot widget: light on the difference of two Gaussians. Tested against the Python reference.

/** How much of a round Gaussian (holding 1) lies in a spot at a distance: a Poisson mixture of gamma distributions. */
export function lit(radius, distance, width) {
  const off = distance ** 2 / (2 * width ** 2);
  const size = radius ** 2 / (2 * width ** 2);
  const terms = Math.ceil(off + 12 * Math.sqrt(off) + 40);
  let chance = Math.exp(-off);
  let term = Math.exp(-size);
  let outside = term;
  let sum = 0;
  for (let j = 0; j < terms; j += 1) {
    sum += chance * (1 - outside);
    chance *= off / (j + 1);
    term *= size / (j + 1);
    outside += term;
  }
  return sum;
}

/** What a cell answers: the light on its centre less that on its surround, the other way round for an OFF centre. */
export function response(radius, distance, { centre, surround, balance, kind }) {
  const value = lit(radius, distance, centre) - balance * lit(radius, distance, surround);
  return kind === "on" ? value : -value;
}

/** Where the sensitivity changes its sign. */
export function border({ centre, surround, balance }) {
  return Math.sqrt(2 * Math.log(surround ** 2 / (balance * centre ** 2)) / (1 / centre ** 2 - 1 / surround ** 2));
}

/** The parts of the response as they are printed: rounded first, so that what is written adds up. */
export function parts(radius, distance, cell) {
  const round = (value) => Math.round(value * 1000) / 1000;
  const centre = round(lit(radius, distance, cell.centre));
  const surround = round(lit(radius, distance, cell.surround));
  const value = round(centre - cell.balance * surround);
  return { centre, surround, response: cell.kind === "on" ? value : -value };
}
