// Files are sent without leaving the page, and the job is watched while it goes on. Without this script the form works
// as well; the page that it leads to shows the job as it stood.

const form = document.querySelector("form.add");
const drop = form.querySelector(".drop");
const files = form.querySelector("#files");
const job = document.getElementById("job");
const headings = { waiting: "Waiting", reading: "Reading", done: "Done", failed: "Failed" };

/** The part of the job's section that shows one thing. */
function part(name) {
  return job.querySelector(`[data-of="${name}"]`);
}

/** A row of what was left out; its words come from outside, so they are only ever text. */
function row(skip) {
  const line = document.createElement("tr");
  const origin = document.createElement("th");
  const reason = document.createElement("td");
  origin.scope = "row";
  origin.textContent = skip.origin;
  reason.textContent = `${skip.kind === "failed" ? "failed" : "skipped"}: ${skip.reason}`;
  line.append(origin, reason);
  return line;
}

function show(state) {
  job.hidden = false;
  for (const told of job.querySelectorAll("progress, dl, .more")) told.hidden = false;
  part("heading").textContent = headings[state.stage];
  part("error").textContent = state.error;
  part("current").textContent = state.stage === "reading" ? state.current : "";
  part("progress").max = Math.max(1, state.files);
  part("progress").value = state.stage === "done" ? Math.max(1, state.files) : Math.max(0, state.begun - 0.5);
  for (const name of ["read", "events", "copies", "known", "left_out"]) part(name).textContent = state[name];
  part("skips").replaceChildren(...state.skips.map(row));
  job.querySelector(".skips").hidden = !state.skips.length;
}

function refuse(words) {
  job.hidden = false;
  part("heading").textContent = "Failed";
  part("error").textContent = words;
  for (const told of job.querySelectorAll("progress, dl, .skips, .more")) told.hidden = true; // of another job
}

function watch(id) {
  const source = new EventSource(`/add/${encodeURIComponent(id)}/stream`);
  source.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    show(state);
    if (state.stage === "done" || state.stage === "failed") source.close();
  });
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const sent = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } };
    const answer = await fetch("/add", sent);
    const state = await answer.json();
    if (answer.ok) {
      history.replaceState(null, "", `/add?job=${encodeURIComponent(state.id)}`);
      form.reset();
      show(state);
      watch(state.id);
    } else {
      refuse(state.error);
    }
  } catch {
    refuse("The server could not be reached, or refused what was sent.");
  } finally {
    button.disabled = false;
  }
});

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
});

if (job.dataset.job && !["done", "failed"].includes(job.dataset.stage)) watch(job.dataset.job);
