/** What clusters need of a release's patches: nothing but what is published of them. */

import { HIDDEN_CODES } from '../../domain/hidden.ts';
import { EITHER_MOSTLY, isShown } from '../../domain/protect/code.ts';
import { DEFAULT_TIER } from '../../domain/speed.ts';
import { statisticPosition } from '../../domain/statistic.ts';
import type { HomeStatus } from '../../domain/survey.ts';
import { DEFAULT_PROFILE } from '../../domain/technology.ts';
import { SOURCES, type Source, type Verdict } from '../../domain/verdict.ts';
import type { ClusterPatch } from '../clusters/index.ts';
import type { Content } from './content.ts';

export function clusterPatches({ patches, patchSets, stateSet, numbers, leaIds }: Content): ClusterPatch[] {
  const [stateStudents] = numbers.size(stateSet);
  const stateCodes = numbers.codes(stateSet);
  return patches.map(({ cell, resolution, rest, districts, students, households }, patch) => {
    const codes = numbers.codes(patchSets[patch] ?? -1);
    /** What is hidden for being few is guessed by the state's share: enough to rank by, and nothing of the patch. */
    const guessed = (position: number) => {
      const code = codes[position] ?? HIDDEN_CODES.either;
      const inState = stateCodes[position] ?? HIDDEN_CODES.either;
      if (code !== HIDDEN_CODES.low || !isShown(inState)) return likelyCount(code, students);
      return (students * inState) / stateStudents;
    };
    const unserved = bySource((source) => likelyCount(codes[VERDICT_POSITIONS.unserved[source]] ?? 0, students));
    const underserved = (source: Source) => likelyCount(codes[VERDICT_POSITIONS.underserved[source]] ?? 0, students);
    const answered = Math.max(0, students - guessed(HOME_POSITIONS.unanswered));
    const needs = NEEDS.reduce((sum, status) => sum + guessed(HOME_POSITIONS[status]), 0);
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
        underserved: bySource((source) => Math.min(students, unserved[source] + underserved(source))),
      },
      contradicted: likelyCount(codes[DISPUTED_POSITION] ?? 0, students),
      needs: answered === 0 ? -1 : Math.min(answered, needs),
      answered,
    };
  });
}

/** A published count, or the likeliest one of a hidden: few are none, nearly all are all. */
function likelyCount(code: number, students: number): number {
  if (isShown(code)) return code;
  return code === HIDDEN_CODES.high || code === EITHER_MOSTLY ? students : 0;
}

/** Answers that say a home needs a connection it does not have. */
const NEEDS = ['unavailable', 'unaffordable', 'inadequate'] as const satisfies readonly HomeStatus[];

const HOME_POSITIONS = {
  unavailable: statisticPosition({ kind: 'home', status: 'unavailable' }),
  unaffordable: statisticPosition({ kind: 'home', status: 'unaffordable' }),
  inadequate: statisticPosition({ kind: 'home', status: 'inadequate' }),
  unanswered: statisticPosition({ kind: 'home', status: 'unanswered' }),
};

const DISPUTED_POSITION = statisticPosition({ kind: 'disputed', profile: DEFAULT_PROFILE });

const VERDICT_POSITIONS = { unserved: positionsOf('unserved'), underserved: positionsOf('underserved') };

function positionsOf(verdict: Verdict): Record<Source, number> {
  return bySource((source) =>
    statisticPosition({ kind: 'verdict', profile: DEFAULT_PROFILE, source, tier: DEFAULT_TIER, verdict }),
  );
}

function bySource(count: (source: Source) => number): Record<Source, number> {
  return Object.fromEntries(SOURCES.map((source) => [source, count(source)])) as Record<Source, number>;
}
