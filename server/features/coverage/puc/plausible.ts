/** Detects implausible speeds: the filing's units are not what they seem. */
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
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
  if (tooFast.length > 0) throw pucErrors.implausibleSpeeds(examples(tooFast), phrase('puc.why/too-fast'));
  const offered = rows.filter(({ downloadMbps }) => downloadMbps > 0);
  if (offered.length > 0 && offered.every(({ downloadMbps }) => downloadMbps > EVEN_FROM_MBPS))
    throw pucErrors.implausibleSpeeds(examples(offered), phrase('puc.why/all-fast'));
  const inMegabits = offered.filter(({ saysKilobits }) => !saysKilobits);
  const lines = inMegabits.filter(({ technology }) => technology === 50 || technology === 40);
  if (lines.length > 0 && lines.every(({ downloadMbps }) => downloadMbps <= LEAST_OF_A_LINE))
    throw pucErrors.implausibleSpeeds(examples(lines), phrase('puc.why/slow-lines'));
  if (inMegabits.length > 0 && offered.every(({ downloadMbps }) => downloadMbps <= LEAST_OF_ALL))
    throw pucErrors.implausibleSpeeds(examples(inMegabits), phrase('puc.why/all-slow'));
}

const MOST_EXAMPLES = 5;

/** "fiber of 25,000/3,000: 12 areas", the most frequent first. */
function examples(rows: readonly AreaRow[]): Phrase[] {
  const offers = Map.groupBy(rows, (row) => `${row.technology} ${row.downloadMbps} ${row.uploadMbps}`);
  return [...offers.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_EXAMPLES)
    .flatMap(([row, ...more]) =>
      row
        ? phrase('puc.offer', {
            technologyCode: row.technology,
            downloadMbps: row.downloadMbps,
            uploadMbps: row.uploadMbps,
            areaCount: 1 + more.length,
          })
        : [],
    );
}
