// What is of one side belongs together: pointing at it in a table marks it in the drawing, and the other way
// round. The table says all of it without this.

/** Mark all that is of the side an event is about, or no longer. */
function tie(event, isTied) {
  const part = event.target instanceof Element ? event.target.closest("[data-side]") : null;
  if (!part) return;
  const side = CSS.escape(part.dataset.side); // looked for anew, since another day may have been put in place
  for (const each of document.querySelectorAll(`[data-side="${side}"]`)) each.classList.toggle("tied", isTied);
}

for (const [name, isTied] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => tie(event, isTied));
}
