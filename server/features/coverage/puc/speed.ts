/** Speeds as state filings write them: Mbps, text with a unit, or the tiers of the State Broadband Initiative. */

/**
 * Lowest speed of each SBI tier in Mbps, by tier number from 1 (1: up to 0.2; 2: up to 0.768; ... 11: 1000 and more). The
 * lowest, because no more than that is promised.
 */
const TIER_FROM_MBPS = [0, 0.2, 0.768, 1.5, 3, 6, 10, 25, 50, 100, 1000];

export const SPEED_UNITS = ['mbps', 'kbps', 'gbps', 'bps', 'tiers'] as const;
export type SpeedUnit = (typeof SPEED_UNITS)[number];
type Factor = Exclude<SpeedUnit, 'tiers'>;

const MBPS: Readonly<Record<Factor, number>> = { bps: 0.000_001, kbps: 0.001, mbps: 1, gbps: 1000 };

export interface FiledSpeed {
  readonly downloadMbps: number;
  /** Where the value says both, as "25/3" does. */
  readonly uploadMbps?: number;
  /** The value is a range, of which the lowest was taken. */
  readonly isRange?: boolean;
}

/**
 * @param unit of numbers that name none
 * @returns undefined when the value is no speed, or not for certain
 */
export function filedSpeed(value: unknown, unit: SpeedUnit): FiledSpeed | undefined {
  if (typeof value !== 'number') return typeof value === 'string' ? fromText(value, unit) : undefined;
  const downloadMbps = inMbps(value, unit);
  return downloadMbps === undefined ? undefined : { downloadMbps };
}

/**
 * Whether speeds may be SBI tiers, by the columns. SBI files and Utah's name their speeds alike, so the other columns help.
 *
 * @param columns all columns of the file
 */
export function mayBeTiers(columns: readonly string[], speedColumns: readonly string[]): boolean {
  const names = columns.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const inMbps = names.some((name) => ['utprovcode', 'techcode', 'consumer', 'blockcode'].includes(name));
  return !inMbps && speedColumns.every((name) => /^max_?ad/i.test(name) && !/^max_?adv/i.test(name));
}

/** Whether a value could be a tier: nothing, or a whole number of 1 to 11. One that could not says the file is in Mbps. */
export function couldBeTier(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= TIER_FROM_MBPS.length;
}

/** The unit a column's own name says, as DOWN_KBPS does. */
export function unitOfName(column: string): SpeedUnit | undefined {
  const [, prefix] = /([kmg]?)b(?:ps|its?|$)/.exec(column.toLowerCase()) ?? [];
  return prefix === undefined ? undefined : (`${prefix}bps` as Factor);
}

function inMbps(number: number, unit: SpeedUnit): number | undefined {
  if (!Number.isFinite(number) || number < 0) return undefined;
  // No speed needs more than six digits; the product of a fraction and a power of ten may have sixteen.
  return unit === 'tiers' ? TIER_FROM_MBPS[number - 1] : Number((number * MBPS[unit]).toPrecision(12));
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?`;
const UNIT = `(?:([kmg])(?:ega|iga|ilo|eg|ig)?s?(?:[bB](?:it)?s?(?:ps|/s(?:ec)?| per second)?)?|bps)?`;
const ONE = new RegExp(String.raw`^(${NUMBER})\s*(${UNIT})$`);
/** What stands before or after a number and changes nothing: no more than the number is promised. */
const AROUND =
  /^(?:up ?to|upto|at least|min(?:imum)?|max(?:imum)?|over|more than|greater than(?: or equal to)?|>=?|≥|≤|=|~|approx(?:imately)?|about)\s*|\s*(?:\+|plus|or (?:more|greater|higher|above|faster)|and (?:up|above|over))$/g;
const DIRECTION = /\b(?:down(?:load|stream)?|up(?:load|stream)?|dl|ul|d|u)\b:?/g;
const BETWEEN = /\s*(?:\/|\bx\b|(?<=\d)x(?=\d)|\bby\b|,\s|;|\|)\s*/;

function fromText(raw: string, unit: SpeedUnit): FiledSpeed | undefined {
  const text = raw
    .trim()
    .replace(/^['’](?=\d)/, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d)\+(?= ?[kmg])/g, '');
  if (unit === 'tiers' && /^\d+$/.test(text)) return filedSpeed(Number(text), unit);
  if (/^gig(abit)?$/.test(text)) return { downloadMbps: 1000 };
  const evenly = text.replace(/[\s,(]*symmetric(?:al)?\)?$/, '');
  const alone = single(evenly, unit);
  if (alone === undefined) return several(evenly, unit) ?? range(evenly, unit);
  return evenly === text ? { downloadMbps: alone } : { downloadMbps: alone, uploadMbps: alone };
}

/** "25/3", "100 Mbps x 20 Mbps", "25 down, 3 up": download first, unless it says otherwise. */
function several(text: string, unit: SpeedUnit): FiledSpeed | undefined {
  const plain = text.replace(/up to /g, '');
  const parts = plain
    .replace(/(?<=[kmg]b)\/s/g, 'ps')
    .replace(DIRECTION, ' | ')
    .split(BETWEEN);
  const [first, second, ...more] = parts.filter((part) => part !== '');
  if (!first || more.length > 0) return undefined;
  const [a, b] = second === undefined ? [single(first, unit)] : both(first, second, unit);
  if (a === undefined || (second !== undefined && b === undefined)) return undefined;
  if (b === undefined) return { downloadMbps: a };
  return /^(u|ul|up|upload|upstream)\b/.test(plain)
    ? { downloadMbps: b, uploadMbps: a }
    : { downloadMbps: a, uploadMbps: b };
}

/** "25-100", "25 to 100 Mbps". The other way around it may be a pair of speeds, and is not taken for anything. */
function range(text: string, unit: SpeedUnit): FiledSpeed | undefined {
  const [first, second, more] = text.replace(/^up to /, '').split(/\s*(?:-|–|—|\bto\b)\s*/);
  if (!first || !second || more !== undefined) return undefined;
  const [a, b] = both(first, second, unit);
  return a === undefined || b === undefined || a >= b ? undefined : { downloadMbps: a, isRange: true };
}

/** Two numbers; the unit may stand only once, after the second. */
function both(first: string, second: string, unit: SpeedUnit): [number | undefined, number | undefined] {
  const shared = /\d$|\+$/.test(first) ? ONE.exec(second.replace(AROUND, ''))?.[2] : undefined;
  return [single(shared ? `${first.replace(/\+$/, '')} ${shared}` : first, unit), single(second, unit)];
}

function single(text: string, unit: SpeedUnit): number | undefined {
  const [, number, word, prefix] = ONE.exec(text.replace(AROUND, '').replace(AROUND, '').trim()) ?? [];
  if (!number) return undefined;
  const own = prefix ? (`${prefix}bps` as Factor) : word ? 'bps' : unit;
  return inMbps(Number(number.replaceAll(',', '')), own === 'tiers' ? 'mbps' : own);
}
