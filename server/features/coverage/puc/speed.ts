/** Speeds in the notations of state filings: Mbps, text with a unit, or tiers of the State Broadband Initiative. */

/**
 * Lower bound of each SBI tier in Mbps, by tier number from 1 (1: up to 0.2; 2: up to 0.768; ... 11: 1000 and more). The
 * lower bound, because a tier promises no more.
 */
const TIER_FROM_MBPS = [0, 0.2, 0.768, 1.5, 3, 6, 10, 25, 50, 100, 1000];

export const SPEED_UNITS = ['mbps', 'kbps', 'gbps', 'bps', 'tiers'] as const;
export type SpeedUnit = (typeof SPEED_UNITS)[number];
type Factor = Exclude<SpeedUnit, 'tiers'>;

const MBPS: Readonly<Record<Factor, number>> = { bps: 0.000_001, kbps: 0.001, mbps: 1, gbps: 1000 };

export interface FiledSpeed {
  readonly downloadMbps: number;
  /** Where the value gives both, as "25/3" does. */
  readonly uploadMbps?: number;
  /** The value is a range; its lowest speed counts. */
  readonly isRange?: boolean;
}

/**
 * @param unit of bare numbers
 * @returns undefined when the value is no speed, or is ambiguous
 */
export function filedSpeed(value: unknown, unit: SpeedUnit): FiledSpeed | undefined {
  if (typeof value !== 'number') return typeof value === 'string' ? fromText(value, unit) : undefined;
  const downloadMbps = inMbps(value, unit);
  return downloadMbps === undefined ? undefined : { downloadMbps };
}

/**
 * Whether speeds may be SBI tiers. SBI files and Utah's use the same names for speeds, so the other columns decide.
 *
 * @param columns all columns of the file
 */
export function mayBeTiers(columns: readonly string[], speedColumns: readonly string[]): boolean {
  const names = columns.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const inMbps = names.some((name) => ['utprovcode', 'techcode', 'consumer', 'blockcode'].includes(name));
  return !inMbps && speedColumns.every((name) => /^max_?ad/i.test(name) && !/^max_?adv/i.test(name));
}

/** Whether a value could be a tier: blank, or a whole number of 1 to 11. Any other value means that the file is in Mbps. */
export function couldBeTier(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= TIER_FROM_MBPS.length;
}

/** The unit in a column's own name, such as DOWN_KBPS. */
export function unitOfName(column: string): SpeedUnit | undefined {
  const [, prefix] = /([kmg]?)b(?:ps|its?|$)/.exec(column.toLowerCase()) ?? [];
  return prefix === undefined ? undefined : (`${prefix}bps` as Factor);
}

function inMbps(number: number, unit: SpeedUnit): number | undefined {
  if (!Number.isFinite(number) || number < 0) return undefined;
  // A speed needs six digits at most; a fraction times a power of ten may have sixteen.
  return unit === 'tiers' ? TIER_FROM_MBPS[number - 1] : Number((number * MBPS[unit]).toPrecision(12));
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?`;
const UNIT = `(?:([kmg])(?:ega|iga|ilo|eg|ig)?s?(?:[bB](?:it)?s?(?:ps|/s(?:ec)?| per second)?)?|bps)?`;
const ONE = new RegExp(String.raw`^(${NUMBER})\s*(${UNIT})$`);
/** Text around a number that does not matter: no more than the number is promised. */
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

/** "25/3", "100 Mbps x 20 Mbps", "25 down, 3 up": download first, unless labeled otherwise. */
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

/** "25-100", "25 to 100 Mbps". In reverse order it may be a pair of speeds, and is left undecided. */
function range(text: string, unit: SpeedUnit): FiledSpeed | undefined {
  const [first, second, more] = text.replace(/^up to /, '').split(/\s*(?:-|–|—|\bto\b)\s*/);
  if (!first || !second || more !== undefined) return undefined;
  const [a, b] = both(first, second, unit);
  return a === undefined || b === undefined || a >= b ? undefined : { downloadMbps: a, isRange: true };
}

/** Two numbers with the unit after both or only after the second. */
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
