/* Looks words up in the files of index/search/ and ranks the pages that have them. The manifest
   says which file has the words that begin so; a word that nobody wrote is taken for the nearest. */
const LETTER = "[\\p{L}\\p{N}\\p{M}]";
const WORD = new RegExp(`${LETTER}+(?:['’ʼ]${LETTER}+)*`, "gu");
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const POINTS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };
const CLOSE = { same: 1, begins: 0.6, slip: 0.4, related: 0.3 }; // how well a word answers another
const FILES = 8; // of words, that one beginning may load
const MOST_WORDS = 12; // of a query; what comes after them is not looked up

const loading = new Map();

function load(address, options) {
  if (!loading.has(address)) {
    const answer = fetch(address, options).then((found) => {
      if (!found.ok) throw new Error(`${found.status} ${address}`);
      return found.json();
    });
    answer.catch(() => loading.delete(address));
    loading.set(address, answer);
  }
  return loading.get(address);
}

export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(POINTS, "")
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter]).normalize("NFC");
}

/* The words of a query as the index has them; "l’OCS" is "ocs", "Xi'an" is "xian". */
export function wordsOf(query, manifest) {
  const elided = manifest.elided.split(" ");
  const ignored = new Set(manifest.ignored.split(" "));
  const words = [];
  for (const [found] of query.normalize("NFC").matchAll(WORD)) {
    let parts = fold(found).split(/['’ʼ]/);
    parts = parts.filter((part, at) => at === parts.length - 1 || !elided.includes(part));
    if (parts.length > 1 && parts.at(-1) === "s") parts.pop();
    const word = parts.join("");
    if (UNSPACED.test(word) && word.length > 1) {
      for (let at = 0; at + 1 < word.length; at += 1) words.push(word.slice(at, at + 2));
    } else {
      words.push(word);
    }
  }
  const kept = words.filter((word) => !ignored.has(word) && (word.length > 1 || UNSPACED.test(word)));
  return kept.slice(0, MOST_WORDS);
}

/* Whether two words differ by one letter: one more, one less, another, or two changed about. */
function isSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length);
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return left.length + right.length <= 2 && left.length <= 1 && right.length <= 1
    || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/* The forms that answer a word, best first, with how well they do. */
function answers(word, forms, isLast) {
  const found = new Map();
  if (forms.includes(word)) found.set(word, CLOSE.same);
  if (isLast || !found.size) {
    for (const form of forms) {
      if (form.startsWith(word) && !found.has(form)) found.set(form, CLOSE.begins);
    }
  }
  if (!found.size && word.length > 3) {
    for (const form of forms) if (isSlip(word, form)) found.set(form, CLOSE.slip);
  }
  if (!found.size) {
    const least = Math.max(4, Math.ceil(word.length * 0.6));
    const longest = forms.reduce((most, form) => Math.max(most, common(word, form)), 0);
    for (const form of longest >= least ? forms : []) {
      if (common(word, form) === longest) found.set(form, CLOSE.related);
    }
  }
  return found;
}

/* The pages that have a word, with their scores: rarer words and weightier places count more. */
async function pagesOf(word, isLast, base, manifest) {
  const { starts, version, total } = manifest;
  let first = 0;
  while (first + 1 < starts.length && starts[first + 1] <= word) first += 1;
  let end = first + 1;
  while (end < starts.length && end < first + FILES && starts[end].startsWith(word)) end += 1;
  const numbers = starts.slice(first, end).map((_, at) => first + at);
  const files = await Promise.all(numbers.map((at) => load(`${base}t/${at}.json?v=${version}`)));
  const found = answers(word, files.flatMap(([forms]) => Object.keys(forms)), isLast);
  const scores = new Map();
  for (const [forms, stems] of files) {
    for (const [form, closeness] of found) {
      if (!Object.hasOwn(forms, form)) continue;
      for (const stem of [forms[form]].flat()) {
        const count = stems[stem].reduce((sum, list) => sum + list.length - 1, 0);
        const rarity = closeness * Math.log(1 + total / count);
        for (const [weight, ...steps] of stems[stem]) {
          let page = 0;
          for (const step of steps) {
            page += step;
            scores.set(page, Math.max(scores.get(page) ?? 0, weight * rarity));
          }
        }
      }
    }
  }
  return scores;
}

/* What answers a query: pages by kind, those that have most of its words, the best and latest first. */
export async function find(query, base) {
  const manifest = await load(`${base}manifest.json`, { cache: "no-cache" });
  const words = wordsOf(query, manifest);
  const isOpen = !/\s$/.test(query); // the last word may not be whole yet
  const lists = await Promise.all(words.map((word, at) =>
    pagesOf(word, isOpen && at === words.length - 1, base, manifest)));
  const met = new Map();
  for (const list of lists) {
    for (const [page, score] of list) {
      const so = met.get(page) ?? [0, 0];
      met.set(page, [so[0] + 1, so[1] + score]);
    }
  }
  let most = 0;
  for (const [count] of met.values()) most = Math.max(most, count);
  const kept = [...met].filter(([, [count]]) => count === most)
    .sort(([one, [, a]], [other, [, b]]) => b - a || other - one).map(([page]) => page);
  const groups = manifest.kinds.map(([kind, first, label], at) => {
    const last = manifest.kinds[at + 1]?.[1] ?? manifest.total;
    return { kind, label, pages: kept.filter((page) => page >= first && page < last) };
  }).filter((group) => group.pages.length);
  return { manifest, words, groups, total: kept.length, isPartial: most > 0 && most < words.length };
}

/* Title, detail, path and language of pages, in the order of their numbers as given. */
export async function describe(pages, base, manifest) {
  const files = [...new Set(pages.map((page) => Math.floor(page / manifest.per)))];
  const told = new Map(await Promise.all(files.map(async (file) =>
    [file, await load(`${base}p/${file}.json?v=${manifest.version}`)])));
  return pages.map((page) => {
    const [title, detail, path, language] = told.get(Math.floor(page / manifest.per))[page % manifest.per];
    return { title, detail, path, language };
  });
}
