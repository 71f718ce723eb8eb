/**
 * What sets are to one another in one place. Whoever knows the filings knows which sorts of cell a patch has; where there are few,
 * sets that differ elsewhere count the same students there, or lie inside one another. The attacker is given the cells where
 * students live, which is more than it can know.
 */
import { listsOf } from '../../server/domain/lists.ts';
import { addKind, noKinds } from '../../server/domain/protect/kinds.ts';
import { type LocalClasses, localClasses } from '../../server/domain/protect/local.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../server/domain/survey.ts';
import type { Members } from './catalog.ts';
import type { Truth } from './truth.ts';

export interface LocalCatalog {
  /** By cell around homes its sort: cells are of one where all filings say the same of them. */
  readonly sortOf: Int32Array;
  /** Kinds of students by set, but for everybody, one sort of cell after the other. */
  readonly members: readonly Int32Array[];
  /** All answers about the connection, and all about the device, likewise. */
  readonly domains: readonly Int32Array[];
  /** By set, but for everybody, those inside it in the whole state. */
  readonly inside: readonly (readonly number[])[];
}

/** Of each patch the sorts of cell it has students in, by whose patches. */
export interface LivedIn {
  readonly finer: readonly (readonly number[])[];
  readonly coarser: readonly (readonly number[])[];
}

const HOMES = HOME_STATUSES.length;
const DEVICES = DEVICE_STATUSES.length;
const KINDS_EACH = HOMES + DEVICES;

/** @param sets everybody first, then those that statistics count */
export function localCatalogOf(
  { verdicts }: Truth['around'],
  sets: readonly Members[],
  nested: readonly (readonly [part: number, whole: number])[],
): LocalCatalog {
  const known = new Map<string, number>();
  const sortOf = Int32Array.from(verdicts.public.comboOf, (combo, cell) => {
    const key = `${combo} ${verdicts.agency.comboOf[cell]}`;
    const sort = known.get(key) ?? known.size;
    known.set(key, sort);
    return sort;
  });
  const inside: number[][] = sets.slice(1).map(() => []);
  for (const [part, whole] of nested) if (whole > 0 && part > 0) inside[whole - 1]?.push(part - 1);
  const homes = known.size * HOMES;
  const domains = [(kind: number) => kind < homes, (kind: number) => kind >= homes];
  return {
    sortOf,
    members: sets
      .slice(1)
      .map((own) => bySort((kind) => (((own[kind >> 5] as number) >> (kind & 31)) & 1) === 1, known.size)),
    domains: domains.map((has) => bySort(has, known.size)),
    inside,
  };
}

function bySort(has: (kind: number) => boolean, sorts: number): Int32Array {
  const kinds = noKinds(sorts * KINDS_EACH);
  for (let sort = 0; sort < sorts; sort++)
    for (let kind = 0; kind < KINDS_EACH; kind++) {
      const at = sort * KINDS_EACH + kind;
      const isIn = kind < HOMES ? has(sort * HOMES + kind) : has(sorts * HOMES + kind - HOMES);
      if (isIn) addKind(kinds, at);
    }
  return kinds;
}

export function livedIn(
  { sortOf }: LocalCatalog,
  { inCells, finer, coarser }: Pick<Truth, 'inCells' | 'finer' | 'coarser'>,
): LivedIn {
  const sorts = {
    finer: finer.patches.map(() => new Set<number>()),
    coarser: coarser.patches.map(() => new Set<number>()),
  };
  for (const [home, patch] of finer.patchOf.entries()) {
    const sort = sortOf[inCells.cellOf[home] ?? -1] ?? -1;
    sorts.finer[patch]?.add(sort);
    sorts.coarser[coarser.patchOf[patch] ?? -1]?.add(sort);
  }
  const sorted = (own: ReadonlySet<number>) => [...own].sort((a, b) => a - b);
  return { finer: sorts.finer.map(sorted), coarser: sorts.coarser.map(sorted) };
}

/** @param groups finest patches by group @returns by group; sets are numbered without everybody */
export function localSets(
  { members, inside, domains }: LocalCatalog,
  groups: readonly (readonly number[])[],
  sortsOf: readonly (readonly number[])[],
): LocalClasses[] {
  return localClasses(
    { count: groups.length, members: listsOf(groups) },
    { count: members.length, members, inside: listsOf(inside), domains },
    { sortsOf: listsOf(sortsOf), kindsEach: KINDS_EACH },
  );
}
