// The keys of the review. Each presses a button of the page, so that nothing happens here that a click would not do.

import { isTyping } from "/static/site.js";

// Where these letters lie on a Russian keyboard
const SAME_KEY = new Map([["ф", "a"], ["ч", "x"], ["у", "e"], ["т", "n"]]);
let sent = false;

/** Open or close all of these at once. */
function fold(panels) {
  const open = ![...panels].every((panel) => panel.open);
  for (const panel of panels) panel.open = open;
}

const OPENS = {
  e: () => fold(document.querySelectorAll("[data-card]")),
  "?": () => fold(document.querySelectorAll("#help")),
  n: () => {
    const note = document.getElementById("note");
    if (!note) return;
    note.open = true;
    note.querySelector("input:not([type=hidden])")?.focus();
  },
};

/** The button that a key stands for, as it is labelled. */
function button(key) {
  return [...document.querySelectorAll("button[data-key]")].find((each) => each.dataset.key === key);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement?.closest("#note")) {
    document.activeElement.blur();
    document.getElementById("note").open = false;
    return;
  }
  if (isTyping(event) || event.repeat || sent) return;
  // Space and Enter on something that has the focus are meant for it
  if (event.key === " " && event.target.closest("button, summary, a")) return;
  const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const key = SAME_KEY.get(typed) ?? typed;
  const pressed = button(key);
  if (!pressed && !OPENS[key]) return;
  event.preventDefault();
  if (pressed) pressed.click();
  else OPENS[key]();
});

// A second click while the first is on its way would answer a question nobody has seen
document.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
addEventListener("pageshow", () => { sent = false; });
