// The slider of the weeks says the day while it is moved, and goes there when it is let go; what is still being
// worked out is put in its place when it is there.

const WEEK_DAYS = 7, DAY_MS = 86_400_000;
const KEYS_REST_MS = 800; // arrow keys change the week one by one; the page is asked for when they rest

for (const form of document.querySelectorAll("form[data-slide]")) {
  const slider = form.querySelector("input[type=range]");
  const output = form.querySelector("output");
  const first = Date.parse(`${form.dataset.slide}T00:00:00Z`);
  form.querySelector("button")?.remove();

  /** The Sunday of the week that is chosen. */
  const day = () => {
    const weeks = Number(slider.value) - Number(slider.min);
    return new Date(first + (WEEK_DAYS * (weeks + 1) - 1) * DAY_MS).toISOString().slice(0, 10);
  };
  const say = () => {
    output.textContent = day();
    slider.setAttribute("aria-valuetext", day());
  };
  slider.setAttribute("aria-valuetext", output.textContent.trim());
  slider.addEventListener("input", say);
  const go = () => {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (name !== "week") address.searchParams.set(name, value);
    address.searchParams.set("at", day());
    location.assign(address);
  };
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
async function awaitRest() {
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
