/**
 * The same homes with other keys, and so other noise: released in memory as the engine would, and read as the server would
 * tell it. One release shows one draw of the noise; what a draw gives away another may not.
 */
import type { Audience } from '../../server/domain/audience.ts';
import { cellToText } from '../../server/domain/cell.ts';
import { HIDDEN_CODES } from '../../server/domain/hidden.ts';
import type { Floors } from '../../server/domain/patch.ts';
import { EITHER_MOSTLY, isShown } from '../../server/domain/protect/code.ts';
import { SOURCES } from '../../server/domain/verdict.ts';
import { homesForRelease } from '../../server/features/intake/index.ts';
import { compose } from '../../server/features/releases/compose.ts';
import type { Content } from '../../server/features/releases/content.ts';
import { collectionFor, filingsFor, stateOf } from '../../server/features/releases/ingredients.ts';
import type { Db } from '../../server/platform/db.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { verdictAt } from './clusters.ts';
import { LOOKS } from './method.ts';
import type { Publication, PublishedRow } from './published.ts';

/** @param seed other keys for each */
export function publicationsWithKeys(
  db: Db,
  { collection, fccAsOf, floors }: { collection: string; fccAsOf: string; floors: Floors },
  seed: number,
): Promise<Record<Audience, Publication>> {
  return db.as({ role: 'intake' }, async (tx) => {
    const { id } = await collectionFor(tx, collection);
    const homes = await homesForRelease(tx, { collectionId: id });
    const stateFips = stateOf(homes.leaIds);
    const filings = await filingsFor(tx, stateFips, fccAsOf);
    const recordKey = homes.recordKey.map(
      (key) => Math.imul(key ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) ^ (key >>> 15),
    );
    const composed = await compose(tx, { homes: { ...homes, recordKey }, filings, floors, stateFips }, silentProgress);
    if (!composed) throw new Error('there are too few homes');
    const publications = composed.contents.map((content) => [content.audience, publicationOf(content, floors)]);
    return Object.fromEntries(publications) as Record<Audience, Publication>;
  });
}

/** As `readPublication` reads it, with every membership in clusters that the codes may tell. */
function publicationOf({ audience, numbers, ...outline }: Content, floors: Floors): Publication {
  const rowOf = (kind: PublishedRow['kind'], name: string, set: number): PublishedRow => {
    const [students, households] = numbers.size(set);
    return { kind, name, students, households, looks: numbers.codes(set).map(lookOf) };
  };
  const patches = outline.patches.map(({ cell, resolution, rest, districts }, patch) => {
    const leaIds = districts.map((district) => outline.leaIds[district] ?? '');
    const h3 = cellToText(cell);
    const row = rowOf('patch', `${h3} ${rest} ${leaIds.join()}`, outline.patchSets[patch] ?? -1);
    return { ...row, h3, resolution, rest, leaIds };
  });
  const isMember = (patch: number, statistic: number) =>
    numbers.codes(outline.patchSets[patch] ?? -1)[statistic] === EITHER_MOSTLY;
  return {
    audience,
    releaseId: 0,
    floors,
    bounds: [],
    patches,
    hexes: outline.hexes.flatMap(({ level, hexes, sets }) =>
      hexes.map(({ cell }, hex) => {
        const h3 = cellToText(cell);
        return { ...rowOf('hex', `${level} ${h3}`, sets[hex] ?? -1), level, h3 };
      }),
    ),
    places: outline.places
      .filter(({ kind }) => kind !== 'state')
      .flatMap(({ kind, groups, groupOf, sets }) =>
        groups.map((ids, group) => ({
          ...rowOf('place', `${kind} ${ids}`, sets[group] ?? -1),
          placeKind: kind,
          id: ids.join(),
          patches: [...groupOf.keys()].filter((patch) => groupOf[patch] === group),
        })),
      ),
    state: rowOf('state', 'state', outline.stateSet),
    memberships: SOURCES.flatMap((source) =>
      (['unserved', 'underserved'] as const).map((verdict) => {
        const statistic = verdictAt(source, verdict);
        return { statistic, members: new Set([...patches.keys()].filter((patch) => isMember(patch, statistic))) };
      }),
    ),
  };
}

function lookOf(code: number): number {
  if (isShown(code)) return code;
  if (code === HIDDEN_CODES.low) return LOOKS.low;
  return code === HIDDEN_CODES.high ? LOOKS.high : LOOKS.either;
}
