/** Speeds as state filings write them: Mbps, text with a unit, or the tiers of the State Broadband Initiative. */

/**
 * Lowest speed of each SBI tier in Mbps, by tier number from 1 (1: up to 0.2; 2: up to 0.768; ... 11: 1000 and more). The
 * lowest, because no more than that is promised.
 */
const TIER_FROM_MBPS = [0, 0.2, 0.768, 1.5, 3, 6, 10, 25, 50, 100, 1000];

export type SpeedUnit = 'mbps' | 'tiers';

/** @returns undefined when the value is no speed */
export function filedSpeed(value: string | number | boolean | null | undefined, unit: SpeedUnit): number | undefined {
  const mbps = typeof value === 'number' ? value : typeof value === 'string' ? fromText(value) : undefined;
  if (mbps === undefined || !Number.isFinite(mbps) || mbps < 0) return undefined;
  return unit === 'tiers' ? TIER_FROM_MBPS[mbps - 1] : mbps;
}

/**
 * Whether speeds may be SBI tiers, by the columns. SBI files and Utah's name their speeds alike, so the other columns help.
 *
 * @param columns all columns of the file
 */
export function mayBeTiers(columns: readonly string[], speedColumns: readonly string[]): boolean {
  const names = columns.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const inMbps = names.some((name) => ['utprovcode', 'techcode', 'consumer', 'blockcode'].includes(name));
  return !inMbps && speedColumns.every((name) => /^max_?ad/i.test(name));
}

/** Whether a value could be a tier: nothing, or a whole number of 1 to 11. One that could not says the file is in Mbps. */
export function couldBeTier(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= TIER_FROM_MBPS.length;
}

const UNITS: Record<string, number> = {
  '': 1,
  m: 1,
  mbps: 1,
  mb: 1,
  'mb/s': 1,
  g: 1000,
  gbps: 1000,
  gb: 1000,
  'gb/s': 1000,
  k: 0.001,
  kbps: 0.001,
};

function fromText(text: string): number | undefined {
  const match = /^([\d,]*\.?\d+)\s*([a-z/]*)$/i.exec(text.trim());
  const factor = UNITS[match?.[2]?.toLowerCase() ?? '?'];
  return match?.[1] && factor !== undefined ? Number(match[1].replaceAll(',', '')) * factor : undefined;
}
