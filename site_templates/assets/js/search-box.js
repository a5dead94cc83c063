/* Results under the field of the banner: links, walked with the arrows, closed with Escape. */
import { find } from "./search.js";
import { sections, summary } from "./search-results.js";

const SHOWN = { events: 5, sources: 3 };
const OTHERS = 2; // of each further kind
const PAUSE = 120; // milliseconds after a key before looking up

export default function start(form, input) {
  const place = { base: form.dataset.index, root: form.dataset.root, id: "found" };
  const output = form.querySelector(".search__output");
  const status = output.querySelector(".search__status");
  const results = output.querySelector(".search__results");
  const all = output.querySelector(".search__all");
  let latest = 0;
  let timer = 0;

  const show = (isShown) => { output.hidden = !isShown; };

  async function look() {
    const query = input.value;
    latest += 1;
    const mine = latest;
    if (!query.trim()) return show(false);
    try {
      const found = await find(query, place.base);
      const how = (kind) => ({ shown: SHOWN[kind] ?? OTHERS, level: "h2", canGrow: false });
      const groups = await sections(found, place, how);
      if (mine !== latest) return undefined;
      results.replaceChildren(...groups);
      status.textContent = summary(found, query);
      all.hidden = !found.total;
      all.href = `${form.action}?${new URLSearchParams({ q: query.trim() })}`;
      return show(found.words.length > 0);
    } catch (fault) {
      console.warn(fault);
      if (mine !== latest) return undefined;
      results.replaceChildren();
      status.textContent = form.dataset.failed;
      all.hidden = true;
      return show(true);
    }
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };

  function walk(event) {
    if (event.key === "Escape" && !output.hidden) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
      input.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || output.hidden) return;
    event.preventDefault();
    const stops = [input, ...output.querySelectorAll("a:not([hidden])")];
    const at = stops.indexOf(page().activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  }

  const page = () => form.ownerDocument;
  input.addEventListener("input", later);
  input.addEventListener("focus", ({ relatedTarget }) => {
    if (results.hasChildNodes() && input.value && !form.contains(relatedTarget)) show(true);
  });
  form.addEventListener("keydown", walk);
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) show(false);
  });
  page().addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) show(false);
  });
  if (input.value) later();
}
