/* The overview that one can take hold of: zoom from ages to days, choose a period with two thumbs,
   go to a day by a click. The picture that the page came with stays until something changes. */
import { STEPS, stepFor, today } from "./days.js";

const HEIGHT = 64; // pixels of the highest column, as in the page's own picture
const ROW = 5; // pixels between two spans
const ROWS = 6;
const BAND = 20;
const BLOCK = 16;
const MOST_BLOCKS = 12;
const WIDE = 10; // pixels of the narrowest column
const LABEL = 72; // pixels that a label under the axis takes
const LEAST = 21; // days: the closest view
const SVG = "http://www.w3.org/2000/svg";
const PAGES = 10; // steps of Page Up and Page Down

export class Strip {
  constructor(frame, columns, names, { changed, go }) {
    Object.assign(this, { frame, columns, names, changed, go });
    this.svg = frame.querySelector("svg");
    this.full = [Number(frame.dataset.first), Number(frame.dataset.last)];
    this.view = this.full;
    this.from = this.to = null;
    this.top = Number(frame.dataset.top);
    this.height = Number(frame.dataset.height);
    this.parts();
    this.controls();
    this.pointers = new Map();
    this.stage.addEventListener("pointerdown", (event) => this.press(event));
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("click", (event) => event.preventDefault());
    new ResizeObserver(() => this.drawn && this.draw()).observe(frame);
  }

  parts() {
    const make = (name, role) => {
      const node = document.createElement("div");
      node.className = `strip-${name}`;
      if (role) node.setAttribute("role", role);
      this.stage?.append(node);
      return node;
    };
    this.stage = make("stage");
    this.svg.before(this.stage);
    this.stage.append(this.svg);
    this.before = make("shade");
    this.after = make("shade");
    this.window = make("window");
    this.marker = make("here");
    const { words } = this.columns;
    this.thumbs = ["from", "to"].map((end) => {
      const thumb = make(`thumb strip-thumb--${end}`, "slider");
      thumb.tabIndex = 0;
      thumb.setAttribute("aria-label", words[end]);
      thumb.setAttribute("aria-describedby", "strip-keys");
      thumb.addEventListener("keydown", (event) => this.key(event, end));
      return thumb;
    });
    this.keys = document.createElement("p");
    this.keys.id = "strip-keys";
    this.keys.className = "visually-hidden";
    this.keys.textContent = words.keys;
    this.frame.append(this.keys);
    this.frame.classList.add("strip-frame--live");
  }

  controls() {
    const { words } = this.columns;
    const box = document.querySelector(".strip-tools");
    const acts = [
      ["zoom_out", "−", () => this.zoom(2)],
      ["zoom_in", "+", () => this.zoom(0.5)],
      ["zoom_all", words.zoom_all_short, () => this.look(this.full)],
    ];
    for (const [name, sign, act] of acts) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", words[name]);
      button.addEventListener("click", act);
      box.append(button);
    }
    this.range = document.createElement("span");
    this.range.className = "strip-tools__range";
    box.prepend(this.range);
  }

  /* Draw what a choice leaves. */
  show(choice, found) {
    const [from, to] = [this.from, this.to];
    this.from = choice.from;
    this.to = choice.to;
    const view = choice.view ? this.fit(choice.view) : this.full;
    const moved = String(view) !== String(this.view);
    this.view = view;
    const changed = this.found && (this.found.around.length !== found.around.length || this.chosen || from !== this.from || to !== this.to);
    this.found = found;
    this.chosen = found.around.length !== this.columns.size;
    if (moved || changed || this.drawn || this.chosen || this.from !== null || this.to !== null) this.draw();
    this.place();
  }

  /* Mark the event that is being read. */
  here(event) {
    this.reading = this.columns.starts[event];
    this.place();
  }

  x(day) { return (day - this.view[0]) / (this.view[1] + 1 - this.view[0]); }

  day(x) { return Math.floor(this.view[0] + x * (this.view[1] + 1 - this.view[0])); }

  at(event) {
    const { left, width } = this.stage.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - left) / width, 0), 1);
  }

  /* Where the thumbs, the window and the marks stand. */
  place() {
    const inside = (x) => Math.min(Math.max(x, 0), 1);
    const left = inside(this.from === null ? 0 : this.x(this.from));
    const right = inside(this.to === null ? 1 : this.x(this.to + 1));
    const percent = (x) => `${x * 100}%`;
    this.before.style.width = percent(left);
    this.after.style.left = percent(right);
    this.after.style.width = percent(1 - right);
    this.window.style.left = percent(left);
    this.window.style.width = percent(right - left);
    this.window.classList.toggle("strip-window--chosen", this.from !== null || this.to !== null);
    this.thumbs[0].style.left = percent(left);
    this.thumbs[1].style.left = percent(right);
    const [from, to] = [this.from ?? this.full[0], this.to ?? this.full[1]];
    this.value(this.thumbs[0], from, this.full[0], to, this.from);
    this.value(this.thumbs[1], to, from, this.full[1], this.to);
    const here = this.reading === undefined ? -1 : this.x(this.reading);
    this.marker.hidden = here < 0 || here > 1;
    this.marker.style.left = percent(here);
    this.range.textContent = `${this.names.day(this.view[0])} – ${this.names.day(this.view[1])}`;
  }

  value(thumb, now, least, most, chosen) {
    thumb.setAttribute("aria-valuemin", least);
    thumb.setAttribute("aria-valuemax", most);
    thumb.setAttribute("aria-valuenow", now);
    const day = this.names.day(now);
    thumb.setAttribute("aria-valuetext", chosen === null ? `${day} (${this.columns.words.open})` : day);
  }

  get step() { return stepFor(this.view[1] + 1 - this.view[0], Math.floor(this.stage.clientWidth / WIDE)); }

  /* The picture of the view: columns of what a step holds whole, lines for what is longer. */
  draw() {
    this.drawn = true;
    const width = this.stage.clientWidth;
    const step = this.step;
    const scale = (day) => this.x(day) * width;
    const { bars, spans } = this.sort(this.found.around, step);
    const all = this.chosen ? this.sort(Array.from({ length: this.columns.starts.length }, (_, i) => i), step).bars : bars;
    const highest = Math.max(1, ...all.values());
    const axis = this.top + HEIGHT;
    const nodes = [line(0, width, axis + 0.5, "strip__axis"), ...this.bands(scale, width)];
    const columns = (counts, name) => {
      let path = "";
      for (const [start, number] of counts) {
        const left = Math.max(scale(start), 0) + 1;
        const right = Math.min(scale(step.next(start)), width) - 1;
        if (right <= left) continue;
        const unit = Math.min(HEIGHT / highest, BLOCK);
        const blocks = highest > MOST_BLOCKS ? 1 : number;
        const high = highest > MOST_BLOCKS ? Math.max(number / highest * HEIGHT, 3) : unit - 2;
        for (let i = 0; i < blocks; i += 1) {
          const top = highest > MOST_BLOCKS ? axis - high : axis - (i + 1) * unit;
          path += `M${left.toFixed(1)} ${top.toFixed(1)}h${(right - left).toFixed(1)}v${high.toFixed(1)}h${(left - right).toFixed(1)}z`;
        }
      }
      nodes.push(shape("path", { class: name, d: path }));
    };
    if (this.chosen) columns(all, "strip__bar strip__bar--behind");
    columns(bars, "strip__bar");
    nodes.push(...this.lines(spans, scale, width, axis));
    nodes.push(...this.labels(scale, width, step));
    const now = scale(today() + 0.5);
    if (now >= 0 && now <= width) nodes.push(shape("path", { class: "strip__today", d: `M${now} ${this.top}V${axis}` }));
    this.svg.replaceChildren(...nodes);
  }

  /* Part events into those that a step holds, counted by its first day, and longer ones. */
  sort(events, step) {
    const { starts, ends } = this.columns;
    const [first, last] = this.view;
    const bars = new Map();
    const spans = [];
    for (const event of events) {
      if (event >= starts.length || ends[event] < first || starts[event] > last) continue;
      const start = step.start(starts[event]);
      if (ends[event] < step.next(start)) bars.set(start, (bars.get(start) || 0) + 1);
      else spans.push(event);
    }
    return { bars, spans };
  }

  lines(events, scale, width, axis) {
    const { starts, ends, marks } = this.columns;
    const rows = [];
    const drawn = { known: "", guess: "", hollow: "" };
    for (const event of [...events].sort((a, b) => starts[a] - starts[b])) {
      const left = Math.max(scale(starts[event]), 0);
      const right = Math.min(scale(ends[event] + 1), width);
      let row = rows.findIndex((taken) => taken <= left);
      if (row < 0) row = rows.length;
      if (row === ROWS) continue;
      rows[row] = right + 2;
      const y = axis + 6 + row * ROW;
      const kind = marks[event] >= 8 ? "hollow" : marks[event] === 1 ? "known" : "guess";
      const ticks = kind === "guess" ? `M${left + 0.5} ${y - 2}v4M${right - 0.5} ${y - 2}v4` : "";
      drawn[kind] += `M${left.toFixed(1)} ${y}H${right.toFixed(1)}${ticks}`;
    }
    return Object.entries(drawn).map(([kind, d]) => shape("path", { class: `strip__line strip__line--${kind}`, d }));
  }

  bands(scale, width) {
    const rows = [];
    return this.columns.bands.flatMap(([kind, first, last, name]) => {
      const left = Math.max(scale(first), 0);
      const right = Math.min(Math.max(scale(last + 1), scale(first) + 6), width);
      let row = kind === "era" ? rows.findIndex(([of, taken]) => of === kind && taken <= left) : -1;
      if (row < 0) row = rows.length;
      rows[row] = [kind, right];
      if (right <= 0 || left >= width) return [];
      const inside = kind === "era" || right - left > width * 0.35;
      const before = !inside && left > width - right;
      const text = shape("text", { class: "strip__name", y: 13, x: inside ? 6 : before ? left - 6 : right + 6, "text-anchor": before ? "end" : "start" });
      text.textContent = name;
      const box = shape("svg", inside ? { x: left, y: row * BAND, width: Math.max(right - left, 1), height: BAND - 2 } : { y: row * BAND });
      box.append(shape("rect", { class: `strip__band strip__band--${kind}`, rx: 2, ...(inside ? { width: "100%", height: BAND - 2 } : { x: left, y: 6, width: right - left, height: 6 }) }), text);
      return [box];
    });
  }

  labels(scale, width, step) {
    const most = Math.max(2, Math.floor(width / LABEL));
    const length = this.view[1] + 1 - this.view[0];
    const by = STEPS[Math.max(STEPS.indexOf(stepFor(length, most)), STEPS.indexOf(step))];
    const found = [];
    for (let day = by.start(this.view[0]); day <= this.view[1]; day = by.next(day)) {
      const x = scale(day);
      if (x < 0 || x > width - 20) continue;
      const text = shape("text", { class: "strip__label", x: x + 3, y: this.height + 16 });
      text.textContent = this.names.tick(day, by);
      found.push(shape("path", { class: "strip__tick", d: `M${x + 0.5} ${this.top + HEIGHT}V${this.height + 18}` }), text);
    }
    return found;
  }

  /* Looking closer or farther. */
  fit([first, last]) {
    const whole = this.full[1] - this.full[0];
    const length = Math.min(Math.max(Math.round(last - first), LEAST), whole);
    const start = Math.round(Math.min(Math.max(first, this.full[0]), this.full[1] - length));
    return length >= whole ? this.full : [start, start + length];
  }

  look(view) {
    this.view = this.fit(view);
    this.draw();
    this.place();
    this.changed({ view: this.view === this.full ? null : this.view }, "view");
  }

  zoom(factor, around) {
    const [first, last] = this.view;
    const chosen = this.from !== null || this.to !== null;
    const read = this.reading >= first && this.reading <= last ? this.reading : (first + last) / 2;
    const middle = around ?? (chosen ? ((this.from ?? first) + (this.to ?? last)) / 2 : read);
    this.look([middle - (middle - first) * factor, middle + (last - middle) * factor]);
  }

  wheel(event) {
    const across = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey || event.metaKey || event.altKey) {
      event.preventDefault();
      this.zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200))), this.day(this.at(event)));
    } else if (across || event.shiftKey) {
      event.preventDefault();
      const by = (event.deltaX || event.deltaY) / this.stage.clientWidth * (this.view[1] - this.view[0]);
      this.look([this.view[0] + by, this.view[1] + by]);
    }
  }

  /* One pointer takes a thumb, the window or draws a new one; two look closer. */
  press(event) {
    if (event.button) return;
    const x = this.at(event);
    this.pointers.set(event.pointerId, x);
    const thumb = this.thumbs.indexOf(event.target);
    const hold = { x, moved: false, from: this.from, to: this.to, thumb, inside: event.target === this.window && this.window.classList.contains("strip-window--chosen") };
    this.stage.setPointerCapture(event.pointerId);
    const move = (moved) => this.drag(moved, hold);
    const end = (ended) => {
      this.stage.removeEventListener("pointermove", move);
      this.stage.removeEventListener("pointerup", end);
      this.stage.removeEventListener("pointercancel", end);
      this.pointers.delete(event.pointerId);
      this.spread = null;
      if (ended.type === "pointerup" && !hold.moved && thumb < 0) this.go(this.day(hold.x));
      else if (hold.moved) this.changed({ from: this.from, to: this.to }, "moved");
    };
    this.stage.addEventListener("pointermove", move);
    this.stage.addEventListener("pointerup", end);
    this.stage.addEventListener("pointercancel", end);
    if (thumb >= 0) event.target.focus({ preventScroll: true });
  }

  drag(event, hold) {
    const x = this.at(event);
    if (!this.pointers.has(event.pointerId)) return;
    this.pointers.set(event.pointerId, x);
    if (this.pointers.size === 2) {
      this.pinch();
      return;
    }
    if (!hold.moved && Math.abs(x - hold.x) * this.stage.clientWidth < 4) return;
    hold.moved = true;
    const step = this.step;
    const snap = (place) => step.start(this.day(Math.min(place, 0.9999)));
    const last = (place) => step.next(snap(place)) - 1;
    if (hold.thumb === 0) this.choose(snap(x), this.to);
    else if (hold.thumb === 1) this.choose(this.from, last(x));
    else if (hold.inside) this.shift(this.day(x) - this.day(hold.x), hold);
    else this.choose(snap(Math.min(x, hold.x)), last(Math.max(x, hold.x)));
  }

  shift(by, { from, to }) {
    if (from === null || to === null) return;
    const room = Math.min(Math.max(by, this.full[0] - from), this.full[1] - to);
    this.choose(from + room, to + room);
  }

  pinch() {
    const [one, other] = [...this.pointers.values()];
    const spread = Math.max(Math.abs(one - other), 0.02);
    if (this.spread) this.zoom(this.spread / spread, this.day((one + other) / 2));
    this.spread = spread;
  }

  /* Set the window; an end at the edge of all time is open. */
  choose(from, to, how = "moving") {
    if (from !== null && to !== null && from > to) [from, to] = [to, from];
    this.from = from !== null && from <= this.full[0] ? null : from;
    this.to = to !== null && to >= this.full[1] ? null : to;
    this.place();
    this.changed({ from: this.from, to: this.to }, how);
  }

  key(event, end) {
    const step = this.step;
    const now = this[end] ?? this.full[end === "from" ? 0 : 1];
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -PAGES, PageUp: PAGES };
    let day;
    if (event.key === "Home") day = end === "from" ? this.full[0] : this.from ?? this.full[0];
    else if (event.key === "End") day = end === "from" ? this.to ?? this.full[1] : this.full[1];
    else if (event.key === "+" || event.key === "=") this.zoom(0.5, now);
    else if (event.key === "-") this.zoom(2, now);
    else if (steps[event.key]) day = walk(now, steps[event.key], step, end === "to");
    else return;
    event.preventDefault();
    if (day === undefined) return;
    day = Math.min(Math.max(day, this.full[0]), this.full[1]);
    if (end === "from") this.choose(Math.min(day, this.to ?? this.full[1]), this.to);
    else this.choose(this.from, Math.max(day, this.from ?? this.full[0]));
    this.follow();
  }

  /* Keep the window in sight while keys move it. */
  follow() {
    const [first, last] = this.view;
    const chosen = [this.from ?? first, this.to ?? last];
    if (chosen[0] < first || chosen[1] > last) {
      const by = chosen[0] < first ? chosen[0] - first : chosen[1] - last;
      this.look([first + by, last + by]);
    }
  }
}

/* The day some steps away; an end of a period is the last day of its step. */
function walk(day, count, step, isEnd) {
  let start = step.start(isEnd ? day + 1 : day);
  for (let i = 0; i < Math.abs(count); i += 1) {
    start = count > 0 ? step.next(start) : step.start(start - 1);
  }
  return isEnd ? start - 1 : start;
}

function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

const line = (left, right, y, name) => shape("line", { x1: left, x2: right, y1: y, y2: y, class: name });
