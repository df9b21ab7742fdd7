// Light, dark, or as the system has it.

import { say, announce } from "./elements.js";
import { keep, recall } from "./storage.js";

const KEY = "cnnlab.theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };

export function startTheme() {
  const button = document.querySelector('[data-tool="theme"]');
  if (!button) return;
  const show = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = say(`theme-${theme}`);
  };
  let theme = recall(KEY) in NEXT ? recall(KEY) : "auto";
  show(theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = NEXT[theme];
    keep(KEY, theme === "auto" ? null : theme);
    show(theme);
    announce(say(`theme-${theme}`));
  });
}
