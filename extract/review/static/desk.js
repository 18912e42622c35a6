// Corrections on their way to the server: kept in the browser until the server has them, sent in their order, once each.
"use strict";

peelback.Desk = class {
  // on: { board(others' keys), status(kind, message), conflict(step, answer), others(names) }
  constructor(article, editor, on) {
    Object.assign(this, { id: article.id, editor, on, rows: new Map(), sending: false, offline: false });
    this.tab = sessionStorage.getItem("peelback tab") ?? peelback.unique();
    sessionStorage.removeItem("peelback tab"); // so that a tab made as a copy of this one has a name of its own
    addEventListener("pagehide", () => sessionStorage.setItem("peelback tab", this.tab));
    this.keep = `peelback outbox ${article.id} ${article.path}`;
    this.outbox = JSON.parse(localStorage.getItem(this.keep) ?? "[]");
    this.take(article.board);
    this.again();
    if (this.outbox.length) this.send();
    this.timer = setInterval(() => this.poll(), 2500);
    document.addEventListener("visibilitychange", () => document.hidden || this.poll());
    this.poll();
  }

  take(board) {
    this.board = board;
    this.rows = new Map(board.rows.map((row) => [row.key, row]));
  }

  // What is not sent yet shows all the same.
  again() {
    for (const step of this.outbox) {
      for (const change of step.changes ?? []) {
        const key = change.action === "add" ? `${change.row}${step.request}` : change.row;
        const row = this.rows.get(key) ?? { key, value: null, base: null, status: "added", revision: 0, editor: "", at: "" };
        const status = { accept: "accepted", change: "changed", delete: "deleted", add: "added" }[change.action];
        const value = change.action === "accept" ? row.value : change.action === "delete" ? null : change.new;
        this.rows.set(key, { ...row, value, status: row.key.includes("+") && status !== "deleted" ? "added" : status, waits: true });
      }
    }
  }

  step(changes) {
    const seen = (key) => this.board.rows.find((row) => row.key === key)?.revision ?? 0;
    this.push({ action: "steps", changes: changes.map((change) => ({ ...change, seen: change.seen ?? seen(change.row) })) });
  }

  turn(action) {
    this.push({ action });
  }

  push(step) {
    this.outbox.push({ ...step, request: peelback.unique(), editor: this.editor() });
    this.store();
    this.again();
    this.on.board([]);
    return this.send();
  }

  store() {
    if (this.outbox.length) localStorage.setItem(this.keep, JSON.stringify(this.outbox));
    else localStorage.removeItem(this.keep);
  }

  async send() {
    if (this.sending) return;
    this.sending = true;
    while (this.outbox.length) {
      this.on.status(this.offline ? "offline" : "saving");
      const step = this.outbox[0];
      let answer, status;
      try {
        const response = await fetch(`/api/articles/${this.id}/${step.action}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ changes: step.changes ?? [], editor: step.editor, request: step.request }),
        });
        status = response.status;
        if (status >= 500 || status === 401) throw new Error(`status ${status}`);
        answer = await response.json().catch(() => ({ message: `the server answered ${status}` }));
      } catch {
        this.offline = true;
        this.on.status("offline");
        this.sending = false;
        setTimeout(() => this.send(), 1500);
        return;
      }
      this.offline = false;
      this.outbox.shift();
      this.settle(step, status, answer);
    }
    this.sending = false;
    if (!this.troubled) this.on.status("saved");
    this.troubled = false;
  }

  settle(step, status, answer) {
    const touched = (step.changes ?? []).map((change) => change.row);
    if (status >= 400) {
      this.troubled = true; // what was built on it goes with it
      this.outbox = this.outbox.filter((later) => !(later.changes ?? []).some((change) => touched.includes(change.row)));
    }
    const before = new Map(this.board.rows.map((row) => [row.key, row]));
    if (answer.board) this.take(answer.board);
    for (const later of this.outbox) {
      for (const change of later.changes ?? []) if (touched.includes(change.row)) change.seen = this.rows.get(change.row)?.revision ?? 0;
    }
    this.store();
    this.again();
    if ("next" in answer) this.next = answer.next;
    const fresh = this.board.rows.filter((row) => !before.has(row.key)).map((row) => row.key);
    this.on.board([], status < 400 && touched.some((key) => key.endsWith("/+")) ? fresh.at(-1) : null);
    if (status === 409) this.on.conflict(step, answer);
    else if (status >= 400) this.on.status("refused", answer.message);
    else if (answer.step === 0) this.on.status("nothing", step.action === "undo" ? "Nothing to undo." : "Nothing to redo.");
  }

  // What others did meanwhile, and who else has the article open.
  async poll() {
    if (this.sending || this.outbox.length || document.hidden) return;
    const query = new URLSearchParams({ since: this.board.revision, tab: this.tab, editor: this.editor() });
    try {
      const response = await fetch(`/api/articles/${this.id}?${query}`);
      if (!response.ok) return;
      const answer = await response.json();
      if (this.offline) this.on.status("saved");
      this.offline = false;
      this.on.others(answer.others);
      if (answer.board && !this.sending && !this.outbox.length && answer.board.revision > this.board.revision) {
        const before = new Map(this.board.rows.map((row) => [row.key, row.revision]));
        this.take(answer.board);
        this.on.board(answer.board.rows.filter((row) => row.revision !== (before.get(row.key) ?? 0)).map((row) => row.key));
      }
    } catch {
      this.offline = true;
      this.on.status("offline");
    }
  }
};

// A name that nobody else has; randomUUID is only there on a secure origin.
peelback.unique = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
