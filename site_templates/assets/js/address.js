/* The choice of filters and the address that holds it. */
import { dateText, parseDate } from "./days.js";

export function readChoice(search, names) {
  const asked = new URLSearchParams(search);
  const facets = {};
  for (const name of names) {
    const ids = asked.getAll(name).filter((id) => /^[a-z0-9-]{1,80}$/.test(id));
    if (ids.length) facets[name] = new Set(ids);
  }
  const day = (name, end) => parseDate(asked.get(name))?.[end] ?? null;
  const view = [day("view-from", 0), day("view-to", 1)];
  return {
    facets,
    text: (asked.get("q") || "").slice(0, 200),
    from: day("from", 0),
    to: day("to", 1),
    view: view[0] !== null && view[1] > view[0] ? view : null,
    order: ["oldest", "newest"].includes(asked.get("order")) ? asked.get("order") : null,
  };
}

export function writeChoice(choice) {
  const asked = new URLSearchParams();
  if (choice.text) asked.set("q", choice.text);
  for (const [name, ids] of Object.entries(choice.facets)) for (const id of ids) asked.append(name, id);
  if (choice.from !== null) asked.set("from", dateText(choice.from, false));
  if (choice.to !== null) asked.set("to", dateText(choice.to, true));
  if (choice.view) {
    asked.set("view-from", dateText(choice.view[0], false));
    asked.set("view-to", dateText(choice.view[1], true));
  }
  if (choice.order) asked.set("order", choice.order);
  const text = asked.toString();
  return text ? `?${text}` : location.pathname;
}

export const isFiltered = (choice) =>
  Boolean(choice.text || choice.from !== null || choice.to !== null || Object.keys(choice.facets).length);
