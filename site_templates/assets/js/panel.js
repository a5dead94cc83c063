/* The filters: the page's links to lists become check boxes whose counts follow each other; what is
   chosen stands above the list and can be taken back. */
import { fold } from "./columns.js";

const SHOWN = 6; // values of a facet when nothing is looked for, as many as the page has
const FOUND = 12; // values that looking for one shows

export class Panel {
  constructor(page, columns, changed) {
    this.columns = columns;
    this.changed = changed;
    this.box = page.querySelector(".filters");
    this.chips = page.querySelector(".chips");
    this.facets = new Map();
    for (const section of this.box.querySelectorAll("[data-facet]")) {
      this.facets.set(section.dataset.facet, this.facet(section));
    }
    this.text = this.box.querySelector("[name=q]");
    this.text.closest(".filters__text").removeAttribute("data-waits");
    this.text.closest("form").addEventListener("submit", (event) => event.preventDefault());
    this.text.addEventListener("input", () => this.changed({ text: this.text.value.trim() }, "text"));
    this.box.classList.add("filters--live");
  }

  get names() { return [...this.facets.keys()]; }

  /* Whether anybody sees the counts. */
  get isOpen() { return this.box.querySelector(".filters__body").checkVisibility?.() ?? true; }

  facet(section) {
    const name = section.dataset.facet;
    const list = section.querySelector("ul");
    const rows = new Map();
    for (const item of [...list.children]) {
      const link = item.querySelector("a");
      const label = link.querySelector(".facet__label").textContent;
      rows.set(link.dataset.value, this.row(name, link.dataset.value, label, link.querySelector(".facet__count").textContent));
    }
    list.replaceChildren(...[...rows.values()].map((row) => row.item));
    const facet = { name, list, rows, find: null, label: section.querySelector(".facet__name").textContent };
    if (section.querySelector(".facet__all")) facet.find = this.finder(section, facet);
    return facet;
  }

  row(name, id, label, number) {
    const item = document.createElement("li");
    item.innerHTML = `<label class="facet__value"><input type="checkbox"><span class="facet__label"></span><span class="facet__count"></span></label>`;
    const box = item.querySelector("input");
    const count = item.querySelector(".facet__count");
    item.querySelector(".facet__label").textContent = label;
    count.textContent = number;
    box.name = name;
    box.value = id;
    box.addEventListener("change", () => this.toggle(name, id, box.checked));
    return { item, box, count };
  }

  finder(section, facet) {
    const find = section.querySelector(".facet__find");
    find.removeAttribute("data-waits");
    find.addEventListener("input", async () => {
      await this.columns.facet(facet.name);
      this.arrange(facet);
    });
    return find;
  }

  toggle(name, id, chosen) {
    const ids = new Set(this.choice.facets[name]);
    ids[chosen ? "add" : "delete"](id);
    const facets = { ...this.choice.facets, [name]: ids };
    if (!ids.size) delete facets[name];
    this.changed({ facets }, "facet");
  }

  /* Show a choice with what it leaves. */
  async show(choice, counts) {
    this.choice = choice;
    this.counts = counts;
    if (document.activeElement !== this.text) this.text.value = choice.text;
    for (const facet of this.facets.values()) {
      const chosen = choice.facets[facet.name];
      if (chosen) await this.columns.facet(facet.name);
      for (const [id, row] of facet.rows) row.box.checked = Boolean(chosen?.has(id));
      if (counts.has(facet.name)) this.arrange(facet);
    }
    this.tell();
  }

  /* Choose the rows of a facet: the chosen ones, then those that most events have. */
  arrange(facet) {
    const column = this.columns.facets.get(facet.name);
    const counts = this.counts?.get(facet.name);
    const chosen = this.choice?.facets[facet.name] || new Set();
    const wanted = fold(facet.find?.value || "");
    const number = (place) => counts?.[place] ?? 0;
    if (!facet.list.contains(document.activeElement)) {
      const places = column.values.map((_, place) => place)
        .filter((place) => !wanted || ` ${fold(column.values[place][1])}`.includes(` ${wanted}`));
      if (wanted || facet.find) places.sort((a, b) => number(b) - number(a) || a - b);
      const shown = places.slice(0, wanted ? FOUND : facet.find ? SHOWN : places.length);
      const kept = [...chosen].map((id) => column.ids.get(id)).filter((place) => place !== undefined && !shown.includes(place));
      facet.list.replaceChildren(...[...kept, ...shown].map((place) => this.rowOf(facet, column, place).item));
    }
    for (const [id, row] of facet.rows) {
      row.box.checked = chosen.has(id);
      row.count.textContent = this.format(number(column.ids.get(id)));
      row.item.classList.toggle("facet__none", !number(column.ids.get(id)) && !row.box.checked);
    }
  }

  rowOf(facet, column, place) {
    const [id, label] = column.values[place];
    if (!facet.rows.has(id)) facet.rows.set(id, this.row(facet.name, id, label, ""));
    return facet.rows.get(id);
  }

  format(number) {
    this.numbers ||= new Intl.NumberFormat(this.columns.language);
    return this.numbers.format(number);
  }

  /* What is chosen, each with a button that takes it back. */
  tell() {
    const { words } = this.columns;
    const chips = [];
    for (const [name, ids] of Object.entries(this.choice.facets)) {
      const column = this.columns.facets.get(name);
      for (const id of ids) {
        const label = column?.values[column.ids.get(id)]?.[1] || id;
        chips.push([`${this.facets.get(name)?.label || name} : ${label}`, () => this.toggle(name, id, false)]);
      }
    }
    if (this.choice.text) chips.push([`« ${this.choice.text} »`, () => this.changed({ text: "" }, "chip")]);
    if (this.choice.from !== null || this.choice.to !== null) {
      chips.push([`${words.period} : ${this.period(this.choice)}`, () => this.changed({ from: null, to: null }, "chip")]);
    }
    const nodes = chips.map(([label, act]) => chip(label, words.remove.replace("{name}", label), act));
    if (chips.length) {
      const clear = () => this.changed({ facets: {}, text: "", from: null, to: null }, "clear");
      nodes.push(chip(words.clear, "", clear, "chips__clear"));
    }
    const focused = [...this.chips.children].indexOf(document.activeElement);
    this.chips.replaceChildren(...nodes);
    this.chips.hidden = !nodes.length;
    if (focused >= 0) (this.chips.children[Math.min(focused, nodes.length - 1)] || this.text).focus();
    const badge = this.box.querySelector(".filters__number");
    badge.textContent = chips.length ? this.format(chips.length) : "";
  }
}

function chip(label, spoken, act, name = "chips__one") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = label;
  if (spoken) button.setAttribute("aria-label", spoken);
  button.addEventListener("click", act);
  return button;
}
