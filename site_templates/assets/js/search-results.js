/* What a query found, as groups of links that both the banner and the page of the search show. */
import { describe } from "./search.js";

function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/* How many there are, in the page's language: said aloud, so short. */
export function summary(found, query) {
  const { words } = found.manifest;
  if (!found.words.length) return "";
  if (!found.total) return `${words.none.replace("{query}", query.trim())} ${words.hint}`;
  const language = document.documentElement.lang;
  const form = new Intl.PluralRules(language).select(found.total);
  const text = words[`count.${form}`] ?? words["count.other"];
  const count = text.replace("{n}", new Intl.NumberFormat(language).format(found.total));
  return found.isPartial ? `${count}. ${words.partial}` : count;
}

function item(page, root) {
  const title = make("span", "found__title", page.title);
  title.dir = "auto";
  if (page.language) title.lang = page.language;
  const link = make("a", "found__link", title);
  if (page.detail) {
    const detail = make("span", "found__detail", page.detail);
    detail.dir = "auto";
    link.append(" ", detail);
  }
  link.href = root + page.path;
  return make("li", "", link);
}

async function fill(list, pages, place, found) {
  const described = await describe(pages, place.base, found.manifest);
  const items = described.map((page) => item(page, place.root));
  list.append(...items);
  return items[0];
}

/* One group: a heading, the first of its pages, and a button for more where there are more. */
async function section(group, place, found, { shown, level, canGrow }) {
  const list = make("ol", "found__list");
  const total = new Intl.NumberFormat(document.documentElement.lang).format(group.pages.length);
  const count = make("span", "found__count", total);
  const heading = make(level, "found__kind", group.label, " ", count);
  heading.id = `${place.id}-${group.kind}`;
  const box = make("div", "found", heading, list);
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", heading.id);
  let next = shown;
  await fill(list, group.pages.slice(0, next), place, found);
  if (canGrow && group.pages.length > next) {
    const more = make("button", "found__more", found.manifest.words.more);
    more.type = "button";
    more.addEventListener("click", async () => {
      const first = await fill(list, group.pages.slice(next, next + shown), place, found);
      next += shown;
      if (next >= group.pages.length) more.remove();
      first.querySelector("a").focus();
    });
    box.append(more);
  }
  return box;
}

export function sections(found, place, how) {
  return Promise.all(found.groups.map((group) => section(group, place, found, how(group.kind))));
}
