/**
 * The catalog of statistics: everything a release counts, in one fixed order. The tables, the tiles, the API and the
 * map all read this list, so that none of them can drift from the others.
 *
 * Each statistic counts students. Keys read from the general to the particular:
 * `verdict.<profile>.<source>.<tier>.<verdict>`, `lever.<profile>.<source>.<tier>.<lever>`, `disputed.<profile>`,
 * `home.<status>`, `device.<status>`, `equip`.
 */
import { LEVERS_AT_TIER, type Lever } from './lever.ts';
import { VERDICT_TIERS, type VerdictTier } from './speed.ts';
import { DEVICE_STATUSES, type DeviceStatus, HOME_STATUSES, type HomeStatus } from './survey.ts';
import { PROFILES, type Profile } from './technology.ts';
import { SOURCES, type Source, VERDICTS_AT_TIER, type Verdict } from './verdict.ts';

export type Statistic =
  | { kind: 'verdict'; profile: Profile; source: Source; tier: VerdictTier; verdict: Verdict }
  | { kind: 'lever'; profile: Profile; source: Source; tier: VerdictTier; lever: Lever }
  | { kind: 'disputed'; profile: Profile }
  | { kind: 'home'; status: HomeStatus }
  | { kind: 'device'; status: DeviceStatus }
  | { kind: 'equip' };

export function statisticKey(statistic: Statistic): string {
  switch (statistic.kind) {
    case 'verdict':
      return `verdict.${statistic.profile}.${statistic.source}.${statistic.tier}.${statistic.verdict}`;
    case 'lever':
      return `lever.${statistic.profile}.${statistic.source}.${statistic.tier}.${statistic.lever}`;
    case 'disputed':
      return `disputed.${statistic.profile}`;
    case 'home':
      return `home.${statistic.status}`;
    case 'device':
      return `device.${statistic.status}`;
    case 'equip':
      return 'equip';
  }
}

function* everyStatistic(): Generator<Statistic> {
  for (const profile of PROFILES)
    for (const source of SOURCES)
      for (const tier of VERDICT_TIERS) {
        for (const verdict of VERDICTS_AT_TIER[tier]) yield { kind: 'verdict', profile, source, tier, verdict };
        for (const lever of LEVERS_AT_TIER[tier]) yield { kind: 'lever', profile, source, tier, lever };
      }
  for (const profile of PROFILES) yield { kind: 'disputed', profile };
  for (const status of HOME_STATUSES) yield { kind: 'home', status };
  for (const status of DEVICE_STATUSES) yield { kind: 'device', status };
  yield { kind: 'equip' };
}

export const STATISTICS: readonly Statistic[] = [...everyStatistic()];
export const STATISTIC_KEYS: readonly string[] = STATISTICS.map(statisticKey);
const positions = new Map(STATISTIC_KEYS.map((key, position) => [key, position]));

/** Position of a statistic in every array of counts. */
export function statisticPosition(statistic: Statistic): number {
  const position = positions.get(statisticKey(statistic));
  if (position === undefined) throw new RangeError(`no such statistic: ${statisticKey(statistic)}`);
  return position;
}
