// Dates that chrono finds: items on standard input, spans on standard output; see bench_dates.py.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const units = ["year", "month", "day"];

function days(part) {
  const known = units.filter((unit) => part.isCertain(unit) || unit === "year");
  const weekday = part.isCertain("weekday");
  const [year, month, day] = units.map((unit) => part.get(unit));
  if (part.isCertain("day") || weekday || known.length === units.length) {
    return [[year, month, day], [year, month, day]];
  }
  if (part.isCertain("month")) {
    return [[year, month, 1], [year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()]];
  }
  return part.isCertain("year") ? [[year, 1, 1], [year, 12, 31]] : [[year, month, day], [year, month, day]];
}

const text = ([year, month, day]) =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

function found({ text: sentence, language, anchor }) {
  const reader = chrono[language];
  if (!reader) return [];
  const results = reader.parse(sentence, new Date(`${anchor}T12:00:00`));
  return results.map((result) => {
    const first = days(result.start);
    const last = days(result.end ?? result.start);
    return [result.index, result.index + result.text.length, text(first[0]), text(last[1])];
  });
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(found)));
