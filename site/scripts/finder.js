// The search: a dialog that loads its entries when it is first opened.

import { announce, make, say } from "./elements.js";
import { excerpt, find, makeIndex } from "./finding.js";

let index = null;

function load() {
  if (index) return Promise.resolve();
  return new Promise((loaded, failed) => {
    const script = make("script", { src: document.body.dataset.search });
    script.addEventListener("load", () => { index = makeIndex(window.cnnlabEntries); loaded(); });
    script.addEventListener("error", failed);
    document.head.append(script);
  });
}

export function startFinder() {
  const button = document.querySelector('[data-tool="search"]');
  if (!button) return;
  const input = make("input", { type: "text", role: "searchbox", enterkeyhint: "search", "aria-label": say("search-label"), autocomplete: "off", spellcheck: "false" });
  const list = make("ol");
  const count = make("p", { "aria-live": "polite" });
  const close = make("button", { type: "button" }, say("close"));
  const dialog = make("dialog", { class: "finder", "aria-label": say("search-label") }, make("form", { method: "dialog" }, input, close), count, list);
  document.body.append(dialog);

  const show = () => {
    const query = input.value.trim();
    const found = index && query ? find(index, query) : [];
    list.replaceChildren(...found.map(({ entry }) => item(entry, query)));
    count.textContent = query ? say(found.length ? "search-count" : "search-none", { n: found.length }) : "";
  };
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.select();
    load().then(show, () => announce(say("search-none")));
  };

  button.hidden = false;
  button.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  input.addEventListener("input", show);
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("li a")) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!steps) return;
    event.preventDefault();
    const places = [input, ...list.querySelectorAll("a")];
    places[Math.max(0, Math.min(places.length - 1, places.indexOf(document.activeElement) + steps))].focus();
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
}

function item([slug, anchor, lesson, section, words, names, explained], query) {
  // What was found by a term's name in the other language shows that name.
  const seen = [words, explained, names].find((text) => text && excerpt(text, query).some((part) => part.hit)) ?? words;
  const marked = (text, width) => excerpt(text, query, width).map((part) => (part.hit ? make("mark", {}, part.text) : part.text));
  const heading = anchor ? `${lesson} › ${section}` : lesson;
  return make("li", {}, make("a", { href: `${slug}.html${anchor ? `#${anchor}` : ""}` }, make("strong", {}, ...marked(heading, 120)), make("small", {}, ...marked(seen, 110))));
}
