/** What clusters need of each view: its patches with their published counts only, their land, and what filings say of it. */
import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import { HIDDEN_CODES } from '../../domain/hidden.ts';
import { isShown } from '../../domain/protect/code.ts';
import { COUNTS, countPosition } from '../../domain/statistic.ts';
import type { HomeStatus } from '../../domain/survey.ts';
import { filersOf } from '../../domain/verdict.ts';
import type { ClusterPatch, ViewInput } from '../clusters/index.ts';
import type { Content } from './content.ts';
import type { ReleaseFiling } from './ingredients.ts';
import type { Land } from './land.ts';

export function clusterViews(
  contents: readonly Content[],
  land: Land,
  filings: Readonly<Record<Audience, readonly ReleaseFiling[]>>,
): Record<Audience, ViewInput> {
  const views = contents.flatMap((content): [Audience, ViewInput][] => {
    const own = land.of.get(content.audience);
    return own
      ? [[content.audience, { patches: clusterPatches(content), filers: filersOf(filings[content.audience]), ...own }]]
      : [];
  });
  if (views.length !== AUDIENCES.length) throw new Error('a view has no land');
  return Object.fromEntries(views) as Record<Audience, ViewInput>;
}

function clusterPatches({ patches, patchSets, stateSet, numbers, leaIds }: Content): ClusterPatch[] {
  const [stateStudents] = numbers.size(stateSet);
  const stateCodes = numbers.codes(stateSet, COUNTS.length);
  return patches.map(({ districts, students, households }, patch) => {
    const codes = numbers.codes(patchSets[patch] ?? -1, COUNTS.length);
    /** Counts hidden for being small are estimated by the state's share: good enough to rank by, and independent of the patch. */
    const guessed = (status: HomeStatus) => {
      const position = countPosition({ kind: 'home', status });
      const code = codes[position] ?? HIDDEN_CODES.either;
      const inState = stateCodes[position] ?? HIDDEN_CODES.either;
      if (isShown(code)) return code;
      if (code === HIDDEN_CODES.high) return students;
      return code === HIDDEN_CODES.low && isShown(inState) ? (students * inState) / stateStudents : 0;
    };
    const answered = Math.max(0, students - guessed('unanswered'));
    return {
      patch,
      leaIds: districts.map((district) => leaIds[district] ?? ''),
      students,
      households,
      answered,
      needs: Math.min(
        answered,
        NEEDS.reduce((sum, status) => sum + guessed(status), 0),
      ),
    };
  });
}

/** Answers meaning that a home needs a connection it lacks. */
const NEEDS = ['unavailable', 'unaffordable', 'inadequate'] as const satisfies readonly HomeStatus[];
