/** Consecutive releases between which fewer students changed than the floor: whatever moves in what is published tells of them. */
import { AUDIENCES } from '../../server/domain/audience.ts';
import { createRelease } from '../../server/features/releases/index.ts';
import { comparePublications } from './compare.ts';
import { type Change, changeOne, type Neighbors, neighborsIn } from './moves.ts';
import { COLLECTION, FCC_AS_OF, type Stage } from './stage.ts';
import type { Truth } from './truth.ts';

export interface Successive {
  readonly releases: number;
  readonly compared: number;
  /** Published values that moved while fewer students than the floor had changed. */
  readonly differences: readonly string[];
  /** Values that moved when more than the floor moved at once: the comparison sees what there is to see. */
  readonly movedByMany: number;
}

const CHANGES: readonly Change[] = ['moved', 'added', 'removed', 'answered'];
const DRIPS = 2;

/** One release after one change of each kind, each in a district of its own; then one more student of one patch a release. */
export async function changeLittle(
  stage: Stage,
  truth: Truth,
  before: Awaited<ReturnType<Stage['publications']>>,
  floor: number,
): Promise<Successive> {
  const { db } = stage.deps;
  const { id } = await db.as({ role: 'intake' }, (tx) =>
    tx.one<{ id: number }>('select id from intake.collections where name = $1', [COLLECTION]),
  );
  const districts = neighborsIn(truth);
  const [first] = districts;
  if (!first) throw new Error('no district has two patches: the state is too small to move anybody');
  let compared = 0;
  let releases = 0;
  const differences: string[] = [];
  const released = async (name: string): Promise<string[]> => {
    await createRelease(stage.deps, { name, collection: COLLECTION, fccAsOf: FCC_AS_OF });
    releases++;
    const after = await stage.publications({ withPlaces: false });
    const all = AUDIENCES.map((audience) => comparePublications(before[audience], after[audience]));
    compared += all.reduce((sum, one) => sum + one.compared, 0);
    return all.flatMap((one) => one.differences);
  };
  const change = (which: Neighbors, how: Change) => changeOne(db, id, which, how);

  for (const [i, how] of CHANGES.entries()) await change(districts[i] ?? first, how);
  differences.push(...(await released('One of each changed')));
  for (let drip = 1; drip <= DRIPS; drip++) {
    await change(first, 'moved');
    differences.push(...(await released(`Drip ${drip}`)));
  }
  for (let student = 0; student < 2 * floor; student++) await change(first, 'moved');
  const movedByMany = (await released('Many moved')).length;
  return { releases, compared, differences, movedByMany };
}
