/* All events in columns: where they are loaded from, and which of them a choice of filters leaves.
   An event is a whole number, its place in the chronology. */
const TEXT = 1 << 0; // bits of what an event can fail; the facets have the others
const PERIOD = 1 << 1;
const FIRST_FACET = 2;

export class Columns {
  constructor(folder, version) {
    this.folder = folder;
    this.version = version;
    this.kept = new Map();
    this.facets = new Map();
  }

  fetch(path) {
    if (!this.kept.has(path)) {
      const answer = fetch(`${this.folder}${path}.json?v=${this.version}`).then((found) => {
        if (!found.ok) throw new Error(`${path}: ${found.status}`);
        return found.json();
      });
      answer.catch(() => this.kept.delete(path));
      this.kept.set(path, answer);
    }
    return this.kept.get(path);
  }

  async load() {
    const data = await this.fetch("events");
    Object.assign(this, data);
    this.starts = Float64Array.from(data.starts);
    for (let i = 1; i < this.starts.length; i += 1) this.starts[i] += this.starts[i - 1];
    this.ends = this.starts.map((start, i) => start + data.lengths[i]);
    this.run = new Uint32Array(this.size);
    for (let run = 0, at = 0; run < data.runs.length; run += 3) {
      this.run.fill(run, at, at += data.runs[run + 2]);
    }
    this.first = this.starts.reduce((least, day) => Math.min(least, day), Infinity);
    this.last = this.ends.reduce((most, day) => Math.max(most, day), -Infinity);
    return this;
  }

  async facet(name) {
    if (!this.facets.has(name)) {
      const data = await this.fetch(`facets/${name}`);
      const from = new Uint32Array(this.size + 1);
      data.counts.forEach((count, i) => { from[i + 1] = from[i] + count; });
      const ids = new Map(data.values.map(([id], place) => [id, place]));
      this.facets.set(name, { values: data.values, ids, from, places: data.places });
    }
    return this.facets.get(name);
  }

  async card(event) {
    const shard = await this.fetch(`cards/${Math.floor(event / this.shard)}`);
    return shard[event % this.shard];
  }

  year(event) { return this.years[this.runs[this.run[event]]]; }

  /* The words of all events, asked for when somebody types. */
  async spoken() {
    const shards = Array.from({ length: Math.ceil(this.size / this.texts) }, (_, i) => `texts/${i}`);
    this.said ||= (await Promise.all(shards.map((path) => this.fetch(path)))).flat();
    return this.said;
  }

  /* What a choice leaves: events in the order of time, the same without the choice of a period, and
     how many each value of the counted facets would leave. */
  async select(choice, counted) {
    const names = [...new Set([...counted, ...Object.keys(choice.facets)])];
    const columns = await Promise.all(names.map((name) => this.facet(name)));
    const words = choice.text ? await this.spoken() : null;
    const fails = new Uint32Array(this.size);
    this.failPeriod(choice, fails);
    if (words) failText(choice.text, words, fails);
    const bit = (i) => 1 << (FIRST_FACET + i);
    columns.forEach((column, i) => failFacet(column, choice.facets[names[i]], bit(i), fails));
    const counts = new Map(names.map((name, i) => [name, count(columns[i], bit(i), fails)]));
    const events = [];
    const around = [];
    for (let event = 0; event < this.size; event += 1) {
      if (!fails[event]) events.push(event);
      if (!(fails[event] & ~PERIOD)) around.push(event);
    }
    return { events, around, counts };
  }

  failPeriod({ from, to }, fails) {
    if (from === null && to === null) return;
    for (let event = 0; event < this.size; event += 1) {
      const misses = event >= this.starts.length
        || (from !== null && this.ends[event] < from) || (to !== null && this.starts[event] > to);
      if (misses) fails[event] |= PERIOD;
    }
  }
}

/* Letters without their accents, words with one space between: as the columns have them. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/* A plural finds the singular, because words are compared from their first letter on. */
const stem = (word) => (word.length > 4 ? word.replace(/(?:aux|[sx])$/, (end) => end === "aux" ? "a" : "") : word);

function failText(text, words, fails) {
  const wanted = fold(text).split(" ").filter(Boolean).map((word) => ` ${stem(word)}`);
  for (let event = 0; event < fails.length; event += 1) {
    if (!wanted.every((word) => words[event].includes(word))) fails[event] |= TEXT;
  }
}

function failFacet(column, chosen, bit, fails) {
  if (!chosen?.size) return;
  const wanted = new Uint8Array(column.values.length);
  for (const id of chosen) if (column.ids.has(id)) wanted[column.ids.get(id)] = 1;
  for (let event = 0; event < fails.length; event += 1) {
    let has = 0;
    for (let i = column.from[event]; i < column.from[event + 1]; i += 1) has |= wanted[column.places[i]];
    if (!has) fails[event] |= bit;
  }
}

/* Events per value, where all filters hold but the value's own facet. */
function count(column, bit, fails) {
  const counts = new Uint32Array(column.values.length);
  for (let event = 0; event < fails.length; event += 1) {
    if (fails[event] & ~bit) continue;
    for (let i = column.from[event]; i < column.from[event + 1]; i += 1) counts[column.places[i]] += 1;
  }
  return counts;
}
