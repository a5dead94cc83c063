/* Days as whole numbers since 1970, in any year and no time zone, and how they are named. */
const ERA = 146097;

export function toDay(year, month = 1, day = 1) {
  const y = year - (month < 3 ? 1 : 0);
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

export function fromDay(number) {
  const days = Math.floor(number) + 719468;
  const era = Math.floor(days / ERA);
  const rest = days - era * ERA;
  const ofEra = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524)
    - Math.floor(rest / 146096)) / 365);
  const ofYear = rest - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [ofEra + era * 400 + (month < 3 ? 1 : 0), month, day];
}

/* The reader's own day, where the reader is. */
export function today() {
  const now = new Date();
  return toDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/* "2024", "2024-05" or "2024-05-16" as [first, last] day; null for anything else. */
export function parseDate(text) {
  const found = /^(-?\d{1,10})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text || "");
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => part === undefined ? 0 : Number(part));
  if (month > 12 || day > 31) return null;
  if (day) return [toDay(year, month, day), toDay(year, month, day)];
  if (month) return [toDay(year, month), toDay(year + (month === 12), month % 12 + 1) - 1];
  return [toDay(year), toDay(year + 1) - 1];
}

/* A period as it stands in an address: the shortest text that means the same. */
export function dateText(day, isEnd) {
  const [year, month, date] = fromDay(day);
  const [nextYear, nextMonth, nextDate] = fromDay(day + 1);
  const two = (number) => String(number).padStart(2, "0");
  if (isEnd ? nextDate === 1 && nextMonth === 1 : date === 1 && month === 1) return String(year);
  if (isEnd ? nextDate === 1 : date === 1) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(date)}`;
}

/* Steps of time, from a day to ages, each with its beginning and the next one's. */
const days = (size) => ({
  days: size,
  start: (day) => Math.floor((day + 3) / size) * size - 3, // weeks begin on Mondays
  next: (day) => day + size,
});
const months = (size) => ({
  days: size * 30.44,
  months: size,
  start(day) {
    const [year, month] = fromDay(day);
    const count = Math.floor((year * 12 + month - 1) / size) * size;
    return toDay(Math.floor(count / 12), ((count % 12) + 12) % 12 + 1);
  },
  next(day) {
    const [year, month] = fromDay(day);
    const count = year * 12 + month - 1 + size;
    return toDay(Math.floor(count / 12), ((count % 12) + 12) % 12 + 1);
  },
});
const years = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
export const STEPS = [days(1), days(7), months(1), months(3), ...years.map((n) => months(12 * n))];

/* The finest step of which no more than `most` cover `length` days. */
export const stepFor = (length, most) =>
  STEPS.find((step) => length / step.days <= most) || STEPS[STEPS.length - 1];

export class Names {
  constructor(language) {
    const tag = `${language}-u-ca-gregory`;
    const format = (options) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
    this.long = format({ day: "numeric", month: "long", year: "numeric" });
    this.short = format({ day: "numeric", month: "short" });
    this.month = format({ month: "short" });
    this.era = format({ year: "numeric", era: "short" });
  }

  year(year) {
    if (year > 0) return String(year);
    return Math.abs(year) < 2e5 ? this.era.format(toDay(year) * 864e5) : String(year);
  }

  /* A day in full, for screen readers. */
  day(day) {
    const [year] = fromDay(day);
    return Math.abs(year) < 2e5 && year > 0 ? this.long.format(day * 864e5) : this.year(year);
  }

  /* A mark under the axis: as fine as its step. */
  tick(day, step) {
    const [year, month] = fromDay(day);
    if (step.months >= 12 || (step.months && month === 1)) return this.year(year);
    return step.months ? this.month.format(day * 864e5) : this.short.format(day * 864e5);
  }
}
