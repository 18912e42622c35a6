// The article with its highlights: draws them, tells what was clicked or selected, lets boundaries be dragged.
"use strict";

peelback.Text = class {
  // points: of the article. on: what to call, { choose(key, path), select(range or null), bound(path, range, done) }.
  constructor(pane, points, on) {
    Object.assign(this, { pane, points, on, hidden: new Set(), spans: [], chosen: null, path: null, starts: new Map() });
    this.anchor = null; // of the selection by keys: numbers of the first and the last word
    pane.addEventListener("click", (event) => this.click(event));
    document.addEventListener("selectionchange", () => this.selected());
    if (on.bound) pane.addEventListener("pointerdown", (event) => this.drag(event));
    pane.addEventListener("keydown", (event) => this.key(event));
  }

  // spans: [{ start, end, key, field, path, weak }]; chosen: key of the row that is looked at; path: of its span.
  draw(spans, chosen, path) {
    Object.assign(this, { spans: spans.filter((span) => !this.hidden.has(span.field)), chosen, path });
    const kept = this.range();
    const lanes = this.lanes();
    const cuts = new Set([0, this.points.length]);
    for (const span of this.spans) cuts.add(span.start).add(span.end);
    const sorted = Array.from(cuts).sort((a, b) => a - b);
    const starts = new Map();
    for (const span of this.spans) {
      starts.set(span.start, [...(starts.get(span.start) ?? []), span]);
    }
    this.starts = new Map();
    const nodes = [];
    let open = [];
    const active = this.on.bound && !this.chosen?.startsWith("findings/") ? this.active() : null;
    for (let number = 0; number < sorted.length - 1; number += 1) {
      const [start, end] = [sorted[number], sorted[number + 1]];
      open = open.filter((span) => span.end !== start).concat(starts.get(start) ?? []);
      if (active?.start === start) nodes.push(this.handle("start"));
      const words = document.createTextNode(this.points.slice(start, end));
      this.starts.set(words, this.points.toUnit(start));
      nodes.push(open.length ? this.mark(words, open, lanes) : words);
      if (active?.end === end) nodes.push(this.handle("end"));
    }
    this.pane.replaceChildren(...nodes);
    if (kept) this.show(kept, false);
  }

  // The span whose boundaries can be moved: that of the path, else the first of the chosen row.
  active() {
    const own = this.spans.filter((span) => span.key === this.chosen);
    return own.find((span) => String(span.path) === String(this.path)) ?? own[0] ?? null;
  }

  // A lane for each span, so that those that overlap have lines of their own below the words.
  lanes() {
    const lanes = new Map();
    const free = [];
    const same = new Map(); // rows of one field at one place share a line
    for (const span of [...this.spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
      const place = `${span.field} ${span.start} ${span.end}`;
      let lane = same.get(place) ?? free.findIndex((until) => until <= span.start);
      if (lane < 0) lane = free.length;
      same.set(place, lane);
      free[lane] = span.end;
      lanes.set(span, lane);
    }
    return lanes;
  }

  mark(words, open, lanes) {
    const node = peelback.el("span", { class: "mark", "data-rows": open.map((span) => span.key).join(" ") }, words);
    const shown = open.filter((span) => lanes.get(span) < 4);
    const inner = open.reduce((best, span) => (span.end - span.start < best.end - best.start ? span : best));
    const chosen = open.find((span) => span.key === this.chosen);
    const tint = chosen ?? inner;
    if (chosen) node.classList.add("chosen");
    if (open.every((span) => span.weak)) node.classList.add("weak");
    const layers = shown.map((span) => [`var(--bar-${span.field})`, `100% 3px`, `0 calc(100% - ${8 - 4 * lanes.get(span)}px)`]);
    layers.push([`var(--tint-${tint.field}${chosen ? "-chosen" : ""})`, "100% calc(100% - 12px)", "0 0"]);
    node.style.backgroundImage = layers.map((layer) => layer[0]).join(", ");
    node.style.backgroundSize = layers.map((layer) => layer[1]).join(", ");
    node.style.backgroundPosition = layers.map((layer) => layer[2]).join(", ");
    return node;
  }

  handle(side) {
    return peelback.el("span", { class: `handle ${side}`, "data-side": side, "aria-hidden": "true" });
  }

  click(event) {
    if (!getSelection().isCollapsed || event.target.closest(".handle")) return;
    const point = this.pointAt(event.clientX, event.clientY);
    const here = this.spans
      .filter((span) => span.start <= point && point <= span.end)
      .filter((span) => event.target.dataset.rows?.split(" ").includes(span.key))
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (!here.length) return;
    const before = here.findIndex((span) => span.key === this.chosen && String(span.path) === String(this.path));
    const next = here[(before + 1) % here.length]; // a further click goes on to what lies below
    this.on.choose(next.key, next.path);
  }

  pointAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const [node, offset] = caret ? [caret.offsetNode, caret.offset] : [range?.startContainer, range?.startOffset];
    return node ? this.pointOf(node, offset) : null;
  }

  // Offset in code points of a place in the pane, or null.
  pointOf(node, offset) {
    if (!this.pane.contains(node)) return null;
    if (node.nodeType === Node.TEXT_NODE) return this.points.toPoint((this.starts.get(node) ?? 0) + offset);
    const walker = document.createTreeWalker(this.pane, NodeFilter.SHOW_TEXT);
    const edge = node.childNodes[offset] ?? null;
    let last = 0;
    for (let words = walker.nextNode(); words; words = walker.nextNode()) {
      const position = edge ? edge.compareDocumentPosition(words) : node.compareDocumentPosition(words);
      if (edge && (edge === words || edge.contains(words) || position & Node.DOCUMENT_POSITION_FOLLOWING)) {
        return this.points.toPoint(this.starts.get(words));
      }
      if (!edge && position & Node.DOCUMENT_POSITION_FOLLOWING && !node.contains(words)) break;
      last = this.starts.get(words) + words.length;
    }
    return this.points.toPoint(last);
  }

  // What is selected of the article, without white space at its edges, or null.
  range() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.pane)) return null;
    let start = this.pane.contains(range.startContainer) ? this.pointOf(range.startContainer, range.startOffset) : 0;
    let end = this.pane.contains(range.endContainer) ? this.pointOf(range.endContainer, range.endOffset) : this.points.length;
    if (!this.pane.contains(range.startContainer) && !this.pane.contains(range.endContainer)) return null;
    while (start < end && /\s/.test(this.points.slice(start, start + 1))) start += 1;
    while (start < end && /\s/.test(this.points.slice(end - 1, end))) end -= 1;
    return start < end ? { start, end } : null;
  }

  selected() {
    const range = this.range();
    if (JSON.stringify(range) === JSON.stringify(this.last ?? null)) return;
    this.last = range;
    this.on.select?.(range);
  }

  // Select a range and bring it into view.
  show(range, scroll = true) {
    const [from, to] = [this.place(range.start, false), this.place(range.end, true)];
    if (!from || !to) return;
    getSelection().setBaseAndExtent(from[0], from[1], to[0], to[1]);
    if (scroll) this.reveal(range);
  }

  place(point, before) {
    const unit = this.points.toUnit(point);
    for (const [words, start] of this.starts) {
      const end = start + words.length;
      if (before ? start < unit && unit <= end : start <= unit && unit < end) return [words, unit - start];
    }
    return null;
  }

  // Scroll so that an offset stands in the upper half of the pane.
  reveal({ start }) {
    const place = this.place(start, false);
    if (!place) return;
    const range = document.createRange();
    range.setStart(...place);
    range.setEnd(place[0], Math.min(place[1] + 1, place[0].length));
    const scroller = this.pane.closest(".scrolls");
    const [box, frame] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const margin = Math.min(90, frame.height / 4);
    if (box.top < frame.top + margin || box.bottom > frame.bottom - margin) {
      scroller.scrollTop += box.top - frame.top - frame.height / 3;
    }
  }

  clear() {
    this.anchor = null;
    getSelection().removeAllRanges();
  }

  // Selecting by keys: a word is always whole, the arrows go from word to word and from sentence to sentence.
  enter(point) {
    this.pane.focus({ preventScroll: true });
    const number = this.points.wordAt(point ?? 0);
    this.anchor = [number, number];
    this.showWords();
  }

  showWords() {
    const [first, last] = [Math.min(...this.anchor), Math.max(...this.anchor)];
    const range = { start: this.points.words[first][0], end: this.points.words[last][1] };
    this.show(range, false);
    this.reveal({ start: this.points.words[this.anchor[1]][0] });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.points.words.length) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: "back", ArrowDown: "on" }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const range = this.range();
    if (!this.anchor && range) this.anchor = [this.points.wordAt(range.start), this.points.wordAt(range.end - 1)];
    if (!this.anchor) return this.enter(0);
    const moved = typeof step === "number" ? this.anchor[1] + step : this.sentence(this.anchor[1], step === "on");
    const number = Math.max(0, Math.min(this.points.words.length - 1, moved));
    this.anchor = [event.shiftKey ? this.anchor[0] : number, number];
    this.showWords();
  }

  // Number of the word at which the next sentence or line begins, or the one before.
  sentence(number, forward) {
    const { words } = this.points;
    const begins = (n) => n <= 0 || /[.!?\n]/.test(this.points.slice(words[n - 1][0], words[n][0]));
    let n = number + (forward ? 1 : -1);
    while (n > 0 && n < words.length && !begins(n)) n += forward ? 1 : -1;
    return n;
  }

  drag(event) {
    const handle = event.target.closest(".handle");
    const span = this.active();
    if (!handle || !span) return;
    event.preventDefault();
    const side = handle.dataset.side;
    let range = { start: span.start, end: span.end };
    const move = (moved) => {
      const point = this.pointAt(moved.clientX, moved.clientY);
      if (point === null) return;
      const next = this.bounded(range, side, moved.altKey ? point : this.snap(point, side));
      if (next.start === range.start && next.end === range.end) return;
      range = next;
      this.on.bound(span, range, false);
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      this.pane.classList.remove("dragging");
      if (range.start !== span.start || range.end !== span.end) this.on.bound(span, range, true);
    };
    this.pane.classList.add("dragging");
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  }

  bounded(range, side, point) {
    return side === "start"
      ? { start: Math.max(0, Math.min(point, range.end - 1)), end: range.end }
      : { start: range.start, end: Math.min(this.points.length, Math.max(point, range.start + 1)) };
  }

  // The boundary of a word that is nearest to an offset.
  snap(point, side) {
    const { words } = this.points;
    const near = this.points.wordAt(point);
    const edge = side === "start" ? 0 : 1;
    const around = [near - 1, near, near + 1].filter((n) => words[n]).map((n) => words[n][edge]);
    return around.reduce((best, here) => (Math.abs(here - point) < Math.abs(best - point) ? here : best), around[0] ?? point);
  }

  // The range after one of its boundaries moved by a word.
  step(range, side, by) {
    const { words } = this.points;
    if (side === "start") {
      const number = this.points.wordAt(range.start) + by;
      return this.bounded(range, side, words[Math.max(0, Math.min(words.length - 1, number))][0]);
    }
    const number = this.points.wordAt(range.end - 1) + by;
    return this.bounded(range, side, words[Math.max(0, Math.min(words.length - 1, number))][1]);
  }
};
