// The record beside the article: a card for each row, in groups by field.
"use strict";

peelback.Record = class {
  // lists: what an editor chooses from. on: what to call, null where the page only shows.
  constructor(pane, lists, on) {
    Object.assign(this, { pane, lists, on, rows: new Map(), kept: new Map(), chosen: null, path: null, form: null });
    this.names = new Map(lists.forces.map((force) => [force.id, force.name]));
  }

  draw(rows, chosen, path, form) {
    Object.assign(this, { rows, chosen, path, form });
    const groups = new Map([["article", []], ...peelback.LISTS.map((name) => [name, []])]);
    for (const row of rows.values()) {
      const field = peelback.fieldOf(row.key);
      if (field === "checked" || (peelback.LISTS.includes(field) && row.value === null && row.base === null)) continue;
      groups.get(groups.has(field) ? field : "article").push(row);
    }
    const order = ["findings", ...[...groups.keys()].filter((name) => name !== "findings")]; // what is odd comes first
    const shown = order.filter((name) => groups.get(name).length || (this.on && name !== "findings"));
    this.pane.replaceChildren(...shown.map((name) => this.group(name, groups.get(name))));
  }

  group(name, rows) {
    const field = this.lists.fields.find((one) => one.name === name) ?? { many: "Article", one: "value" };
    const sorted = name === "article" ? rows : this.sorted(rows);
    const open = rows.filter((row) => row.status === "open").length;
    const count = name === "article" ? "" : this.on && open ? `${rows.length} · ${open} open` : rows.length;
    const add = this.on && field.key && name !== "inspectorate"
      ? peelback.el("button", { type: "button", class: "quiet", title: `Add a ${field.one} (${field.key})`, "aria-label": `Add a ${field.one}`,
        onclick: () => this.on.add(name) }, "+ add")
      : null;
    return peelback.el("section", { class: `group of-${name}`, "aria-labelledby": `group-${name}` },
      peelback.el("header", {}, peelback.el("span", { class: "swatch", "aria-hidden": "true" }),
        peelback.el("h2", { id: `group-${name}` }, field.many), peelback.el("span", { class: "count" }, String(count)), add),
      peelback.el("ul", { role: "list" },
        this.form && this.form.key.endsWith("/+") && this.form.field === name ? peelback.el("li", { class: "row chosen editing" }, this.form.node) : null,
        sorted.map((row) => this.card(row))));
  }

  // Rows in the order of the article, deleted ones where they stood.
  sorted(rows) {
    const first = (row) => Math.min(...peelback.spansOf(row.value ?? row.base).map((span) => span.start), Infinity);
    return rows.some((row) => row.key.includes("+")) ? [...rows].sort((a, b) => first(a) - first(b)) : rows;
  }

  card(row) {
    const chosen = row.key === this.chosen;
    const editing = this.form?.key === row.key;
    const state = JSON.stringify([row, chosen, chosen && this.path, this.speakers(row)]);
    const kept = this.kept.get(row.key);
    if (!editing && kept?.state === state) return kept.node;
    const node = peelback.el("li", { class: `row is-${row.status}${chosen ? " chosen" : ""}${editing ? " editing" : ""}`, id: `row-${row.key}`, "data-key": row.key },
      editing ? this.form.node : [this.head(row), chosen ? this.more(row) : null]);
    this.kept.set(row.key, { state: editing ? "" : state, node });
    return node;
  }

  // What a quote shows hangs on the officials too.
  speakers(row) {
    return row.key.startsWith("quotes/") ? this.speaker(row.value ?? row.base) : "";
  }

  head(row) {
    const value = row.value ?? row.base;
    const says = this.says(row.key, value);
    const label = `${this.label(row.key)}: ${says.plain}`;
    const marks = { open: "", accepted: "✓", changed: "✎", added: "+", deleted: "×" };
    const named = { open: "not checked", accepted: "accepted", changed: "changed", added: "added", deleted: "deleted" };
    const button = peelback.el("button", { type: "button", class: "says", "aria-expanded": String(row.key === this.chosen), "aria-label": this.on ? `${label}, ${named[row.status]}` : label,
      onclick: () => this.choose(row) },
      this.on ? peelback.el("span", { class: "mark-of", title: named[row.status] }, marks[row.status]) : null, peelback.el("span", { class: "words" }, says.nodes));
    if (!this.on) return button;
    const gone = row.status === "deleted";
    const can = [
      gone ? null : this.button("✓", `Accept ${label}`, "Accept (a)", () => this.on.accept(row.key), row.status === "accepted" ? "on" : ""),
      gone || row.key.startsWith("findings/") ? null : this.button("✎", `Edit ${label}`, "Edit (e)", () => this.on.edit(row.key)),
      gone ? this.button("↺", `Restore ${label}`, "Restore (r)", () => this.on.restore(row.key))
        : row.value === null ? null : this.button("×", `Delete ${label}`, "Delete (x)", () => this.on.remove(row.key)),
    ];
    return peelback.el("div", { class: "head" }, button, peelback.el("span", { class: "can" }, can));
  }

  button(sign, label, title, onclick, kind = "") {
    return peelback.el("button", { type: "button", class: `sign ${kind}`, "aria-label": label, title, onclick }, sign);
  }

  choose(row) {
    const spans = peelback.spansOf(row.value ?? row.base);
    const at = row.key === this.chosen ? spans.findIndex((span) => String(span.path) === String(this.path)) : -1;
    this.choice(row.key, spans.length ? spans[(at + 1) % spans.length].path : null);
  }

  choice(key, path) {
    this.onchoose(key, path);
  }

  label(key) {
    const field = peelback.fieldOf(key);
    if (field === "source") return { title: "Title", published: "Published", publisher: "Publisher", author: "Author", url: "Address" }[key.split("/")[1]];
    return { programme: "Programme", inspectorate: "Inspectorate" }[field] ?? this.lists.fields.find((one) => one.name === field).one.replace(/^./, (c) => c.toUpperCase());
  }

  speaker(quote) {
    for (const row of this.rows.values()) {
      if (row.key.startsWith("officials/") && (row.value ?? row.base)?.id === quote.speaker) return (row.value ?? row.base).name ?? (row.value ?? row.base).role;
    }
    return quote.speaker;
  }

  body(id) {
    return id === null || id === undefined ? null : this.names.get(id) ?? id;
  }

  // What a row says, as nodes and as plain words.
  says(key, value) {
    const el = peelback.el;
    const field = peelback.fieldOf(key);
    const many = [...this.rows.values()].filter((row) => row.key.startsWith("forces/") && row.value).length > 1;
    const parts = [];
    const main = (words) => words && parts.push(["main", words]);
    const badge = (words, kind = "") => words && parts.push([`badge ${kind}`, words]);
    const dim = (words) => words && parts.push(["dim", words]);
    if (field === "source" || field === "programme" || field === "inspectorate") {
      dim(this.label(key));
      const words = field === "inspectorate" ? value?.name : field === "programme" ? this.lists.programmes.find((one) => one.id === value)?.name ?? value : value;
      if (words) main(words);
      else parts.push(["none", "none"]);
    } else if (field === "forces") {
      main(value.name);
      badge(value.subject ? "inspected" : "mentioned", value.subject ? "strong" : "");
      if (value.evidence.length > 1) dim(`${value.evidence.length} places`);
    } else if (field === "stated_counts") {
      main(`${value.count} ${value.of}`);
      badge(value.grade, `grade g-${value.grade?.split(" ")[0]}`);
      dim(this.body(value.force));
    } else if (field === "grades") {
      main(peelback.short(value.area.text));
      badge(value.grade, `grade g-${value.grade.split(" ")[0]}`);
      if (value.previous) badge("earlier");
      if (many) dim(this.body(value.force) ?? "no force");
    } else if (field === "recommendations") {
      main(peelback.short(value.evidence[0].text));
      if (value.kind !== "recommendation") badge(value.kind.replaceAll("_", " "));
      if (many) dim(this.body(value.force) ?? "no force");
      if (value.evidence.length > 1) dim(`${value.evidence.length} mentions`);
      if (value.deadline) dim(value.deadline.text + (value.deadline.date ? ` (${value.deadline.date})` : ""));
    } else if (field === "initiatives") {
      main(value.name);
      badge(value.kind === "other" ? "" : value.kind);
      dim(value.started && `since ${value.started}`);
    } else if (field === "officials") {
      main(value.name ?? "(unnamed)");
      dim(value.role);
      dim(this.body(value.organisation));
    } else if (field === "quotes") {
      const words = peelback.short(value.parts.map((part) => part.text).join(" … "));
      parts.push(["speaker", this.speaker(value) ?? "nobody"]);
      main(value.kind === "indirect" ? words : `“${words}”`);
      if (value.kind !== "direct") badge(value.kind);
    } else if (field === "findings") {
      badge(value.code, `code s-${value.severity}`);
      main(value.message);
    }
    return {
      nodes: parts.flatMap(([kind, words]) => [el("span", { class: kind }, words), " "]),
      plain: parts.map(([, words]) => words).join(", "),
    };
  }

  // What a chosen row shows besides: where it stands, why it was found, what was said of it.
  more(row) {
    const el = peelback.el;
    const value = row.value ?? row.base;
    const spans = peelback.spansOf(value);
    const kinds = { evidence: "evidence", parts: "part", area: "area", deadline: "deadline", about: "about", cue: "credit" };
    const places = spans.map((span) => {
      const active = String(span.path) === String(this.path);
      return el("li", {}, el("button", { type: "button", class: `place${active ? " on" : ""}`, "aria-current": active ? "true" : null, onclick: () => this.onchoose(row.key, span.path) },
        el("span", { class: "dim" }, (kinds[span.path[0]] ?? span.path[0]) + (Number.isInteger(span.path[1]) && span.path[1] ? ` ${span.path[1] + 1}` : "")), " ",
        peelback.short(peelback.at(value, span.path).text, 70)));
    });
    const facts = [];
    if (value?.rule) facts.push(row.status === "added" || value.rule.endsWith(".editor") ? "as an editor put it" : `${value.rule}, ${Math.round(value.confidence * 100)} % sure`);
    if (row.editor) facts.push(`${row.status} by ${row.editor}, ${new Date(row.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`);
    const was = row.status === "changed" ? this.says(row.key, row.base).plain : "";
    const found = [...this.rows.values()].filter((one) => one.key.startsWith("findings/") && one.status === "open" && (one.value?.path === `/${row.key}` || one.value?.path.startsWith(`/${row.key}/`)));
    return el("div", { class: "more" },
      row.explanation ? el("p", { class: "explains" }, row.explanation) : null,
      found.map((one) => el("p", { class: "explains" }, el("span", { class: `badge code s-${one.value.severity}` }, one.value.code), ` ${one.value.message} ${one.explanation}`)),
      this.on && row.key.startsWith("quotes/") && row.value ? this.voices(row) : null,
      places.length ? el("ul", { class: "places", "aria-label": "Where the article says it" }, places) : null,
      was ? el("p", { class: "facts" }, `Was: ${was}`) : null,
      facts.length ? el("p", { class: "facts" }, facts.join(" · ")) : null);
  }

  // Who could have said a quote: a click credits it.
  voices(row) {
    const people = [...this.rows.values()].filter((one) => one.key.startsWith("officials/") && one.value).map((one) => one.value);
    const say = (id, words) => peelback.el("button", { type: "button", class: "voice", "aria-pressed": String(row.value.speaker === id), onclick: () => this.on.credit(row.key, id) }, words);
    return peelback.el("div", { class: "voices", role: "group", "aria-label": "Said by" }, peelback.el("span", { class: "dim" }, "said by "),
      people.map((one) => say(one.id, one.name ?? one.role)),
      row.value.speaker !== null && !people.some((one) => one.id === row.value.speaker) ? say(row.value.speaker, row.value.speaker) : null, say(null, "nobody"));
  }

  find(key) {
    return this.pane.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  // Bring the chosen row into view, and to the keyboard where the keyboard was in use.
  reveal(key, focus) {
    const node = this.find(key);
    if (!node) return;
    const scroller = this.pane.closest(".scrolls");
    const [box, frame] = [node.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 20) scroller.scrollTop += box.top - frame.top - frame.height / 3;
    if (focus) node.querySelector(".says")?.focus({ preventScroll: true });
  }
};
