/** What a release says of its own protection and accuracy, by audience: sums over everything, nothing local. */
import { LEVERS_AT_TIER, ONE_READING } from '../../domain/lever.ts';
import { isShown } from '../../domain/protect/code.ts';
import { NOISE_DEVIATION, NOISE_VARIANCE } from '../../domain/protect/noise.ts';
import { PERCENT_RANGES } from '../../domain/protect/percent.ts';
import { ROUNDING } from '../../domain/protect/round.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { COUNTS, countPosition, estimatePosition, PLACE_COUNTS } from '../../domain/statistic.ts';
import type { Tx } from '../../platform/db.ts';
import type { Estimates } from '../estimates/index.ts';
import type { ErrorFigure, ReportBody } from '../releases/index.ts';
import type { Content } from './content.ts';

export interface Reported {
  readonly content: Content;
  readonly floor: number;
  /** Patches with exactly the homes of the release before. */
  readonly keptPatches: number;
  /** Tier of the one reading at which levers are counted. */
  readonly benchmark: VerdictTier;
  /** As this audience reads them. */
  readonly estimates: Pick<Estimates, 'ofPlace'>;
}

/** Fewer counts would reveal too much of each. */
const FEWEST_COUNTS = 20;

export function reportOn(reported: Reported): ReportBody {
  const { content, floor, keptPatches } = reported;
  const tallies = new Map<string, Tally>();
  const totals = { rows: 0, counts: 0, hidden: 0, meetFloor: 0, shown: 0 };
  for (const { level, sets, statistics } of levelsOf(content))
    for (const set of sets) {
      const codes = content.numbers.codes(set, statistics);
      const truth = content.numbers.truth(set, statistics);
      const [students] = content.numbers.size(set);
      totals.rows += 1;
      totals.counts += codes.length;
      for (const [i, code] of codes.entries()) {
        const own = truth[i] ?? 0;
        if (own >= floor && students - own >= floor) totals.meetFloor += 1;
        if (!isShown(code)) {
          totals.hidden += 1;
          continue;
        }
        totals.shown += 1;
        tallyOf(tallies, PLACE_COUNTS[i]?.kind ?? '', level).add(Math.abs(code - own), own);
      }
    }
  tallyEstimates(tallies, reported);
  return {
    method: {
      noise: { deviation: NOISE_DEVIATION, variance: NOISE_VARIANCE },
      rounding: content.audience === 'public' ? ROUNDING : 1,
      percentCoding: [...PERCENT_RANGES],
      keptUnder: floor,
    },
    hidden: {
      rows: totals.rows,
      counts: totals.hidden,
      share: rounded(totals.hidden / totals.counts, 3),
      aboveFloor: {
        counts: totals.meetFloor - totals.shown,
        share: rounded((totals.meetFloor - totals.shown) / Math.max(1, totals.meetFloor), 3),
      },
    },
    kept: { patches: keptPatches },
    errors: [...tallies.values()].map((tally) => tally.figure()),
    approximated: content.places.flatMap(({ kind, approximatedShare }) =>
      approximatedShare === undefined ? [] : [{ kind, share: rounded(approximatedShare, 2) }],
    ),
  };
}

/** Levers at places are both counted and estimated: the difference between the two that this audience reads. */
function tallyEstimates(tallies: Map<string, Tally>, { content, benchmark, estimates }: Reported): void {
  for (const { kind, groups, sets } of content.places)
    for (const [group, [id = '']] of groups.entries()) {
      const codes = content.numbers.codes(sets[group] ?? -1, PLACE_COUNTS.length);
      const estimated = estimates.ofPlace(kind, id);
      if (!estimated) continue;
      for (const lever of LEVERS_AT_TIER[benchmark]) {
        const code = codes[countPosition({ kind: 'lever', lever })] ?? 0;
        if (!isShown(code)) continue;
        const statistic = { kind: 'estimated_lever', ...ONE_READING, tier: benchmark, lever } as const;
        const own = estimated[estimatePosition(statistic)] ?? 0;
        tallyOf(tallies, statistic.kind, kind).add(Math.abs(code - own), code);
      }
    }
}

export async function publishReport(tx: Tx, releaseId: number, audience: string, report: ReportBody): Promise<void> {
  await tx.run('insert into published.privacy_reports (release_id, audience, report) values ($1, $2, $3)', [
    releaseId,
    audience,
    JSON.stringify(report),
  ]);
}

interface Level {
  readonly level: string;
  readonly sets: Int32Array;
  readonly statistics: number;
}

function levelsOf({ patchSets, hexes, places }: Content): Level[] {
  return [
    { level: 'patch', sets: patchSets, statistics: COUNTS.length },
    ...hexes.map(({ level, sets }) => ({ level: `hex${level}`, sets, statistics: COUNTS.length })),
    ...places.map(({ kind, sets }) => ({ level: kind, sets, statistics: PLACE_COUNTS.length })),
  ];
}

function tallyOf(tallies: Map<string, Tally>, family: string, level: string): Tally {
  const key = `${family} ${level}`;
  const tally = tallies.get(key) ?? new Tally(family, level);
  tallies.set(key, tally);
  return tally;
}

/** Error distribution of one family at one level: how many counts are off by how many students. */
class Tally {
  readonly #byError: number[] = [];
  #counts = 0;
  #errors = 0;
  #relative = 0;

  readonly #family: string;
  readonly #level: string;

  constructor(family: string, level: string) {
    this.#family = family;
    this.#level = level;
  }

  add(error: number, truth: number): void {
    this.#byError[error] = (this.#byError[error] ?? 0) + 1;
    this.#counts += 1;
    this.#errors += error;
    this.#relative += error / truth;
  }

  figure(): ErrorFigure {
    const [family, level] = [this.#family, this.#level];
    const counts = this.#counts;
    if (counts < FEWEST_COUNTS)
      return { family, level, counts, meanAbsolute: null, p95Absolute: null, meanRelative: null };
    return {
      family,
      level,
      counts,
      meanAbsolute: rounded(this.#errors / counts, 2),
      p95Absolute: this.#percentile(0.95),
      meanRelative: rounded(this.#relative / counts, 4),
    };
  }

  #percentile(share: number): number {
    let seen = 0;
    for (let error = 0; error < this.#byError.length; error++) {
      seen += this.#byError[error] ?? 0;
      if (seen >= share * this.#counts) return error;
    }
    return this.#byError.length;
  }
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
