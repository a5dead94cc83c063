/* The reading list: overview, filters and list, which follow one choice that the address holds. */
import { isFiltered, readChoice, writeChoice } from "./address.js";
import { Columns } from "./columns.js";
import { Names, fromDay, today } from "./days.js";
import { List } from "./list.js";
import { Panel } from "./panel.js";
import { Strip } from "./strip.js";

const PAUSE = 250; // milliseconds without a letter or a move, before the list is laid anew

export default async function start(page) {
  const box = page.querySelector("[data-reader]");
  const { root, version, order } = box.dataset;
  const columns = await new Columns(`${root}index/`, version).load();
  await new Reader(page, box, columns, order).begin();
}

class Reader {
  constructor(page, box, columns, order) {
    this.page = page;
    this.box = box;
    this.columns = columns;
    this.usual = order;
    this.said = page.querySelector(".tally__count");
    this.names = new Names(columns.language);
    const changed = (part, how) => this.change(part, how);
    this.panel = new Panel(page, columns, changed);
    this.panel.period = (choice) => this.period(choice);
    this.list = new List(page.querySelector("[data-list]"), columns, box.dataset.root);
    this.strip = new Strip(page.querySelector("[data-strip]"), columns, this.names, {
      changed, go: (day) => this.goToDay(day),
    });
    this.list.seen = (event) => this.strip.here(event);
  }

  async begin() {
    addEventListener("resize", () => this.stick());
    this.stick();
    this.choice = readChoice(location.search, this.panel.names);
    addEventListener("popstate", () => {
      this.choice = readChoice(location.search, this.panel.names);
      this.update(true);
    });
    this.panel.box.addEventListener("toggle", () => this.update(false), true);
    this.page.addEventListener("click", (event) => this.follow(event));
    this.tools();
    const fresh = isFiltered(this.choice) || this.choice.order;
    if (!fresh) this.list.adopt(this.inOrder(Array.from({ length: this.columns.size }, (_, i) => i)));
    await this.update(Boolean(fresh));
    this.box.setAttribute("data-ready", "");
  }

  /* Where the overview stays in sight, what is below keeps clear of it. */
  stick() {
    const overview = this.strip.frame.closest(".overview");
    const style = getComputedStyle(overview);
    const stuck = style.position === "sticky" ? overview.offsetHeight + parseFloat(style.top) : 0;
    document.documentElement.style.setProperty("--stuck", `${stuck}px`);
    this.list.edge = stuck;
  }

  /* Change a part of the choice; the address follows, and the list when it is quiet. */
  change(part, how) {
    this.choice = { ...this.choice, ...part };
    const save = how === "text" || how === "moving" || how === "view" ? "replaceState" : "pushState";
    clearTimeout(this.waiting);
    const settle = () => {
      history[save](null, "", writeChoice(this.choice));
      if (how !== "view") this.update(true);
    };
    if (how === "text" || how === "moving" || how === "view") this.waiting = setTimeout(settle, PAUSE);
    else settle();
  }

  async update(relist) {
    const turn = this.turn = (this.turn || 0) + 1;
    this.panel.choice = this.choice;
    const counted = this.panel.isOpen && this.touched() ? this.panel.names : [];
    let found;
    try {
      found = await this.columns.select(this.choice, counted);
    } catch (fault) {
      console.error(fault);
      this.said.textContent = this.columns.words.failed;
      this.box.removeAttribute("aria-busy");
      return;
    }
    if (turn !== this.turn) return;
    this.events = found.events;
    this.strip.show(this.choice, found);
    if (this.touched()) await this.panel.show(this.choice, found.counts);
    if (relist) {
      this.list.show(this.inOrder(found.events));
      const top = this.box.getBoundingClientRect().top;
      if (top < this.list.edge && this.settled) scrollBy({ top: top - this.list.edge - 10, behavior: "instant" });
    }
    this.settled = true;
    this.tell(found.events.length);
    this.box.removeAttribute("aria-busy");
  }

  /* Before anybody chooses, the page's own counts are right. */
  touched() {
    this.used ||= isFiltered(this.choice);
    return this.used;
  }

  inOrder(events) {
    if ((this.choice.order || this.usual) === "oldest") return events;
    const cut = events.findIndex((event) => event >= this.columns.dated);
    const dated = cut < 0 ? events : events.slice(0, cut);
    return [...dated].reverse().concat(cut < 0 ? [] : events.slice(cut).reverse());
  }

  tell(number) {
    const { words, size, language } = this.columns;
    this.plural ||= new Intl.PluralRules(language);
    const counted = (n) => (words[`count.${this.plural.select(n)}`] || words["count.other"]).replace("{n}", this.panel.format(n));
    const text = !number ? words.none
      : number === size ? counted(number)
        : words.of.replace("{count}", counted(number)).replace("{all}", this.panel.format(size));
    if (this.said.textContent !== text) this.said.textContent = text;
    this.page.querySelector(".tally__none").hidden = number > 0;
  }

  period({ from, to }) {
    const side = (day) => (day === null ? "…" : this.names.day(day));
    return `${side(from)} – ${side(to)}`;
  }

  tools() {
    const now = this.page.querySelector(".tools__today");
    now.removeAttribute("data-waits");
    now.addEventListener("click", () => this.goToDay(today()));
    const jump = this.page.querySelector(".tools__year");
    if (!jump) return;
    jump.removeAttribute("data-waits");
    jump.addEventListener("submit", (event) => {
      event.preventDefault();
      const year = Number(jump.elements.year.value);
      if (Number.isInteger(year)) this.goToYear(year);
    });
  }

  /* Links to a year, and the one that turns the order round, act on the list that is here. */
  follow(event) {
    const link = event.target.closest?.("a");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.dataset.turn !== undefined) {
      event.preventDefault();
      const next = (this.choice.order || this.usual) === "oldest" ? "newest" : "oldest";
      link.textContent = this.columns.words[next === "oldest" ? "to_newest" : "to_oldest"];
      this.page.querySelector(".tools__is").textContent = this.columns.words[next];
      this.change({ order: next === this.usual ? null : next }, "order");
    } else if (link.dataset.year !== undefined) {
      event.preventDefault();
      this.goToYear(Number(link.dataset.year));
    }
  }

  goToYear(year) {
    const at = this.list.order.findIndex((event) => this.columns.year(event)[0] === year);
    if (at < 0) this.goToDay(this.yearStart(year));
    else this.go(at);
  }

  yearStart(year) {
    const event = this.columns.starts.findIndex((day) => fromDay(day)[0] >= year);
    return event < 0 ? this.columns.last : this.columns.starts[event];
  }

  /* The event nearest to a day, among those that are listed. */
  goToDay(day) {
    const { starts, ends } = this.columns;
    let best = -1;
    let least = Infinity;
    this.list.order.forEach((event, place) => {
      if (event >= starts.length) return;
      const far = Math.max(starts[event] - day, day - ends[event], 0) + (ends[event] - starts[event]) / 1e4;
      if (far < least) [best, least] = [place, far];
    });
    if (best >= 0) this.go(best);
  }

  async go(place) {
    const target = await this.list.jump(place);
    target?.querySelector(".year__name[tabindex], .card__title a")?.focus({ preventScroll: true });
  }
}
