// The form in which a row is edited: one line for each of its values, spans taken from the article.
"use strict";

peelback.Form = class {
  // on: { save(value), cancel(), pick(path), draft() }
  constructor(key, value, lists, rows, on) {
    Object.assign(this, { key, value: structuredClone(value), lists, rows, on, field: peelback.fieldOf(key), inputs: [] });
    this.node = peelback.el("form", { class: "edit", onsubmit: (event) => { event.preventDefault(); this.save(); }, oninput: () => this.on.draft() });
    this.draw();
  }

  get shape() {
    const { lists } = this;
    const force = { at: ["force"], label: "Force", as: "force" };
    const evidence = { at: ["evidence"], label: "Evidence", as: "spans" };
    const topics = Object.entries(lists.programmes.find((one) => one.id === this.rows.get("programme")?.value)?.topics ?? {});
    const source = this.key.split("/")[1];
    return {
      source: [{ at: [], label: this.key === "source/published" ? "Date" : "Value", as: "text", hint: source === "published" ? "2025-11-24, 2025-11 or 2025" : "" }],
      programme: [{ at: [], label: "Programme", as: "choice", of: [["", "none"], ...lists.programmes.map((one) => [one.id, one.name])] }],
      inspectorate: [{ at: ["name"], label: "Body", as: "text", of: lists.inspectorates }, evidence],
      forces: [{ at: ["id"], label: "Force", as: "force" }, { at: ["subject"], label: "its inspection is reported", as: "flag" }, evidence],
      stated_counts: [{ at: ["count"], label: "Number", as: "number" }, { at: ["of"], label: "Of", as: "choice", of: lists.counted },
        { at: ["grade"], label: "Grade", as: "choice", of: [["", "any"], ...lists.grades] }, force, evidence],
      grades: [force, { at: ["area"], label: "Area", as: "area" }, { at: ["area", "topic"], label: "Topic", as: "topic", topics, hint: "found by the words" },
        { at: ["grade"], label: "Grade", as: "choice", of: lists.grades }, { at: ["previous"], label: "of an earlier inspection", as: "flag" }, evidence],
      recommendations: [{ at: ["kind"], label: "Kind", as: "choice", of: lists.kinds.recommendations.map((kind) => [kind, kind.replaceAll("_", " ")]) }, force,
        { at: ["deadline"], label: "Deadline", as: "span" }, { ...evidence, label: "Mentions" }],
      initiatives: [{ at: ["name"], label: "Name", as: "text" }, { at: ["kind"], label: "Kind", as: "choice", of: lists.kinds.initiatives },
        { at: ["started"], label: "Started", as: "text", hint: "2021, 2021-05 …" }, { at: ["about"], label: "About", as: "span" }, evidence],
      officials: [{ at: ["name"], label: "Name", as: "text" }, { at: ["role"], label: "Role", as: "text" }, { at: ["organisation"], label: "Body", as: "body" }, evidence],
      quotes: [{ at: ["speaker"], label: "Speaker", as: "speaker" }, { at: ["kind"], label: "Kind", as: "choice", of: lists.kinds.quotes },
        { at: ["parts"], label: "Parts", as: "spans" }, { at: ["cue"], label: "Credit", as: "span" }],
    }[this.field];
  }

  draw() {
    const el = peelback.el;
    this.inputs = [];
    const added = this.key.endsWith("/+");
    const one = this.lists.fields.find((field) => field.name === this.field)?.one ?? "value";
    this.node.replaceChildren(
      el("h3", {}, added ? `New ${one}` : `Edit ${one}`),
      ...this.shape.map((line) => this.line(line)),
      el("p", { class: "error", role: "alert", hidden: true }),
      el("p", { class: "buttons" }, el("button", { class: "primary", type: "submit" }, "Save"), " ",
        el("button", { type: "button", onclick: () => this.on.cancel() }, "Cancel"), el("span", { class: "dim" }, " Enter saves, Esc cancels")));
  }

  line(line) {
    const el = peelback.el;
    this.options = null;
    const id = `edit-${line.at.join("-") || "value"}`;
    const now = line.at.length ? peelback.at(this.value, line.at) : this.value;
    if (["span", "spans", "area"].includes(line.as)) return el("div", { class: "line", role: "group", "aria-label": line.label }, el("span", { class: "label" }, line.label), this.spans(line, now));
    const names = (id) => this.lists.forces.find((force) => force.id === id)?.name ?? id ?? "";
    let input;
    if (line.as === "flag") input = el("input", { id, type: "checkbox" });
    else if (line.as === "choice") input = el("select", { id }, line.of.map((option) => (Array.isArray(option) ? option : [option, option])).map(([value, words]) => el("option", { value, selected: value === (now ?? "") }, words)));
    else input = el("input", { id, type: line.as === "number" ? "number" : "text", min: line.as === "number" ? 0 : null, placeholder: line.hint, list: this.list(line, id), autocomplete: "off", spellcheck: "false" });
    if (line.as === "flag") input.checked = Boolean(now);
    else if (line.as === "force" || line.as === "body") input.value = names(now);
    else if (line.as === "speaker") input.value = this.officials.find((one) => one.id === now)?.name ?? this.officials.find((one) => one.id === now)?.role ?? now ?? "";
    else if (line.as !== "choice") input.value = now ?? "";
    this.inputs.push({ line, input });
    const label = el("label", { for: id, class: "label" }, line.label);
    return el("div", { class: `line${line.as === "flag" ? " flag" : ""}` }, line.as === "flag" ? [input, label] : [label, input], this.options);
  }

  get officials() {
    return [...this.rows.values()].filter((row) => row.key.startsWith("officials/") && row.value).map((row) => row.value);
  }

  // What an input offers while one types.
  list(line, id) {
    const here = [...this.rows.values()].filter((row) => row.key.startsWith("forces/") && row.value).map((row) => row.value.id);
    const forces = [...this.lists.forces].sort((a, b) => here.includes(b.id) - here.includes(a.id)).map((force) => [force.name, force.aliases.join(", ")]);
    const offered = { force: forces, body: [...this.lists.inspectorates.map((name) => [name, ""]), ...forces], speaker: [...this.officials.map((one) => [one.name ?? one.role, one.name ? one.role ?? "" : ""]), ...this.lists.inspectorates.map((name) => [name, ""])],
      text: line.of?.map((name) => [name, ""]), topic: line.topics?.map(([id, words]) => [id, words]) }[line.as];
    this.options = offered ? peelback.el("datalist", { id: `${id}-list` }, offered.map(([value, label]) => peelback.el("option", { value, label: label || null }))) : null;
    return offered ? `${id}-list` : null;
  }

  spans(line, now) {
    const el = peelback.el;
    const many = line.as === "spans";
    const own = many ? now ?? [] : now ? [now] : [];
    const take = el("button", { type: "button", class: "quiet", "aria-label": `Take ${line.label.toLowerCase()} from the article`, onclick: () => this.on.pick([...line.at, ...(many ? [own.length] : [])], line) }, many ? "+ from the article" : "from the article");
    const drop = (number) => () => {
      this.read();
      if (many) this.value = peelback.put(this.value, line.at, own.filter((_, other) => other !== number));
      else this.value = peelback.put(this.value, line.at, line.as === "area" ? { text: "overall", start: null, end: null, topic: null } : null);
      this.draw();
      this.on.draft();
    };
    const shown = own.map((span, number) => el("li", {}, el("q", {}, peelback.short(span.text, 110)),
      (many && own.length > 1) || (!many && (line.as !== "area" || span.start !== null)) ? el("button", { type: "button", class: "sign", "aria-label": `Drop ${peelback.short(span.text, 30)}`, onclick: drop(number) }, "×") : null));
    return el("div", { class: "spans" }, el("ul", { role: "list" }, shown), take);
  }

  // Put a stretch of the article where it was asked for.
  take(path, span) {
    this.read();
    const before = peelback.at(this.value, path);
    this.value = peelback.put(this.value, path, path[0] === "area" ? { ...before, ...span, topic: null } : path[0] === "deadline" ? { ...span, date: null } : span);
    this.draw();
    this.on.draft();
  }

  // What the inputs say goes into the value.
  read() {
    for (const { line, input } of this.inputs) {
      const words = input.value.trim();
      let value = words === "" ? null : words;
      if (line.as === "flag") value = input.checked;
      else if (line.as === "number") value = words === "" ? null : Number(words);
      else if (value !== null && (line.as === "force" || line.as === "body")) value = this.force(words) ?? words;
      else if (value !== null && line.as === "topic") value = this.topic(line, words) ?? words;
      else if (value !== null && line.as === "speaker") value = this.officials.find((one) => [one.name, one.role].some((name) => name && name.toLowerCase() === words.toLowerCase()))?.id ?? words;
      this.value = line.at.length ? peelback.put(this.value, line.at, value) : value;
    }
    return this.value;
  }

  force(words) {
    const wanted = words.toLowerCase();
    return this.lists.forces.find((force) => [force.id, force.name, ...force.aliases].some((name) => name.toLowerCase() === wanted))?.id;
  }

  topic(line, words) {
    const wanted = words.toLowerCase();
    return line.topics.find(([id, wording]) => [id, id.replaceAll("-", " "), wording.toLowerCase()].includes(wanted))?.[0];
  }

  save() {
    const value = this.read();
    const unknown = this.inputs.find(({ line, input }) => line.as === "force" && input.value.trim() && !this.force(input.value.trim()));
    const stray = this.inputs.find(({ line, input }) => line.as === "topic" && input.value.trim() && !this.topic(line, input.value.trim()));
    if (stray) return this.refuse(`“${stray.input.value}” is no topic of the programme; choose one from the list`, stray.input);
    if (unknown) return this.refuse(`“${unknown.input.value}” is not in the registry; choose a name from the list`, unknown.input);
    this.on.save(this.field === "inspectorate" && !value.name ? null : value);
  }

  refuse(message, input) {
    const place = this.node.querySelector(".error");
    place.textContent = message;
    place.hidden = false;
    (input ?? this.node.querySelector("input, select, button")).focus();
  }

  focus() {
    this.node.querySelector("input, select, button")?.focus({ preventScroll: true });
  }
};

// What a row that begins with a stretch of the article is before anybody has said more.
peelback.draft = (field, span, rows, lists) => {
  const alone = [...rows.values()].filter((row) => row.key.startsWith("forces/") && row.value?.subject);
  const force = alone.length === 1 ? alone[0].value.id : null;
  const evidence = [span];
  const named = lists.forces.find((one) => [one.name, ...one.aliases].some((name) => name.toLowerCase() === peelback.flat(span.text).toLowerCase()));
  const lower = span.text.toLowerCase();
  const grade = [...lists.grades].sort((a, b) => b.length - a.length).find((word) => lower.includes(word)) ?? "good";
  const kind = lists.kinds.initiatives.find((word) => lower.split(/\s+/).includes(word)) ?? "other";
  const number = Number(/\d+/.exec(span.text)?.[0] ?? ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].findIndex((word) => new RegExp(`\\b${word}\\b`).test(lower)));
  return {
    forces: { id: named?.id ?? null, subject: false, evidence },
    grades: { force, area: { text: "overall", start: null, end: null, topic: null }, grade, previous: false, evidence },
    recommendations: { kind: "recommendation", force, deadline: null, area: null, evidence },
    initiatives: { name: peelback.flat(span.text), kind, started: null, about: null, evidence },
    officials: { id: null, name: peelback.flat(span.text), role: null, organisation: force, evidence },
    quotes: { speaker: null, kind: "direct", parts: [span], cue: null },
    stated_counts: { count: Math.max(0, number), of: "areas", grade: null, force: null, evidence },
    inspectorate: { name: peelback.flat(span.text), evidence },
  }[field];
};
