/** What clusters need of a release's patches: true counts, which never leave the job. */
import { STATISTIC_COUNT } from '../../domain/counts.ts';
import { DEFAULT_TIER, VERDICT_TIERS } from '../../domain/speed.ts';
import { statisticPosition } from '../../domain/statistic.ts';
import type { HomeStatus } from '../../domain/survey.ts';
import { DEFAULT_PROFILE, PROFILES } from '../../domain/technology.ts';
import { SOURCES, type Source, type Verdict } from '../../domain/verdict.ts';
import type { CellVerdicts } from '../../domain/verdict-cells.ts';
import type { ClusterPatch } from '../clusters/index.ts';
import type { Content } from './content.ts';

/** @param contradicted by patch, see `contradictedStudents` */
export function clusterPatches({ patches, counts, leaIds }: Content, contradicted: Int32Array): ClusterPatch[] {
  const countAt = (patch: number, position: number) => counts[patch * STATISTIC_COUNT + position] ?? 0;
  return patches.map(({ cell, resolution, rest, districts, students, households }, patch) => {
    const unserved = bySource((source) => countAt(patch, VERDICT_POSITIONS.unserved[source]));
    const answered = students - countAt(patch, HOME_POSITIONS.unanswered);
    const needs = NEEDS.reduce((sum, status) => sum + countAt(patch, HOME_POSITIONS[status]), 0);
    return {
      patch,
      cell,
      resolution,
      rest,
      leaIds: districts.map((district) => leaIds[district] ?? ''),
      students,
      households,
      affected: {
        unserved,
        underserved: bySource((source) => unserved[source] + countAt(patch, VERDICT_POSITIONS.underserved[source])),
      },
      contradicted: contradicted[patch] ?? 0,
      needs: answered === 0 ? -1 : needs,
    };
  });
}

/** Students by patch in cells where one source says served at the default profile and tier, and the other does not. */
export function contradictedStudents(
  verdicts: CellVerdicts,
  cellOf: Int32Array,
  patchOf: Int32Array,
  patches: number,
): Int32Array {
  const at = PROFILES.indexOf(DEFAULT_PROFILE) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(DEFAULT_TIER);
  const isContradicted = verdicts.combos.map((combo) => {
    const says = combo[at];
    return says !== undefined && isKnown(says.fcc, says.puc) && (says.fcc === 'served') !== (says.puc === 'served');
  });
  const students = new Int32Array(patches);
  for (const [home, patch] of patchOf.entries())
    if (isContradicted[verdicts.comboOf[cellOf[home] ?? -1] ?? -1]) students[patch] = (students[patch] ?? 0) + 1;
  return students;
}

/** Answers that say a home needs a connection it does not have. */
const NEEDS = ['unavailable', 'unaffordable', 'inadequate'] as const satisfies readonly HomeStatus[];

const HOME_POSITIONS = {
  unavailable: statisticPosition({ kind: 'home', status: 'unavailable' }),
  unaffordable: statisticPosition({ kind: 'home', status: 'unaffordable' }),
  inadequate: statisticPosition({ kind: 'home', status: 'inadequate' }),
  unanswered: statisticPosition({ kind: 'home', status: 'unanswered' }),
};

const VERDICT_POSITIONS = { unserved: positionsOf('unserved'), underserved: positionsOf('underserved') };

function positionsOf(verdict: Verdict): Record<Source, number> {
  return bySource((source) =>
    statisticPosition({ kind: 'verdict', profile: DEFAULT_PROFILE, source, tier: DEFAULT_TIER, verdict }),
  );
}

function bySource(count: (source: Source) => number): Record<Source, number> {
  return Object.fromEntries(SOURCES.map((source) => [source, count(source)])) as Record<Source, number>;
}

function isKnown(...verdicts: Verdict[]): boolean {
  return verdicts.every((verdict) => verdict !== 'unknown');
}
