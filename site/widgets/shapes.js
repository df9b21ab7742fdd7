// Drawing as the figures do: SVG whose classes follow the theme. See styles/4-figures.css for the classes.

const SPACE = "http://www.w3.org/2000/svg";

/** `shape("rect", { class: "cool", x: 0, y: 0, width: 9, height: 9 })` */
export function shape(tag, attributes = {}, ...inside) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** A picture of so many units, and what is seen on it. It shrinks to a narrow page, down to three quarters, and is scrolled from there on. */
export function picture(width, height, alt, ...parts) {
  const about = { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": alt, style: `min-width:${Math.round(width * 0.75)}px` };
  return shape("svg", about, ...parts);
}

export function rect(x, y, width, height, kind) {
  return shape("rect", { class: kind, x, y, width, height });
}

/** Words around a point. */
export function label(x, y, words, kind = "small") {
  return shape("text", { class: kind, x, y }, words);
}

/** A line through points `[[x, y]]`. */
export function path(points, kind) {
  return shape("polyline", { class: kind, points: points.map((point) => point.join(",")).join(" ") });
}
