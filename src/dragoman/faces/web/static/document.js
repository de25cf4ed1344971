// j and k go from event to event in the text, d to the next doubtful place; the lists beside it follow.
import { isTyping } from "./site.js";

const events = [...document.querySelectorAll(".text [data-event]")];
const notes = [...document.querySelectorAll(".text .note a")];
const items = new Map([...document.querySelectorAll("[data-for]")].map((item) => [item.dataset.for, item]));
for (const note of notes) items.set(note.id, document.querySelector(note.getAttribute("href")));
let here = -1;
let doubt = -1;

function show(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
}

function mark(element) {
  for (const item of items.values()) item?.removeAttribute("aria-current");
  const item = items.get(element.id);
  item?.setAttribute("aria-current", "true");
  item?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  if (events.length && ["j", "k"].includes(event.key)) {
    event.preventDefault();
    show(events[Math.max(0, Math.min(events.length - 1, here + (event.key === "j" ? 1 : -1)))]);
  } else if (notes.length && event.key === "d") {
    event.preventDefault();
    show(notes[(doubt + 1) % notes.length]);
  }
});

for (const [place, event] of events.entries()) {
  event.addEventListener("focus", () => {
    here = place;
    mark(event);
  });
}
for (const [place, note] of notes.entries()) {
  note.addEventListener("focus", () => {
    doubt = place;
    mark(note);
  });
}
