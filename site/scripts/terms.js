// A term's explanation beside the term. Browsers open and close it themselves, by mouse and keyboard; this only places it.

export function startTerms() {
  for (const box of document.querySelectorAll(".gloss")) {
    box.addEventListener("toggle", (event) => {
      if (event.newState !== "open") return;
      const term = document.querySelector(`[popovertarget="${box.id}"]:is(:focus, :hover)`);
      if (!term) return;
      box.classList.add("placed");
      const { left, bottom, top } = term.getBoundingClientRect();
      const { width, height } = box.getBoundingClientRect();
      const below = bottom + 8 + height < innerHeight;
      box.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
      box.style.top = `${scrollY + (below ? bottom + 8 : Math.max(8, top - 8 - height))}px`;
    });
  }
}
