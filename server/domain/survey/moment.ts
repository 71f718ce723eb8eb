/** Times of answers in the notations of forms and spreadsheets: used only to decide which of two came later. */
import { DAY_MS } from '../day.ts';
import { plainSigns } from '../typography.ts';

/**
 * Milliseconds since 1970 under either order of day and month; equal if the order is unambiguous, NaN if an order yields no date.
 * Without a time zone, a whole column counts as one zone.
 */
export interface Moment {
  readonly monthFirst: number;
  readonly dayFirst: number;
}

/**
 * "9/1/2026 8:00:00", "2026-09-01T08:00:00-04:00", "Sep 1, 2026, 8:00 AM EST", "1 de septiembre de 2026", serial numbers of
 * spreadsheets, seconds and milliseconds since 1970.
 *
 * @returns undefined if it is not a time
 */
export function readMoment(text: string): Moment | undefined {
  const value = plainSigns(text).trim().replace(/^'/, '').toLowerCase();
  if (/^\d+(?:[.,]\d+)?$/.test(value)) return momentOfNumber(value.replace(',', '.'));
  const time = TIME.exec(value);
  const day = dayOf(time ? `${value.slice(0, time.index)} ${value.slice(time.index + time[0].length)}` : value);
  const clock = time ? clockOf(time) : 0;
  if (!day || clock === undefined) return undefined;
  const [monthFirst, dayFirst] = [day.monthFirst + clock, day.dayFirst + clock];
  return Number.isNaN(monthFirst) && Number.isNaN(dayFirst) ? undefined : { monthFirst, dayFirst };
}

export function hasTimeOfDay(text: string): boolean {
  return TIME.test(plainSigns(text).toLowerCase()) || /^\d{5}\.\d+$/.test(text.trim());
}

const MINUTE_MS = 60_000;
/** Day 0 of spreadsheets. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);

function momentOfNumber(text: string): Moment | undefined {
  const number = Number(text);
  const digits = /^\d+/.exec(text)?.[0].length ?? 0;
  if (digits === 5) return certain(EPOCH_1900 + number * DAY_MS);
  if (digits === 10) return certain(number * 1000);
  if (digits === 13) return certain(number);
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = dateOf(Number(year), Number(month), Number(day));
  return certain(date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000);
}

function certain(time: number): Moment | undefined {
  return Number.isNaN(time) ? undefined : { monthFirst: time, dayFirst: time };
}

const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, ast: -4, adt: -3, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ akst: -9, akdt: -8, hst: -10, hdt: -9, sst: -11, chst: 10 },
};
const TIME = new RegExp(
  `[t, ]*(?<![\\d:])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?(?: ?([ap])\\. ?m\\.| ?([ap])m\\b)?(?: ?(${Object.keys(ZONES).join('|')})\\b)?(?: ?([+-])(\\d{1,2}):?(\\d{2})?(?!\\d))?`,
);

/** Milliseconds since midnight in Greenwich; undefined for invalid hours. */
function clockOf(time: RegExpExecArray): number | undefined {
  const [, hours, minutes, seconds = '0', parts = '0', dotted, plain, zone, sign, zoneHours = '0', zoneMinutes = '0'] =
    time;
  const half = dotted ?? plain;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || (half !== undefined && (Number(hours) > 12 || Number(hours) === 0)))
    return undefined;
  const offset =
    (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1) + (ZONES[zone ?? ''] ?? 0) * 60;
  return (hour * 60 + Number(minutes) - offset) * MINUTE_MS + Number(`${seconds}.${parts}`) * 1000;
}

const MONTHS = 'jan|ene,feb,mar,apr|abr,may,jun,jul,aug|ago,sep|set,oct,nov,dec|dic'
  .split(',')
  .map((names) => names.split('|'));

function dayOf(text: string): Moment | undefined {
  const [, year, month, day] = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text) ?? [];
  if (year !== undefined) return certain(dateOf(Number(year), Number(month), Number(day)));
  const [, first, second, last] = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/.exec(text) ?? [];
  if (last === undefined) return dayInWords(text);
  const full = last.length === 2 ? 2000 + Number(last) : Number(last);
  return {
    monthFirst: dateOf(full, Number(first), Number(second)),
    dayFirst: dateOf(full, Number(second), Number(first)),
  };
}

/** "Tue Sep 01 2026", "1-Sep-26", "September 1st, 2026", "1 de septiembre de 2026". */
function dayInWords(text: string): Moment | undefined {
  const words = text.normalize('NFKD').match(/[a-z]+|\d+/g) ?? [];
  const month = MONTHS.findIndex((names) => words.some((word) => names.includes(word.slice(0, 3))));
  const [day, year] = words.filter((word) => /^\d/.test(word)).map(Number);
  if (month < 0 || day === undefined || year === undefined) return undefined;
  return certain(dateOf(year < 100 ? 2000 + year : year, month + 1, day));
}

/** NaN for an invalid day. */
function dateOf(year: number, month: number, day: number): number {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990 && year < 2100
    ? time
    : Number.NaN;
}

/** The times of one column, which together decide the order of day and month. */
export class MomentColumn {
  #onlyMonthFirst = 0;
  #onlyDayFirst = 0;

  read(text: string): Moment | undefined {
    const moment = readMoment(text);
    if (moment && Number.isNaN(moment.dayFirst)) this.#onlyMonthFirst++;
    if (moment && Number.isNaN(moment.monthFirst)) this.#onlyDayFirst++;
    return moment;
  }

  /** Whether no other value decides the order: the month then comes first, as in the United States. */
  get isOpen(): boolean {
    return this.#onlyMonthFirst > 0 === this.#onlyDayFirst > 0;
  }

  /** Call once the whole column was read. */
  timeOf({ monthFirst, dayFirst }: Moment): number {
    const isDayFirst = this.#onlyDayFirst > 0 && this.#onlyMonthFirst === 0;
    const [one, other] = isDayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    return Number.isNaN(one) ? other : one;
  }

  /**
   * Rows of one student, earliest first; equal times by line. Rows without a time come first: any other may be later.
   * Call once the whole column was read.
   */
  inOrder<Row extends Timed>(rows: readonly Row[]): Row[] {
    const timeOf = ({ moment }: Row) => (moment ? this.timeOf(moment) : Number.NEGATIVE_INFINITY);
    return rows.toSorted((a, b) => (timeOf(a) === timeOf(b) ? a.line - b.line : timeOf(a) - timeOf(b)));
  }
}

/** A row, with its time if that is readable. */
export interface Timed {
  readonly line: number;
  readonly moment: Moment | undefined;
}

/** The row that would be the latest if the day came before the month. */
export function latestDayFirst<Row extends Timed>(rows: readonly Row[]): Row | undefined {
  const timeOf = ({ moment }: Row) => {
    if (!moment) return Number.NEGATIVE_INFINITY;
    return Number.isNaN(moment.dayFirst) ? moment.monthFirst : moment.dayFirst;
  };
  return rows.toSorted((a, b) => timeOf(a) - timeOf(b)).at(-1);
}
