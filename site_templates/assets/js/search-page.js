/* The page of the search: its address has the query, so that a result can be passed on. */
import { find } from "./search.js";
import { sections, summary } from "./search-results.js";

const SHOWN = 20; // of each kind at first, and with each "more"
const PAUSE = 200; // milliseconds after a key before looking up

export default function start(page) {
  const box = page.querySelector(".finder");
  const form = box.querySelector(".finder__form");
  const input = box.querySelector(".finder__input");
  const status = box.querySelector(".finder__status");
  const results = box.querySelector(".finder__results");
  const place = { base: box.dataset.index, root: box.dataset.root, id: "results" };
  const title = page.title;
  let latest = 0;
  let timer = 0;

  const asked = () => new URLSearchParams(location.search).get("q") ?? "";

  async function look(query) {
    latest += 1;
    const mine = latest;
    page.title = query.trim() ? `${query.trim()} – ${title}` : title;
    try {
      const found = await find(`${query} `.trimStart(), place.base);
      const how = () => ({ shown: SHOWN, level: "h2", canGrow: true });
      const groups = await sections(found, place, how);
      if (mine !== latest) return;
      results.replaceChildren(...groups);
      status.textContent = summary(found, query);
    } catch (fault) {
      console.warn(fault);
      status.textContent = box.dataset.failed;
    }
  }

  function go(query, isNew) {
    const address = new URL(location.href);
    address.search = query.trim() ? new URLSearchParams({ q: query.trim() }) : "";
    if (address.href !== location.href) {
      if (isNew) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    look(query);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(input.value, true);
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go(input.value, false), PAUSE);
  });
  addEventListener("popstate", () => {
    input.value = asked();
    look(input.value);
  });
  input.value ||= asked(); // what was typed before this came stays
  if (input.value) look(input.value);
  else input.focus();
}
