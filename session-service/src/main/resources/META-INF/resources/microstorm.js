/** Shows the log book through the public API. The token stays in this page. */

const byId = (id) => document.getElementById(id);
let token;

async function ask(path, accept = "application/json") {
  const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}`, Accept: accept } });
  if (!answer.ok) {
    throw await refusalOf(answer);
  }
  return accept === "application/json" ? answer.json() : answer.text();
}

async function refusalOf(answer) {
  const problem = await answer.json().catch(() => ({}));
  return new Error(problem.detail ?? `The server answered ${answer.status}.`);
}

async function signIn(form) {
  const { slug, ownerKey } = Object.fromEntries(new FormData(form));
  const answer = await fetch(`/api/teams/${encodeURIComponent(slug)}/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ownerKey }),
  });
  if (!answer.ok) {
    throw await refusalOf(answer);
  }
  token = (await answer.json()).token;
}

function entry(report) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${report.sessionId}`;
  link.textContent = report.title ?? "A session without a title";
  link.addEventListener("click", () => show(`/api/reports/${report.sessionId}`, link.textContent));
  const facts = document.createElement("small");
  facts.textContent = [
    report.heldOn ?? "no date",
    report.participants.map((participant) => participant.name).join(", "),
    `${report.counts.topics} topics, ${report.counts.ideas} ideas`,
  ].filter(Boolean).join(" · ");
  item.append(link, facts);
  return item;
}

async function list(cursor) {
  const page = await ask("/api/reports" + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""));
  byId("reports").append(...page.items.map(entry));
  byId("more").hidden = !page.next;
  byId("more").onclick = () => guarded(() => list(page.next));
}

function show(path, title) {
  return guarded(async () => {
    byId("markdown").textContent = await ask(path, "text/markdown");
    byId("text-title").textContent = title;
    byId("text").hidden = false;
    byId("text-title").focus();
  });
}

async function guarded(work) {
  byId("refusal").hidden = true;
  try {
    await work();
  } catch (refusal) {
    byId("refusal").textContent = refusal.message;
    byId("refusal").hidden = false;
  }
}

byId("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  guarded(async () => {
    await signIn(event.target);
    byId("reports").replaceChildren();
    byId("text").hidden = true;
    await list();
    byId("sign-in").hidden = true;
    byId("book").hidden = false;
  });
});
byId("whole").addEventListener("click", () => show("/api/logs", "The whole log"));
