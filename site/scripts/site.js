// What every page does once it has been drawn. Without this script a page can be read, printed and answered all the same.

import { startFinder } from "./finder.js";
import { startProgress } from "./progress.js";
import { startReading } from "./reading.js";
import { startTheme } from "./theme.js";
import { startTerms } from "./terms.js";

/** Called by the bundle with the page's widgets: name → mount(root, words, language). */
export function start(mounts) {
  for (const part of [startTheme, startFinder, startProgress, startReading, startTerms]) part();
  const language = document.documentElement.lang;
  for (const root of document.querySelectorAll("[data-widget]")) {
    const name = root.dataset.widget;
    const own = Object.fromEntries(Object.entries(widgetWords[name]).map(([key, said]) => [key, said[language] ?? key]));
    // A widget that is broken leaves its figure, and the other widgets work.
    try {
      mounts[name](root.querySelector(".live"), own, language);
      root.classList.add("mounted");
    } catch (error) {
      root.querySelector(".live").replaceChildren();
      reportError(error);
    }
  }
}
