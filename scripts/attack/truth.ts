/** The truth kept aside: what only the state holds. The attacks never read it; it tells whether they were right. */
import type { Audience } from '../../server/domain/audience.ts';
import { type Cell, parentOf } from '../../server/domain/cell.ts';
import { countStudents, STATISTIC_COUNT, sumRows } from '../../server/domain/counts.ts';
import { coarsen, type Partition, partition } from '../../server/domain/partition.ts';
import type { Floors } from '../../server/domain/patch.ts';
import type { CellVerdicts } from '../../server/domain/verdict-cells.ts';
import { homesForRelease, type ReleaseHomes } from '../../server/features/intake/index.ts';
import { distinctCells, type HomeCells } from '../../server/features/releases/home-cells.ts';
import { collectionFor, filingsFor, type ReleaseFiling, stateOf } from '../../server/features/releases/ingredients.ts';
import { verdictsOfCells } from '../../server/features/verdicts/index.ts';
import type { Db, Tx } from '../../server/platform/db.ts';
import { childrenOf } from './geometry.ts';

/** Whose filings: the agency's hold some that the others may not see. */
export type Filings = 'public' | 'agency';
export const FILINGS_OF: Record<Audience, Filings> = { agency: 'agency', provider: 'public', public: 'public' };

export interface Truth {
  readonly homes: ReleaseHomes;
  readonly inCells: HomeCells;
  readonly finer: Partition;
  readonly coarser: Partition;
  /** Of the cells of `inCells`. */
  readonly verdicts: Readonly<Record<Filings, CellVerdicts>>;
  /** Rows of STATISTIC_COUNT, one a patch of the audience. */
  readonly counts: Readonly<Record<Audience, Int32Array>>;
  /** What filings say of the cells around homes, as anybody can work out: first those of `inCells`, then others. */
  readonly around: { readonly cells: BigUint64Array; readonly verdicts: Readonly<Record<Filings, CellVerdicts>> };
}

/** Cells around homes beyond which the attacker is given those of homes only, which makes it stronger. */
const MOST_CELLS = 150_000;

export function readTruth(db: Db, collection: string, fccAsOf: string, floors: Floors): Promise<Truth> {
  return db.as({ role: 'intake' }, async (tx) => {
    const { id } = await collectionFor(tx, collection);
    const homes = await homesForRelease(tx, { collectionId: id });
    const filings = await filingsFor(tx, stateOf(homes.leaIds), fccAsOf);
    const inCells = distinctCells(homes.cells);
    const placed = { district: homes.lea, household: homes.household, ...inCells };
    const finer = partition(placed, { finest: 8, floors });
    const coarser = coarsen(finer, placed, { finest: 7, floors });
    const cells = withSiblings(inCells.cells);
    const around = await verdictsBy(tx, cells, filings);
    const counts = (whose: Filings) =>
      countStudents({ ...homes, cellOf: inCells.cellOf }, around[whose], finer.patchOf, finer.patches.length).counts;
    const byPublic = counts('public');
    return {
      homes,
      inCells,
      finer,
      coarser,
      verdicts: around,
      counts: {
        agency: counts('agency'),
        provider: byPublic,
        public: sumRows(byPublic, coarser.patchOf, coarser.patches.length),
      },
      around: { cells, verdicts: around },
    };
  });
}

async function verdictsBy(
  tx: Tx,
  cells: BigUint64Array,
  filings: Record<Audience, readonly ReleaseFiling[]>,
): Promise<Record<Filings, CellVerdicts>> {
  const asked = (audience: Audience) => ({
    fccFilingId: filings[audience].find(({ source }) => source === 'fcc')?.id,
    pucFilingIds: filings[audience].filter(({ source }) => source === 'puc').map(({ id }) => id),
  });
  const [forPublic, forAgency] = await verdictsOfCells(tx, cells, [asked('public'), asked('agency')]);
  if (!forPublic || !forAgency) throw new Error('verdicts of two sets of filings were asked for');
  return { public: forPublic, agency: forAgency };
}

/** These cells first, then the others of their res-8 parents. */
function withSiblings(cells: BigUint64Array): BigUint64Array {
  const known = new Set<Cell>(cells);
  const all: Cell[] = [...cells];
  for (const parent of new Set(Array.from(cells, (cell) => parentOf(cell, 8))))
    for (const cell of childrenOf(parent, 9)) if (!known.has(cell)) all.push(cell);
  return all.length > MOST_CELLS ? cells : BigUint64Array.from(all);
}

/** Whether the release published these very patches: a later one may keep older ones. */
export function isOfTruth(truth: Truth, audience: Audience, students: readonly number[]): boolean {
  const { patches } = audience === 'public' ? truth.coarser : truth.finer;
  return patches.length === students.length && patches.every((patch, i) => patch.students === students[i]);
}

export function trueCount(truth: Truth, audience: Audience, patch: number, statistic: number): number {
  return truth.counts[audience][patch * STATISTIC_COUNT + statistic] ?? 0;
}
