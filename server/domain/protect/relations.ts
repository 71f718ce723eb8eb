/**
 * What must hold among the counts of one group whatever its students are: which classes make up the whole, and which lie
 * within which. An attacker knows all of it, so the audit reasons with all of it.
 */
import { LEVERS_AT_TIER, type Lever } from '../lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { type Statistic, statisticPosition } from '../statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../survey.ts';
import { PROFILES, type Profile } from '../technology.ts';
import { SOURCES, type Source, VERDICTS_AT_TIER, type Verdict } from '../verdict.ts';

/** Classes that add up to the group. */
export type Partition = readonly number[];

/** Every student of `part` is one of `whole`. */
export interface Nested {
  readonly part: number;
  readonly whole: number;
}

const at = (statistic: Statistic) => statisticPosition(statistic);
const CONNECTED = at({ kind: 'home', status: 'connected' });
const UNANSWERED = at({ kind: 'home', status: 'unanswered' });
const EQUIP = at({ kind: 'equip' });
const NEEDS_EQUIPMENT = (['shared', 'unsuitable', 'none'] as const).map((status) => at({ kind: 'device', status }));

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
  HOME_STATUSES.map((status) => at({ kind: 'home', status })),
  DEVICE_STATUSES.map((status) => at({ kind: 'device', status })),
  // The last two as one: who has a device of its own, or did not say, and who needs one.
  [...(['own', 'unanswered'] as const).map((status) => at({ kind: 'device', status })), EQUIP],
  ...AXES.map((axis) => VERDICTS_AT_TIER[axis.tier].map((verdict) => verdictAt(axis, verdict))),
  ...AXES.map((axis) => [...LEVERS_AT_TIER[axis.tier].map((lever) => leverAt(axis, lever)), CONNECTED]),
];

/** From the smallest set of technologies to the largest: what is served with one is served with the next. */
const WIDENING: readonly Profile[] = ['wired', 'bead_2022', 'terrestrial', 'any'];

export const NESTED: readonly Nested[] = [
  ...NEEDS_EQUIPMENT.map((part) => ({ part, whole: EQUIP })),
  ...AXES.flatMap((axis): Nested[] => [
    { part: leverAt(axis, 'build'), whole: verdictAt(axis, 'unserved') },
    { part: leverAt(axis, 'ask'), whole: UNANSWERED },
    { part: leverAt(axis, 'ask'), whole: verdictAt(axis, 'served') },
    { part: leverAt(axis, 'connect'), whole: verdictAt(axis, 'served') },
    ...(axis.tier === '100_20'
      ? [{ part: leverAt(axis, 'upgrade'), whole: verdictAt(axis, 'underserved') }]
      : [{ part: verdictAt({ ...axis, tier: '100_20' }, 'served'), whole: verdictAt(axis, 'served') }]),
    ...agreedWithin(axis),
    ...narrowerWithin(axis),
  ]),
];

/** What both filings say, each says. */
function agreedWithin(axis: Axis): Nested[] {
  if (axis.source !== 'agreed') return [];
  return (['fcc', 'puc'] as const).flatMap((source): Nested[] => [
    { part: verdictAt(axis, 'served'), whole: verdictAt({ ...axis, source }, 'served') },
    { part: verdictAt(axis, 'unserved'), whole: verdictAt({ ...axis, source }, 'unserved') },
    { part: leverAt(axis, 'build'), whole: leverAt({ ...axis, source }, 'build') },
  ]);
}

/** More technologies serve more and leave fewer unserved. */
function narrowerWithin(axis: Axis): Nested[] {
  const wider = WIDENING[WIDENING.indexOf(axis.profile) + 1];
  if (wider === undefined) return [];
  const widened = { ...axis, profile: wider };
  return [
    { part: verdictAt(axis, 'served'), whole: verdictAt(widened, 'served') },
    { part: verdictAt(widened, 'unserved'), whole: verdictAt(axis, 'unserved') },
    { part: leverAt(widened, 'build'), whole: leverAt(axis, 'build') },
  ];
}
