// Which lessons were read and which quizzes answered: kept in this browser, and taken along as a file.

import { announce, make, say } from "./elements.js";
import { keepProgress, parseProgress, recallProgress } from "./storage.js";

export function startProgress() {
  const page = document.body.dataset.page;
  const box = document.querySelector(".lessons .progress");
  if (!box) return;
  box.hidden = false;
  const links = [...document.querySelectorAll(".lessons a[data-slug]")];
  const done = document.querySelector('[data-progress="done"]');

  const show = () => {
    const { read } = recallProgress();
    const known = links.filter((link) => read.includes(link.dataset.slug));
    for (const link of links) {
      link.classList.toggle("read", known.includes(link));
      link.querySelector(".unseen")?.remove();
      if (known.includes(link)) link.append(make("span", { class: "unseen" }, say("read")));
    }
    box.querySelector(".bar").textContent = say("progress", { n: known.length, all: links.length });
    done?.setAttribute("aria-pressed", String(read.includes(page)));
  };

  if (done) {
    done.closest(".done").hidden = false;
    done.addEventListener("click", () => {
      const progress = recallProgress();
      const read = new Set(progress.read);
      if (!read.delete(page)) read.add(page);
      keepProgress({ ...progress, read: [...read].sort() });
      show();
    });
  }
  box.querySelector('[data-progress="export"]').addEventListener("click", () => {
    const file = new Blob([JSON.stringify(recallProgress(), null, 1)], { type: "application/json" });
    const address = URL.createObjectURL(file);
    make("a", { href: address, download: "cnnlab-progress.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });
  const input = make("input", { type: "file", accept: "application/json,.json", hidden: true });
  input.addEventListener("change", async () => {
    const progress = input.files.length ? parseProgress(await input.files[0].text()) : null;
    if (progress) keepProgress(progress);
    else announce(box.querySelector(".bar").textContent = say("bad-file"));
    if (progress) { show(); recallAnswers(page); }
    input.value = "";
  });
  box.append(input);
  box.querySelector('[data-progress="import"]').addEventListener("click", () => input.click());
  startQuizzes(page);
  recallAnswers(page);
  show();
}

function recallAnswers(page) {
  const { quizzes } = recallProgress();
  for (const quiz of document.querySelectorAll(".quiz")) {
    for (const input of quiz.querySelectorAll("input")) input.checked = input.value === quizzes[`${page}/${quiz.dataset.quiz}`];
  }
}

function startQuizzes(page) {
  for (const quiz of document.querySelectorAll(".quiz")) {
    const name = `${page}/${quiz.dataset.quiz}`;
    quiz.addEventListener("change", (event) => {
      quiz.querySelector(".said").textContent = event.target.closest(".choice").querySelector(".why").textContent;
      const progress = recallProgress();
      keepProgress({ ...progress, quizzes: { ...progress.quizzes, [name]: event.target.value } });
    });
  }
}
