// A graph whose lines grow while a widget runs.

import { path, shape } from "./shapes.js";

const LEFT = 40;
const FOOT = 24;
const EDGE = 12;

/**
 * A graph from `x[0]` to `x[1]` and `y[0]` to `y[1]`, with numbers at `ticks.x` and `ticks.y`.
 * `lines(values)` draws `[{ kind, points: [[x, y]] }]`, with a dot at the end of each.
 */
export function graph({ x, y, ticks, width, height, name }) {
  const right = (value) => LEFT + (value - x[0]) / (x[1] - x[0]) * (width - LEFT - EDGE);
  const down = (value) => EDGE + (y[1] - value) / (y[1] - y[0]) * (height - EDGE - FOOT);
  const drawn = shape("g");
  const word = (value) => String(value).replace("-", "−");
  const element = shape(
    "svg",
    { class: "graph", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": name },
    shape("polyline", { class: "axis", points: `${LEFT},${EDGE} ${LEFT},${height - FOOT}` }),
    shape("polyline", { class: "axis", points: `${LEFT},${down(0)} ${width - EDGE},${down(0)}` }),
    ...ticks.x.map((value) => shape("text", { class: "small", x: right(value), y: height - FOOT / 2 }, word(value))),
    ...ticks.y.map((value) => shape("text", { class: "small", x: LEFT - 8, y: down(value), "text-anchor": "end" }, word(value))),
    drawn,
  );
  const lines = (values) => drawn.replaceChildren(...values.filter((each) => each.points.length).flatMap(({ kind, points }) => {
    const placed = points.map(([a, b]) => [right(a), down(b)]);
    const [cx, cy] = placed.at(-1);
    return [path(placed, kind), shape("circle", { class: `dot ${kind}`, cx, cy, r: 5 })];
  }));
  return { element, lines };
}
