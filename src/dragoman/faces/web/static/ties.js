// What is of one side belongs together: pointing at it in a table marks it in the drawing, and the other way
// round. The table says all of it without this.

const parts = new Map();
for (const part of document.querySelectorAll("[data-side]")) {
  const side = part.dataset.side;
  parts.set(side, [...(parts.get(side) ?? []), part]);
}

/** Mark all that is of the side an event is about, or no longer. */
function tie(event, isTied) {
  const part = event.target instanceof Element ? event.target.closest("[data-side]") : null;
  for (const each of parts.get(part?.dataset.side) ?? []) each.classList.toggle("tied", isTied);
}

for (const [name, isTied] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => tie(event, isTied));
}
