// j and k go from event to event in the text; the list beside it follows.
import { isTyping } from "./site.js";

const events = [...document.querySelectorAll(".text [data-event]")];
const items = new Map([...document.querySelectorAll("[data-for]")].map((item) => [item.dataset.for, item]));
let here = -1;

function show(place) {
  here = Math.max(0, Math.min(events.length - 1, place));
  const event = events[here];
  event.focus({ preventScroll: true });
  event.scrollIntoView({ block: "center" });
}

function mark(event) {
  for (const item of items.values()) item.removeAttribute("aria-current");
  const item = items.get(event.id);
  item?.setAttribute("aria-current", "true");
  item?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (!events.length || isTyping(event) || !["j", "k"].includes(event.key)) return;
  event.preventDefault();
  show(here + (event.key === "j" ? 1 : -1));
});

for (const [place, event] of events.entries()) {
  event.addEventListener("focus", () => {
    here = place;
    mark(event);
  });
}
