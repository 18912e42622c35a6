// An article and its record: what the parts tell each other, the keys, and what is said to the editor.
"use strict";

(() => {
  const { el } = peelback;
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find("data").textContent);
  const { article, lists } = data;
  const points = new peelback.Points(article.text);
  const name = find("editor");
  name.value = localStorage.getItem("peelback editor") || data.editor;
  const editor = () => name.value.trim() || data.editor;
  const draftKey = `peelback draft ${article.id} ${article.path}`;
  let [chosen, path, form, picking, bound] = [null, null, null, null, null];

  const text = new peelback.Text(find("text"), points, { choose, select: offer, bound: move });
  const record = new peelback.Record(find("record"), lists, { accept, edit, remove, restore, add: begin, credit });
  record.onchoose = choose;
  const desk = new peelback.Desk(article, editor, { board: draw, status, conflict, others });
  name.addEventListener("change", () => { localStorage.setItem("peelback editor", editor()); desk.poll(); });

  // What is drawn

  function draw(changed, fresh) {
    if (fresh) [chosen, path] = [fresh, null];
    if (chosen && !desk.rows.has(chosen)) [chosen, path] = [null, null];
    const rows = desk.rows;
    const focused = find("record").contains(document.activeElement) && !document.activeElement.closest("form");
    record.draw(rows, chosen, path, form);
    text.draw(spansNow(), chosen, path);
    find("undo").disabled = !desk.board.undo && !desk.outbox.length;
    find("redo").disabled = !desk.board.redo;
    const state = rows.get("checked").value ? "checked" : rows.get("checked").waits || desk.outbox.length ? "in progress" : desk.board.state;
    find("state").textContent = state;
    find("state").className = `state is-${state.replace(" ", "-")}`;
    find("check").querySelector("span").textContent = state === "checked" ? "Open again" : openRows().length ? "Accept the rest, checked" : "Checked";
    if (fresh) record.reveal(fresh, true);
    else if (focused && chosen) record.find(chosen)?.querySelector(".says")?.focus({ preventScroll: true });
    counts();
    if (changed.length) {
      const who = [...new Set(changed.map((key) => rows.get(key)?.editor).filter(Boolean))].join(", ") || "Another tab";
      say(`${who} changed ${peelback.plural(changed.length, "row")} just now`);
      for (const key of changed) record.find(key)?.classList.add("flash");
    }
  }

  function spansNow() {
    const spans = [];
    for (const row of desk.rows.values()) {
      const own = form?.key === row.key ? form.edited.value : row.value;
      if (row.key.startsWith("findings/") && row.status !== "open" && row.key !== chosen) continue;
      for (const span of peelback.spansOf(own)) {
        const moved = bound && bound.key === row.key && String(bound.path) === String(span.path) ? bound.range : span;
        spans.push({ ...span, ...moved, key: row.key, field: peelback.fieldOf(row.key), weak: span.path[0] === "cue" });
      }
    }
    if (form?.key.endsWith("/+")) for (const span of peelback.spansOf(form.edited.value)) spans.push({ ...span, key: form.key, field: form.field });
    return spans;
  }

  const openRows = () => [...desk.rows.values()].filter((row) => peelback.LISTS.includes(peelback.fieldOf(row.key)) && row.status === "open" && row.value !== null);

  function counts() {
    const numbers = {};
    for (const row of desk.rows.values()) if (row.value !== null) numbers[peelback.fieldOf(row.key)] = (numbers[peelback.fieldOf(row.key)] ?? 0) + 1;
    for (const button of document.querySelectorAll("#legend button")) button.querySelector(".count").textContent = numbers[button.dataset.field] ?? 0;
    find("open").textContent = openRows().length ? `${openRows().length} open` : "nothing open";
  }

  // What is looked at

  function choose(key, at, focus = false) {
    if (form && form.key !== key) remember();
    [chosen, path] = [key, at ?? null];
    const row = desk.rows.get(key);
    const spans = peelback.spansOf(row?.value ?? row?.base);
    if (path === null && spans.length) path = spans[0].path;
    draw([]);
    record.reveal(key, focus);
    const span = spans.find((one) => String(one.path) === String(path));
    if (span) text.reveal(span);
  }

  function go(by, wanted = () => true) {
    const keys = [...find("record").querySelectorAll("[data-key]")].map((node) => node.dataset.key);
    const from = keys.indexOf(chosen);
    for (let n = 1; n <= keys.length; n += 1) {
      const key = keys[(((from < 0 && by < 0 ? 0 : from) + by * n) % keys.length + keys.length) % keys.length];
      if (wanted(desk.rows.get(key))) return choose(key, null, true);
    }
    return say("Nothing left to look at. c checks the article.");
  }

  const hasFinding = (row) => [...desk.rows.values()].some((one) => one.key.startsWith("findings/") && one.status === "open" && (one.value.path === `/${row.key}` || one.value.path.startsWith(`/${row.key}/`)));
  const isOpen = (row) => row?.status === "open" && peelback.LISTS.includes(peelback.fieldOf(row.key));
  const isDoubtful = (row) => isOpen(row) && (row.key.startsWith("findings/") || row.value.confidence < 0.9 || hasFinding(row));

  function onward() {
    const open = openRows();
    if (!open.length) return say("Nothing is open any more. c checks the article.");
    return go(1, open.some(isDoubtful) ? isDoubtful : isOpen);
  }

  // What is done to rows

  function accept(key) {
    const row = desk.rows.get(key);
    if (!row || row.value === null) return;
    const here = chosen === key;
    desk.step([{ row: key, action: "accept" }]);
    if (here) onward();
  }

  function remove(key) {
    const row = desk.rows.get(key);
    if (!row || row.value === null) return;
    desk.step([{ row: key, action: "delete" }]);
    say("Deleted. u undoes it.");
  }

  function restore(key) {
    const row = desk.rows.get(key);
    if (row?.base) desk.step([{ row: key, action: "change", new: row.base }]);
  }

  function credit(key, speaker) {
    const row = desk.rows.get(key);
    if (row?.value) desk.step([{ row: key, action: "change", new: { ...row.value, speaker } }]);
  }

  function edit(key) {
    const row = desk.rows.get(key);
    if (!row || key.startsWith("findings/") || row.status === "deleted") return;
    open(key, row.value, row.revision);
  }

  function open(key, value, seen) {
    chosen = key.endsWith("/+") ? null : key;
    const edited = new peelback.Form(key, value, lists, desk.rows, { save, cancel: close, pick, draft: remember });
    form = { key, field: peelback.fieldOf(key), edited, node: edited.node, seen };
    draw([]);
    edited.node.scrollIntoView({ block: "nearest" });
    edited.focus();
    remember();
  }

  function remember() {
    if (form) sessionStorage.setItem(draftKey, JSON.stringify({ key: form.key, value: form.edited.read(), seen: form.seen }));
    else sessionStorage.removeItem(draftKey);
  }

  function close() {
    const key = form?.key;
    [form, picking] = [null, null];
    remember();
    hint();
    draw([]);
    if (key && !key.endsWith("/+")) record.reveal(key, true);
  }

  function save(value) {
    const { key, seen } = form;
    const same = JSON.stringify(value) === JSON.stringify(desk.rows.get(key)?.value);
    close();
    if (key.endsWith("/+")) desk.step([{ row: key, action: "add", new: value }]);
    else if (value === null && !key.startsWith("source/") && key !== "programme") desk.step([{ row: key, action: "delete", seen }]);
    else if (!same) desk.step([{ row: key, action: "change", new: value, seen }]);
  }

  function begin(field) {
    const range = text.range();
    if (!range) {
      find("text").focus({ preventScroll: true });
      return say(`Select the words in the article first, then press ${lists.fields.find((one) => one.name === field).key}`);
    }
    const span = { ...range, text: points.slice(range.start, range.end) };
    text.clear();
    const present = desk.rows.get("inspectorate");
    if (field === "inspectorate") {
      const value = peelback.draft(field, span, desk.rows, lists);
      return open("inspectorate", present.value ? { ...present.value, evidence: [...present.value.evidence, span] } : value, present.revision);
    }
    return open(`${field}/+`, peelback.draft(field, span, desk.rows, lists), 0);
  }

  // The selection goes into the chosen row, as a further mention of it.
  function mention() {
    const [row, range] = [desk.rows.get(chosen), text.range()];
    const list = row?.value && (row.value.evidence ? "evidence" : row.value.parts ? "parts" : null);
    if (!range || !list || chosen.startsWith("findings/")) return;
    const spans = [...row.value[list], { ...range, text: points.slice(range.start, range.end) }].sort((a, b) => a.start - b.start);
    text.clear();
    desk.step([{ row: chosen, action: "change", new: { ...row.value, [list]: spans } }]);
  }

  function pick(at, line) {
    form.edited.read();
    picking = { at, label: line.label.toLowerCase() };
    if (text.range()) return picked();
    const own = peelback.spansOf(form.edited.value)[0];
    text.enter(own?.start ?? 0);
    hint();
    return say(`Select the ${picking.label} in the article, then Enter; Esc goes back`);
  }

  function picked() {
    const range = text.range();
    if (!range || !picking || !form) return;
    const { at } = picking;
    picking = null;
    text.clear();
    hint();
    form.edited.take(at, { ...range, text: points.slice(range.start, range.end) });
    draw([]);
    form.edited.focus();
  }

  function move(span, range, done) {
    const row = desk.rows.get(span.key);
    if (form?.key === span.key) {
      form.edited.take(span.path, { ...range, text: points.slice(range.start, range.end) });
      return draw([]);
    }
    bound = done ? null : { key: span.key, path: span.path, range };
    if (!done || !row?.value) return text.draw(spansNow(), chosen, path);
    const before = peelback.at(row.value, span.path);
    const fresh = { ...before, ...range, text: points.slice(range.start, range.end) };
    if (span.path[0] === "area") fresh.topic = null;
    if (span.path[0] === "deadline") fresh.date = null;
    return desk.step([{ row: span.key, action: "change", new: peelback.put(row.value, span.path, fresh) }]);
  }

  function stretch(side, by) {
    const span = text.active();
    if (!span || span.key.startsWith("findings/")) return;
    const range = text.step({ start: span.start, end: span.end }, side, by);
    if (range.start !== span.start || range.end !== span.end) move(span, range, true);
  }

  function check() {
    if (desk.rows.get("checked").value) return desk.step([{ row: "checked", action: "change", new: false }]);
    const rest = openRows().map((row) => ({ row: row.key, action: "accept" }));
    const sent = desk.step([...rest, { row: "checked", action: "change", new: true }]);
    say("Checked. u opens it again; Shift+J goes on.");
    return sent;
  }

  // Where one goes

  const query = location.search;
  const order = JSON.parse(sessionStorage.getItem("peelback order") ?? "[]");

  function leave(by) {
    const here = order.indexOf(article.id);
    const next = here >= 0 ? order[here + by] : by > 0 ? desk.next ?? data.next : undefined;
    location.href = next === undefined || next === null ? `/${query}` : `/articles/${next}${query}`;
  }

  // What is said

  let quiet;
  function say(words, lasting = false) {
    const place = find("said");
    place.textContent = words;
    place.hidden = false;
    clearTimeout(quiet);
    if (!lasting) quiet = setTimeout(() => { place.hidden = true; }, 6000);
  }

  function status(kind, words) {
    const place = find("saved");
    const shown = { saving: "Saving …", saved: "All saved", offline: "The server does not answer. Everything is kept here and sent when it is back.", refused: "Not saved", nothing: "All saved" }[kind];
    place.textContent = shown;
    place.className = `saved is-${kind}`;
    if (kind === "refused") say(`This cannot be: ${words}`, true);
    if (kind === "nothing") say(words);
  }

  function others(names) {
    const place = find("others");
    place.hidden = !names.length;
    const who = [...new Set(names)].map((one) => (one === editor() ? "another tab of yours" : one)).join(", ");
    place.textContent = names.length ? `Also open: ${who}` : "";
  }

  function conflict(step, answer) {
    const change = (step.changes ?? []).find((one) => answer.rows.includes(one.row));
    const row = change && desk.rows.get(change.row);
    if (!row || change.action === "accept") return say(answer.message, true);
    const dialog = find("conflict");
    const words = (value) => (value === null ? "deleted" : record.says(row.key, value).plain);
    dialog.querySelector(".theirs").textContent = `${row.editor || "Another tab"}: ${words(row.value)}`;
    dialog.querySelector(".yours").textContent = `You: ${change.action === "delete" ? "deleted" : words(change.new)}`;
    dialog.querySelector(".put").onclick = () => { dialog.close(); desk.step([{ ...change, seen: row.revision }]); };
    dialog.querySelector(".keep").onclick = () => dialog.close();
    choose(row.key, null);
    return dialog.showModal();
  }

  // The selection and what can be made of it

  function offer(range) {
    const bar = find("selection");
    bar.hidden = !range;
    if (!range) return;
    const own = desk.rows.get(chosen);
    bar.querySelector(".pick").hidden = !picking;
    bar.querySelector(".pick").textContent = picking ? `Use as ${picking.label} (Enter)` : "";
    bar.querySelector(".mention").hidden = Boolean(picking) || !(own?.value?.evidence || own?.value?.parts) || chosen.startsWith("findings/");
    for (const button of bar.querySelectorAll("[data-field]")) button.hidden = Boolean(picking) || Boolean(form);
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    const frame = find("text").closest(".scrolls").getBoundingClientRect();
    bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 8))}px`;
    bar.style.top = `${Math.max(frame.top, Math.min(box.bottom + 8, frame.bottom - bar.offsetHeight - 8))}px`;
  }

  function hint() {
    document.body.classList.toggle("picking", Boolean(picking));
    offer(text.range());
  }

  find("selection").addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  find("selection").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.field) begin(button.dataset.field);
    else if (button.classList.contains("pick")) picked();
    else mention();
  });
  document.querySelector("main .text").addEventListener("scroll", () => offer(text.range()), { passive: true });

  for (const button of document.querySelectorAll("#legend button")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!on));
      text.hidden[on ? "add" : "delete"](button.dataset.field);
      draw([]);
    });
  }

  // Keys

  let plain = localStorage.getItem("peelback keys") !== "off";
  find("plain").checked = plain;
  find("plain").addEventListener("change", (event) => { plain = event.target.checked; localStorage.setItem("peelback keys", plain ? "on" : "off"); });

  const keys = {
    n: onward, j: () => go(1), k: () => go(-1), a: () => chosen && accept(chosen), e: () => chosen && edit(chosen), x: () => chosen && remove(chosen), Delete: () => chosen && remove(chosen),
    r: () => chosen && restore(chosen), u: () => desk.turn("undo"), U: () => desk.turn("redo"), J: () => leave(1), K: () => leave(-1), q: () => { location.href = `/${query}`; },
    c: check, m: mention, t: () => text.enter(text.active()?.start ?? 0), v: () => chosen && record.choose(desk.rows.get(chosen)),
    s: () => record.find(chosen ?? "")?.querySelector(".voice")?.focus(), "[": () => stretch("end", -1), "]": () => stretch("end", 1), "{": () => stretch("start", -1), "}": () => stretch("start", 1),
    "?": () => find("keys").showModal(),
  };
  for (const field of lists.fields) if (field.key) keys[field.key] = () => begin(field.name);

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      if (picking) { picking = null; text.clear(); hint(); form?.edited.focus(); }
      else if (form && find("record").contains(event.target)) close();
      else if (text.range()) { text.clear(); if (chosen) record.reveal(chosen, true); }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !typing && ["z", "Z", "y"].includes(event.key)) {
      event.preventDefault();
      desk.turn(event.key === "z" && !event.shiftKey ? "undo" : "redo");
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && picking) { event.preventDefault(); picked(); return; }
    if (form && form.node.contains(event.target)) return;
    const act = keys[event.key];
    if (!act || (!plain && event.key.length === 1)) return;
    event.preventDefault();
    act();
  });

  find("undo").addEventListener("click", () => desk.turn("undo"));
  find("redo").addEventListener("click", () => desk.turn("redo"));
  find("check").addEventListener("click", check);
  find("next").addEventListener("click", () => leave(1));
  find("help").addEventListener("click", () => find("keys").showModal());
  find("back").setAttribute("href", `/${query}`);

  draw([]);
  const draft = JSON.parse(sessionStorage.getItem(draftKey) ?? "null");
  if (draft && (draft.key.endsWith("/+") || desk.rows.has(draft.key))) open(draft.key, draft.value, draft.seen);
  document.body.dataset.ready = "yes";
})();
