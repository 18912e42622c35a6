// What every part of the page uses: one namespace, elements, and offsets in code points.
"use strict";

const peelback = {};

// An element with attributes, handlers (on…) and children; text is only ever set as text.
peelback.el = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
};

// Offsets of a record count code points, those of JavaScript UTF-16 units: an emoji is one there and two here.
peelback.Points = class {
  constructor(text) {
    this.text = text;
    this.units = null;
    this.length = text.length;
    if (/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)) {
      const units = [];
      for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) units.push(unit);
      this.length = units.length;
      units.push(text.length);
      this.units = units;
    }
  }

  toUnit(point) {
    return this.units ? this.units[Math.min(point, this.length)] : point;
  }

  toPoint(unit) {
    if (!this.units) return unit;
    let low = 0;
    let high = this.units.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.units[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  slice(start, end) {
    return this.text.slice(this.toUnit(start), this.toUnit(end));
  }

  // Words as pairs of offsets; a mark that stands alone is one too, white space is none.
  get words() {
    if (!this._words) {
      const pattern = /[\p{L}\p{N}\p{M}]+(?:['’.\-‑][\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}(?:[\u200d\ufe0f\u{1F3FB}-\u{1F3FF}]|\p{Extended_Pictographic})*|[^\s]/gu;
      this._words = Array.from(this.text.matchAll(pattern), (found) => [
        this.toPoint(found.index),
        this.toPoint(found.index + found[0].length),
      ]);
    }
    return this._words;
  }

  // Number of the first word that ends behind an offset.
  wordAt(point) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle][1] <= point) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.words.length - 1);
  }
};

// Every span below a value, with the path at which it stands: ["evidence", 0], ["area"] …
peelback.spansOf = (value, path = []) => {
  if (value === null || typeof value !== "object") return [];
  const found = [];
  if (Number.isInteger(value.start) && Number.isInteger(value.end)) found.push({ start: value.start, end: value.end, path });
  for (const [key, below] of Object.entries(value)) {
    found.push(...peelback.spansOf(below, [...path, Array.isArray(value) ? Number(key) : key]));
  }
  return found;
};

peelback.at = (value, path) => path.reduce((item, key) => (item === null || item === undefined ? undefined : item[key]), value);

// A copy of a value in which another stands at a path.
peelback.put = (value, path, other) => {
  const copy = structuredClone(value ?? {});
  const above = path.slice(0, -1).reduce((item, key) => (item[key] ??= {}), copy);
  above[path.at(-1)] = other;
  return copy;
};

peelback.fieldOf = (key) => key.split("/")[0];
peelback.LISTS = ["forces", "stated_counts", "grades", "recommendations", "initiatives", "officials", "quotes", "findings"];
peelback.flat = (words) => words.replace(/\s+/g, " ").trim();
peelback.short = (words, most = 160) => {
  const line = Array.from(peelback.flat(words));
  return line.length > most ? line.slice(0, most - 1).join("").trimEnd() + "…" : line.join("");
};
peelback.plural = (number, one, many = one + "s") => `${number} ${number === 1 ? one : many}`;
