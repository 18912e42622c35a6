// The queue: keys, the order for "next article", and how far bringing in is.
"use strict";

(() => {
  const find = (id) => document.getElementById(id);
  const links = [...document.querySelectorAll("#queue tbody a")];
  sessionStorage.setItem("peelback order", JSON.stringify(links.map((link) => Number(link.dataset.id))));

  for (const input of document.querySelectorAll("#filter select")) input.addEventListener("change", () => input.form.requestSubmit());
  find("filter").addEventListener("submit", () => { // an address without what is empty
    for (const input of find("filter").elements) if (input.name && !input.value) input.disabled = true;
  });
  for (const row of document.querySelectorAll("#queue tbody tr")) {
    row.addEventListener("click", (event) => event.target.closest("a") || row.querySelector("a").click());
  }

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" || document.querySelector("dialog[open]")) return;
    if (localStorage.getItem("peelback keys") === "off") return;
    const here = links.indexOf(document.activeElement);
    if (event.key === "j" || event.key === "n") links[Math.min(links.length - 1, here + 1)]?.focus();
    else if (event.key === "k" || event.key === "p") links[Math.max(0, here - 1)]?.focus();
    else if (event.key === "/") find("search").focus();
    else if (event.key === "?") find("keys").showModal();
    else return;
    event.preventDefault();
  });

  find("help").addEventListener("click", () => find("keys").showModal());
  find("export").addEventListener("click", async () => {
    const place = find("said");
    place.hidden = false;
    place.textContent = "Writing …";
    try {
      const response = await fetch("/api/export", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
      const answer = await response.json();
      place.textContent = response.ok
        ? `${answer.folder} now holds ${answer.records} records, ${answer.gold} gold files of checked articles and ${answer.corrections} corrections. ${answer.messages.join(" ")}`
        : answer.message;
    } catch {
      place.textContent = "The server does not answer; nothing was written.";
    }
  });

  const intake = find("intake");
  const wait = async () => {
    try {
      const answer = await (await fetch("/api/progress")).json();
      if (answer.finished) return location.reload();
      intake.textContent = answer.total ? `Reading articles: ${answer.done} of ${answer.total}` : "Reading articles …";
    } catch { /* the server stopped; the page stays as it is */ }
    return setTimeout(wait, 1000);
  };
  if (intake && !("finished" in intake.dataset)) wait();
})();
