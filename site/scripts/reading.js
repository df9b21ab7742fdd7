// While reading: copy buttons, the section at hand in the contents, and the other language at the same section.

import { announce, make, say } from "./elements.js";
import { painted } from "./painted.js";

export function startReading() {
  for (const block of document.querySelectorAll(".code")) block.append(copyButton(block.querySelector("pre")));
  const headings = [...document.querySelectorAll("article h2[id], article h3[id]")];
  const contents = [...document.querySelectorAll(".contents a")];
  const language = document.querySelector('[data-tool="language"]');
  const bare = language?.getAttribute("href");
  const atHand = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const anchor = above.at(-1)?.id;
    const section = above.filter((heading) => heading.tagName === "H2").at(-1)?.id;
    for (const link of contents) {
      if (link.hash === `#${section}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (language) language.setAttribute("href", anchor ? `${bare}#${anchor}` : bare);
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; atHand(); });
  }, { passive: true });
  // Who asks where headings are before the page is drawn has it laid out once more, and drawn later.
  painted().then(atHand);
}

function copyButton(source) {
  const button = make("button", { type: "button", class: "copy" }, say("copy"));
  button.addEventListener("click", async () => {
    await copy(source.textContent);
    button.textContent = say("copied");
    announce(say("copied"));
    setTimeout(() => { button.textContent = say("copy"); }, 1500);
  });
  return button;
}

async function copy(text) {
  // From file:// some browsers have no clipboard; the old way works there.
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text).catch(() => copyByHand(text));
  return copyByHand(text);
}

function copyByHand(text) {
  const area = make("textarea", { class: "unseen" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
