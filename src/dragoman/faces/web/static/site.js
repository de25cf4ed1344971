// What every page can do: "/" goes to the search.

/** Whether the keys typed now are for a field. */
export function isTyping(event) {
  const target = event.target;
  return event.ctrlKey || event.metaKey || event.altKey
    || (target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]"));
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || isTyping(event)) return;
  event.preventDefault();
  document.getElementById("find")?.focus();
});
