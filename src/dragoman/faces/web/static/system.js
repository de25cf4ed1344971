// The slider of the weeks says the day while it is moved, and goes there when it is let go; what is still being
// worked out is put in its place when it is there.

const WEEK_DAYS = 7, DAY_MS = 86_400_000;
const KEYS_REST_MS = 800; // arrow keys change the week one by one; the page is asked for when they rest

/** The Sunday of the week that is chosen in a form. */
export function day(form) {
  const slider = form.querySelector("input[type=range]");
  const first = Date.parse(`${form.dataset.slide}T00:00:00Z`), weeks = Number(slider.value) - Number(slider.min);
  return new Date(first + (WEEK_DAYS * (weeks + 1) - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Say the day that is chosen, to the eye and to a screen reader. */
export function say(form) {
  form.querySelector("output").textContent = day(form);
  form.querySelector("input[type=range]").setAttribute("aria-valuetext", day(form));
}

/** The page of the day that is chosen. */
export function address(form) {
  const found = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (name !== "week") found.searchParams.set(name, value);
  found.searchParams.set("at", day(form));
  return found;
}

for (const form of document.querySelectorAll("form[data-slide]")) {
  const slider = form.querySelector("input[type=range]");
  const output = form.querySelector("output");
  form.querySelector("button.go")?.remove();
  slider.setAttribute("aria-valuetext", output.textContent.trim());
  slider.addEventListener("input", () => say(form));
  const go = () => location.assign(address(form));
  let isKeyed = false, timer = 0;
  slider.addEventListener("keydown", () => { isKeyed = true; });
  slider.addEventListener("pointerdown", () => { isKeyed = false; });
  slider.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(go, isKeyed ? KEYS_REST_MS : 0);
  });
}

const ASK_AGAIN_MS = 1500;

/** Ask for the page again until nothing of it is waited for, and put in place what came. */
export async function awaitRest() {
  const waiting = document.querySelectorAll("[data-waiting]");
  if (!waiting.length) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("[data-waiting]") === null) {
    for (const part of waiting) part.replaceWith(document.adoptNode(page.getElementById(part.id)));
  } else {
    setTimeout(awaitRest, ASK_AGAIN_MS);
  }
}
setTimeout(awaitRest, ASK_AGAIN_MS);
