/** Which classes make up a whole group, whatever its students are. An attacker knows, so the audit reasons with it. */
import { LEVERS_AT_TIER, type Lever, needsEquipment } from '../lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { type Statistic, statisticPosition } from '../statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../survey.ts';
import { PROFILES, type Profile } from '../technology.ts';
import { SOURCES, type Source, VERDICTS_AT_TIER, type Verdict } from '../verdict.ts';
import type { Partition } from './classes.ts';

const at = (statistic: Statistic) => statisticPosition(statistic);
const CONNECTED = at({ kind: 'home', status: 'connected' });
const EQUIP = at({ kind: 'equip' });
const deviceAt = (status: (typeof DEVICE_STATUSES)[number]) => at({ kind: 'device', status });

interface Axis {
  readonly profile: Profile;
  readonly source: Source;
  readonly tier: VerdictTier;
}

const AXES: readonly Axis[] = PROFILES.flatMap((profile) =>
  SOURCES.flatMap((source) => VERDICT_TIERS.map((tier) => ({ profile, source, tier }))),
);
const verdictAt = (axis: Axis, verdict: Verdict) => at({ kind: 'verdict', ...axis, verdict });
const leverAt = (axis: Axis, lever: Lever) => at({ kind: 'lever', ...axis, lever });

/** Of the students who are not connected, each has one lever; the connected have none. */
export const PARTITIONS: readonly Partition[] = [
  { parts: HOME_STATUSES.map((status) => at({ kind: 'home', status })) },
  { parts: DEVICE_STATUSES.map(deviceAt) },
  { whole: EQUIP, parts: DEVICE_STATUSES.filter(needsEquipment).map(deviceAt) },
  ...AXES.map((axis) => ({ parts: VERDICTS_AT_TIER[axis.tier].map((verdict) => verdictAt(axis, verdict)) })),
  ...AXES.map((axis) => ({ parts: [...LEVERS_AT_TIER[axis.tier].map((lever) => leverAt(axis, lever)), CONNECTED] })),
];
