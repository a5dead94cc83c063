/* The list of events: only what is near the window is in the document, the rest is empty space of
   about the right height. Short lists are there as a whole. */
const CHUNK = 16; // cards that come and go together
const WHOLE = 120; // events up to which the whole list stays in the document
const GUESS = 190; // pixels of a card that has not been seen yet
const AHEAD = 1.2; // windows of cards kept ready above and below

export class List {
  constructor(box, columns, root) {
    this.box = box;
    this.columns = columns;
    this.root = root;
    this.above = space(box, "prepend");
    this.below = space(box, "append");
    this.chunks = [];
    this.seen = () => {};
    this.edge = 0; // pixels at the top of the window that something covers
    this.level = Number(box.dataset.level);
    let asked = false;
    const later = () => {
      if (!asked) requestAnimationFrame(() => { asked = false; if (this.order) this.sync(); });
      asked = true;
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
  }

  /* Take over the cards that the page came with: the first ones of the order. */
  adopt(order) {
    const first = { start: 0, node: this.box.querySelector(".chunk"), filled: true, kept: true };
    first.size = Math.min(Number(this.box.dataset.shown), order.length);
    this.lay(order, first.size ? [first] : []);
  }

  show(order) {
    for (const chunk of this.chunks) chunk.node?.remove();
    this.box.querySelector(".chunk")?.remove();
    this.lay(order, []);
  }

  lay(order, chunks) {
    this.order = order;
    this.chunks = chunks;
    const guess = this.average || GUESS;
    for (let start = chunks.length ? chunks[0].size : 0; start < order.length; start += CHUNK) {
      chunks.push({ start, size: Math.min(CHUNK, order.length - start), node: null, filled: false });
    }
    for (const chunk of chunks) chunk.height = chunk.node?.offsetHeight || chunk.size * guess;
    if (chunks[0]?.node) this.above.after(chunks[0].node);
    this.from = 0;
    this.to = chunks[0]?.node ? 1 : 0;
    this.pad();
    this.sync();
  }

  /* Put the chunks near the window into the document; what is being read does not move. */
  sync() {
    const chunks = this.chunks;
    const height = innerHeight;
    const top = this.above.getBoundingClientRect().top;
    const reach = this.order.length <= WHOLE ? Infinity : height * AHEAD;
    let from = 0;
    let at = top;
    while (from < chunks.length - 1 && at + chunks[from].height < -reach) at += chunks[from++].height;
    let to = from;
    while (to < chunks.length && at < height + reach) at += chunks[to++].height;
    if (from !== this.from || to !== this.to) this.put(from, to);
    this.report();
  }

  put(from, to) {
    const anchor = this.anchor();
    for (let i = this.from; i < this.to; i += 1) {
      const { node } = this.chunks[i];
      if ((i < from || i >= to) && node && !node.contains(document.activeElement)) {
        this.chunks[i].height = node.offsetHeight;
        node.remove();
      }
    }
    let after = this.above;
    for (let i = from; i < to; i += 1) {
      const chunk = this.chunks[i];
      chunk.node ||= this.blank(chunk);
      if (after.nextElementSibling !== chunk.node) after.after(chunk.node);
      after = chunk.node;
      if (!chunk.filled) this.fill(chunk);
    }
    this.from = from;
    this.to = to;
    this.pad();
    this.hold(anchor);
  }

  pad() {
    const sum = (chunks) => chunks.reduce((total, chunk) => total + chunk.height, 0);
    this.above.style.blockSize = `${sum(this.chunks.slice(0, this.from))}px`;
    this.below.style.blockSize = `${sum(this.chunks.slice(this.to))}px`;
  }

  blank(chunk) {
    const node = document.createElement("div");
    node.className = "chunk";
    node.style.minBlockSize = `${chunk.height}px`;
    return node;
  }

  async fill(chunk) {
    chunk.filled = true;
    const events = this.order.slice(chunk.start, chunk.start + chunk.size);
    const { order } = this;
    let cards;
    try {
      cards = await Promise.all(events.map((event) => this.columns.card(event)));
    } catch (fault) {
      console.error(fault);
      chunk.filled = false;
      chunk.node.textContent = this.columns.words.failed;
      return;
    }
    if (this.order !== order) return;
    const anchor = this.anchor();
    chunk.node.innerHTML = this.html(chunk, events, cards);
    chunk.node.style.minBlockSize = "";
    chunk.height = chunk.node.isConnected ? chunk.node.offsetHeight : chunk.height;
    this.average ||= chunk.height / chunk.size;
    this.hold(anchor);
    chunk.done?.();
    this.report();
  }

  /* The cards under their years and months; names of the site's own, cards as the site made them. */
  html(chunk, events, cards) {
    const { runs, run, years, months } = this.columns;
    const before = chunk.start ? this.order[chunk.start - 1] : -1;
    const level = this.level;
    let html = "";
    let open = -1;
    let openYear = -1;
    events.forEach((event, i) => {
      const of = run[event];
      const year = runs[of];
      if (year !== openYear) {
        if (openYear >= 0) html += "</ol></section></div></section>";
        const [number, label] = years[year];
        const goesOn = !i && before >= 0 && runs[run[before]] === year;
        const id = number === null ? "undated" : `y${number}`;
        const name = escape(label);
        const linked = number === null ? name : `<a href="./years/${number}/">${name}</a>`;
        html += `<section class="year"${goesOn ? ` aria-label="${name}"` : ` id="${id}"`}>`
          + (goesOn ? `<p class="year__name" aria-hidden="true">${name}</p>`
            : `<h${level} class="year__name" tabindex="-1">${linked}</h${level}>`)
          + `<div class="year__months">`;
        openYear = year;
        open = -1;
      }
      if (of !== open) {
        if (open >= 0) html += "</ol></section>";
        const name = escape(months[runs[of + 1]]);
        const goesOn = !i && before >= 0 && run[before] === of;
        html += `<section class="month">${goesOn ? `<p class="month__name" aria-hidden="true">${name}</p>`
          : `<h${level + 1} class="month__name">${name}<span class="visually-hidden"> ${escape(years[year][1])}</span></h${level + 1}>`}<ol class="events">`;
        open = of;
      }
      html += cards[i];
    });
    html += "</ol></section></div></section>";
    return this.root === "./" ? html : html.replaceAll('href="./', `href="${this.root}`);
  }

  /* The first card that is in sight, and where it is. */
  anchor() {
    for (let i = this.from; i < this.to; i += 1) {
      const { node } = this.chunks[i];
      if (!node || node.getBoundingClientRect().bottom < this.edge) continue;
      for (const card of node.querySelectorAll(".event")) {
        const { top, bottom } = card.getBoundingClientRect();
        if (bottom > this.edge + 8) return [card, top];
      }
    }
    return null;
  }

  hold(anchor) {
    if (!anchor?.[0].isConnected || this.box.getBoundingClientRect().top >= this.edge) return;
    const moved = anchor[0].getBoundingClientRect().top - anchor[1];
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }

  /* Bring the event at a place of the order to the top of the window. */
  async jump(place) {
    const chunk = this.chunks.find((one) => place < one.start + one.size);
    if (!chunk) return null;
    const index = this.chunks.indexOf(chunk);
    let top = this.above.getBoundingClientRect().top + scrollY;
    for (let i = 0; i < index; i += 1) top += this.chunks[i].height;
    scrollTo({ top: top + 1, behavior: "instant" });
    const ready = chunk.filled && chunk.node.firstChild ? null : new Promise((done) => { chunk.done = done; });
    this.sync();
    await ready;
    const card = chunk.node.querySelectorAll(".event")[place - chunk.start];
    const held = card?.closest(".month").querySelector(".event") === card ? card.closest(".month") : card;
    const section = held?.closest(".year");
    const target = section?.querySelector(".event") === card ? section : held;
    target?.scrollIntoView({ block: "start", behavior: "instant" });
    this.sync();
    return target;
  }

  /* Tell the strip what is being read. */
  report() {
    const anchor = this.anchor();
    if (!anchor) return;
    const chunk = this.chunks.slice(this.from, this.to).find(({ node }) => node.contains(anchor[0]));
    const inside = [...chunk.node.querySelectorAll(".event")].indexOf(anchor[0]);
    this.seen(this.order[chunk.start + inside]);
  }
}

function space(box, place) {
  const node = document.createElement("div");
  node.setAttribute("aria-hidden", "true");
  box[place](node);
  return node;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escape = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
