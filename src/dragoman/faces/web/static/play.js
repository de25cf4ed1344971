// The weeks one after the other: each step puts what a day shows in the place of what another day showed. It ends
// with the last week and with whatever is pressed. Who wants no motion gets one step for each press.

import { address, awaitRest, say } from "/static/system.js";

const PACE_MS = 1200, AGAIN_MS = 1000;
const STEPS = 52; // for all weeks there are, so that a long record takes about a minute
const form = document.querySelector("form[data-slide]");
const button = form?.querySelector("button.play");
const slider = form?.querySelector("input[type=range]");
const rests = matchMedia("(prefers-reduced-motion: reduce)");
let playing = 0; // number of the run that goes on; 0 while nothing is played
let runs = 0;

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

function name() {
  button.textContent = playing ? "■ Stop" : rests.matches ? "▶ One step on" : "▶ Play the weeks";
}

/** The page of the week that is chosen; one that is still being worked out is asked for again. */
async function fetched(run) {
  while (run === playing) {
    const answer = await fetch(address(form));
    if (answer.status === 200) return new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.status !== 202) break;
    await pause(AGAIN_MS);
  }
  return null;
}

/** Show another day: its parts, its address and its title. */
function show(page) {
  for (const part of document.querySelectorAll("[data-plays]")) {
    const other = page.querySelector(`[data-plays="${part.dataset.plays}"]`);
    if (other) part.replaceWith(document.adoptNode(other));
  }
  document.getElementById("at").value = page.getElementById("at")?.value ?? "";
  document.title = page.title;
  history.replaceState(null, "", address(form));
}

async function step(run) {
  const size = Math.max(1, Math.round((Number(slider.max) - Number(slider.min)) / STEPS));
  const isEnd = Number(slider.value) >= Number(slider.max);
  slider.value = isEnd ? slider.min : Number(slider.value) + size;
  say(form);
  const page = await fetched(run);
  if (page && run === playing) show(page);
  return page !== null;
}

function stop() {
  if (!playing) return;
  playing = 0;
  name();
  awaitRest();
}

async function play() {
  const run = playing = ++runs;
  name();
  while (await step(run) && run === playing) {
    if (rests.matches || Number(slider.value) >= Number(slider.max)) break;
    await pause(PACE_MS);
    if (run !== playing) return;
  }
  if (run === playing) stop();
}

if (button) {
  name();
  button.hidden = false;
  rests.addEventListener("change", name);
  button.addEventListener("click", () => { if (playing) stop(); else play(); });
  for (const input of ["click", "keydown", "input"]) {
    document.addEventListener(input, (event) => { if (!button.contains(event.target)) stop(); }, true);
  }
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
}
