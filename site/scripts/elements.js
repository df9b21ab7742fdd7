// Making elements in one line.

/** `make("button", { class: "copy", type: "button" }, "Copy")` */
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

/** The site's own words in the language of the page. `words` is written into the bundle by the builder. */
export function say(key, values = {}) {
  const said = words[key]?.[document.documentElement.lang] ?? key;
  return said.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** Tell it to those who do not see the page; the same again is only heard where it differs, by a space at its end. */
export function announce(sentence) {
  const region = document.getElementById("said");
  if (region) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
