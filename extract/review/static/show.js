// An article beside its record, to look at: the page that `peelback show` writes.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const rows = new Map(data.article.board.rows.map((row) => [row.key, row]));
  const spans = [...rows.values()].flatMap((row) =>
    peelback.spansOf(row.value).map((span) => ({ ...span, key: row.key, field: peelback.fieldOf(row.key), weak: span.path[0] === "cue" })));
  const text = new peelback.Text(document.getElementById("text"), new peelback.Points(data.article.text), { choose });
  const record = new peelback.Record(document.getElementById("record"), data.lists, null);
  record.onchoose = choose;

  function choose(key, path) {
    const own = spans.filter((span) => span.key === key);
    const at = path ?? own[0]?.path ?? null;
    record.draw(rows, key, at, null);
    text.draw(spans, key, at);
    const span = own.find((one) => String(one.path) === String(at));
    if (span) text.reveal(span);
    record.reveal(key, true);
  }

  for (const button of document.querySelectorAll("#legend button")) {
    const number = [...rows.values()].filter((row) => peelback.fieldOf(row.key) === button.dataset.field && row.value !== null).length;
    button.querySelector(".count").textContent = number;
    if (!number) button.hidden = true;
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!on));
      text.hidden[on ? "add" : "delete"](button.dataset.field);
      text.draw(spans, record.chosen, record.path);
    });
  }

  text.draw(spans, null, null);
  record.draw(rows, null, null, null);
  document.body.dataset.ready = "yes";
})();
