/** Detects implausible speeds: the filing's units are not what they seem. */
import { TECHNOLOGY_NAMES, type TechnologyCode } from '../../../domain/technology.ts';
import { grouped, plural } from '../../../domain/words.ts';
import type { AreaRow } from './area-row.ts';
import { pucErrors } from './errors.ts';

/** Upper bound by technology in Mbps, with room for years to come; as of 2026 fiber sells up to 50,000. */
const MOST_MBPS: Readonly<Record<TechnologyCode, number>> = {
  0: 10_000,
  10: 2_000,
  40: 12_000,
  50: 50_000,
  60: 1_000,
  61: 5_000,
  70: 10_000,
  71: 10_000,
  72: 5_000,
};

/** Fiber and cable are not sold slower; smaller values are the eleven tier numbers of the State Broadband Initiative. */
const LEAST_OF_A_LINE = 11;
const LEAST_OF_ALL = 1;
/** Downloads of this speed and above are sold with about as much upload. */
const EVEN_FROM_MBPS = 10_000;

/** @throws Refusal with examples when speeds cannot be in Mbps */
export function refuseImplausible(rows: readonly AreaRow[]): void {
  const tooFast = rows.filter(
    ({ technology, downloadMbps, uploadMbps }) =>
      Math.max(downloadMbps, uploadMbps) > MOST_MBPS[technology] ||
      (downloadMbps > EVEN_FROM_MBPS && uploadMbps < downloadMbps / 2),
  );
  if (tooFast.length > 0)
    throw pucErrors.implausibleSpeeds(examples(tooFast), 'nobody sells so much; kilobits are written so');
  const offered = rows.filter(({ downloadMbps }) => downloadMbps > 0);
  if (offered.length > 0 && offered.every(({ downloadMbps }) => downloadMbps > EVEN_FROM_MBPS))
    throw pucErrors.implausibleSpeeds(examples(offered), 'no area has less than 10,000; kilobits are written so');
  const inMegabits = offered.filter(({ saysKilobits }) => !saysKilobits);
  const lines = inMegabits.filter(({ technology }) => technology === 50 || technology === 40);
  if (lines.length > 0 && lines.every(({ downloadMbps }) => downloadMbps <= LEAST_OF_A_LINE))
    throw pucErrors.implausibleSpeeds(
      examples(lines),
      'no fiber or cable is so slow; gigabits or tiers are written so',
    );
  if (inMegabits.length > 0 && offered.every(({ downloadMbps }) => downloadMbps <= LEAST_OF_ALL))
    throw pucErrors.implausibleSpeeds(
      examples(inMegabits),
      'no area has more than 1; gigabits or tiers are written so',
    );
}

const MOST_EXAMPLES = 5;

/** "fiber of 25,000/3,000: 12 areas", the most frequent first. */
function examples(rows: readonly AreaRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { technology, downloadMbps, uploadMbps } of rows) {
    const offer = `${TECHNOLOGY_NAMES[technology]} of ${grouped(downloadMbps)}/${grouped(uploadMbps)}`;
    counts.set(offer, (counts.get(offer) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, MOST_EXAMPLES).map(([offer, areas]) => `${offer}: ${plural(areas, 'area')}`);
}
