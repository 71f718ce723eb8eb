/**
 * The catalog of a release's statistics about students, in one fixed order. The tables, the tiles, the API and the map all read
 * these lists, so none of them can drift from the others.
 *
 * A *count* is decided by families' answers: twelve everywhere, and at places also the five levers of one reading. An
 * *estimate* follows from published totals and public filings alone, and every key calls it so. Keys go from general
 * to particular: `home.<status>`, `device.<status>`, `equip`, `lever.<lever>`,
 * `estimated_verdict.<profile>.<source>.<tier>.<verdict>`, `estimated_lever.<profile>.<source>.<tier>.<lever>`,
 * `estimated_disputed.<profile>`.
 */
import { LEVERS, LEVERS_AT_TIER, type Lever } from './lever.ts';
import { VERDICT_TIERS, type VerdictTier } from './speed.ts';
import { DEVICE_STATUSES, type DeviceStatus, HOME_STATUSES, type HomeStatus } from './survey.ts';
import { PROFILES, type Profile } from './technology.ts';
import { SOURCES, type Source, VERDICTS_AT_TIER, type Verdict } from './verdict.ts';

/** A device of one's own is what the other four leave. */
export type CountedDevice = Exclude<DeviceStatus, 'own'>;

export type Counted =
  | { kind: 'home'; status: HomeStatus }
  | { kind: 'device'; status: CountedDevice }
  | { kind: 'equip' }
  /** At places only, in the release's one reading: see `ONE_READING` in lever.ts. */
  | { kind: 'lever'; lever: Lever };

export type Estimated =
  | { kind: 'estimated_verdict'; profile: Profile; source: Source; tier: VerdictTier; verdict: Verdict }
  | { kind: 'estimated_lever'; profile: Profile; source: Source; tier: VerdictTier; lever: Lever }
  | { kind: 'estimated_disputed'; profile: Profile };

export type Statistic = Counted | Estimated;

export function statisticKey(statistic: Statistic): string {
  switch (statistic.kind) {
    case 'home':
    case 'device':
      return `${statistic.kind}.${statistic.status}`;
    case 'equip':
      return 'equip';
    case 'lever':
      return `lever.${statistic.lever}`;
    case 'estimated_verdict':
      return `estimated_verdict.${statistic.profile}.${statistic.source}.${statistic.tier}.${statistic.verdict}`;
    case 'estimated_lever':
      return `estimated_lever.${statistic.profile}.${statistic.source}.${statistic.tier}.${statistic.lever}`;
    case 'estimated_disputed':
      return `estimated_disputed.${statistic.profile}`;
  }
}

/** Counted for every patch, hex and place: families' answers, nothing that depends on a filing. */
export const COUNTS: readonly Counted[] = [
  ...HOME_STATUSES.map((status) => ({ kind: 'home', status }) as const),
  ...DEVICE_STATUSES.filter((status) => status !== 'own').map((status) => ({ kind: 'device', status }) as const),
  { kind: 'equip' },
];

/** Counted for places: the same, then the levers. */
export const PLACE_COUNTS: readonly Counted[] = [
  ...COUNTS,
  ...LEVERS.map((lever) => ({ kind: 'lever', lever }) as const),
];

export const ESTIMATES: readonly Estimated[] = [...everyEstimate()];

function* everyEstimate(): Generator<Estimated> {
  for (const profile of PROFILES)
    for (const source of SOURCES)
      for (const tier of VERDICT_TIERS) {
        for (const verdict of VERDICTS_AT_TIER[tier])
          yield { kind: 'estimated_verdict', profile, source, tier, verdict };
        for (const lever of LEVERS_AT_TIER[tier]) yield { kind: 'estimated_lever', profile, source, tier, lever };
      }
  for (const profile of PROFILES) yield { kind: 'estimated_disputed', profile };
}

export const COUNT_KEYS: readonly string[] = COUNTS.map(statisticKey);
export const PLACE_COUNT_KEYS: readonly string[] = PLACE_COUNTS.map(statisticKey);
export const ESTIMATE_KEYS: readonly string[] = ESTIMATES.map(statisticKey);

/** Position of a count in every array of counts; levers occur only in arrays of places. */
export function countPosition(statistic: Counted): number {
  return positionIn(COUNT_POSITIONS, statistic);
}

/** Position of an estimate in every array of estimates. */
export function estimatePosition(statistic: Estimated): number {
  return positionIn(ESTIMATE_POSITIONS, statistic);
}

const COUNT_POSITIONS = new Map(PLACE_COUNT_KEYS.map((key, position) => [key, position]));
const ESTIMATE_POSITIONS = new Map(ESTIMATE_KEYS.map((key, position) => [key, position]));

function positionIn(positions: ReadonlyMap<string, number>, statistic: Statistic): number {
  const position = positions.get(statisticKey(statistic));
  if (position === undefined) throw new RangeError(`no such statistic: ${statisticKey(statistic)}`);
  return position;
}
