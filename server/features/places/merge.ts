/** Adds the places of a file to those of its kind, by identifier; removes only what it was told to. */

import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type Mended, stageMended } from '../../platform/gis/repair.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';
import type { StagedRow } from './features.ts';
import { firstOf } from './first-of.ts';
import type { PlaceKind } from './kinds.ts';
import type { Origin } from './origin.ts';
import { type Ground, groundsOf, type Overlap, overlapsAmong } from './overlap.ts';
import { tellApart } from './tell-apart.ts';
import { type Change, compareStaged, type KeptPlace, keptPlaces, putPlaces, stagePlaces, versionOf } from './write.ts';

export interface MergeOptions {
  readonly kind: PlaceKind;
  readonly origin: Origin;
  readonly illustrative: boolean;
  /** Remove places of the kind and states that the file lacks. */
  readonly replace: boolean;
  /** Accept overlaps with other places. */
  readonly overlapping: boolean;
  /** Change nothing. */
  readonly dryRun: boolean;
}

export interface Merged {
  readonly added: number;
  readonly updated: number;
  /** Not in the file, but still stored. */
  readonly kept: number;
  readonly removed: number;
  readonly notes: readonly Phrase[];
}

/** Whoever takes places away wants to see them all. */
const MOST_REMOVED = 200;

/** What a file would change. */
interface Plan {
  readonly changes: readonly Change[];
  readonly kept: readonly KeptPlace[];
  readonly removed: readonly KeptPlace[];
  readonly named: readonly Phrase[];
  /** Of the places as they will be; empty where nothing changes. */
  readonly grounds: readonly Ground[];
  /** Changes whenever a stored place of the kind does. */
  readonly version: string;
}

/**
 * Compares the file with what is stored in one short transaction, judges without any, and writes in another, provided that nothing
 * changed between.
 *
 * @throws Refusal when stored places would lose their land, their name or their identifier to others
 */
export async function mergePlaces(
  db: Db,
  rows: readonly StagedRow[],
  mended: Mended,
  options: MergeOptions,
): Promise<Merged> {
  const { kind } = options;
  const states = [...new Set(rows.map(({ stateFips }) => stateFips))].sort();
  const staged = { rows, mended, states, options };
  const plan = await db.as({ role: 'intake' }, (tx) => planOf(tx, staged, { withGrounds: true }));
  const { changes, kept, removed, named } = plan;
  if (!options.replace) refuseToMix(options, changes, kept);
  if (!options.replace) refuseOtherPlaces(kind, changes);
  const { withKept, amongNew } = overlapsAmong(plan.grounds);
  const taken = withKept.filter((overlap) => !isPlaceInSubdivision(kind, overlap));
  if (taken.length > 0 && !options.overlapping) throw takesGround(kind, states, taken);
  if (!options.dryRun && changes.length + removed.length > 0)
    await db.as({ role: 'intake' }, async (tx) => {
      const now = await planOf(tx, staged, { withGrounds: false });
      if (now.version !== plan.version) throw refusal('places.meanwhile', 409);
      await putPlaces(
        tx,
        kind,
        removed.map(({ id }) => id),
      );
    });
  const updated = changes.filter(({ isNew }) => !isNew);
  return {
    added: changes.length - updated.length,
    updated: updated.length,
    kept: kept.length,
    removed: removed.length,
    notes: [
      ...named,
      ...updatedNote(updated),
      ...overlapNote(amongNew, 'one-another'),
      ...overlapNote(withKept, 'loaded'),
      ...keptNote(kind, kept),
      ...removedNote(kind, states, removed),
    ],
  };
}

/** Stages the file and compares it with what is stored. */
async function planOf(
  tx: Tx,
  {
    rows,
    mended,
    states,
    options: { kind, origin, illustrative, replace },
  }: {
    readonly rows: readonly StagedRow[];
    readonly mended: Mended;
    readonly states: readonly string[];
    readonly options: MergeOptions;
  },
  { withGrounds }: { readonly withGrounds: boolean },
): Promise<Plan> {
  await stageMended(tx, mended);
  await stagePlaces(tx, { kind, illustrative, origin }, rows);
  const others = await keptPlaces(tx, kind, states);
  const kept = replace ? [] : others;
  const removed = replace ? others : [];
  const named = await tellApart(tx, kind, rows, kept);
  const changes = await compareStaged(tx, kind);
  const gone = removed.map(({ id }) => id);
  const grounds = withGrounds && changes.length > 0 ? await groundsOf(tx, kind, states, gone) : [];
  return { changes, kept, removed, named, grounds, version: await versionOf(tx, kind) };
}

/** Synthetic and real outlines do not mix on one map. */
function refuseToMix(
  { kind, illustrative }: MergeOptions,
  changes: readonly Change[],
  kept: readonly KeptPlace[],
): void {
  const loses = changes.filter(({ illustrativeBefore }) => illustrative && illustrativeBefore === false).length;
  const strangers = kept.filter((place) => place.illustrative !== illustrative).length;
  if (loses + strangers === 0) return;
  throw refusal('places.illustrative', 409, { kind, illustrative, places: loses + strangers });
}

/** An identifier with another name in another location is another publisher's number. */
function refuseOtherPlaces(kind: PlaceKind, changes: readonly Change[]): void {
  const others = changes.filter(
    ({ name, nameBefore, isThere, isOfLevel }) =>
      nameBefore !== null && isThere === false && !(isOfLevel && isPartOf(name, nameBefore)),
  );
  if (others.length === 0) return;
  throw refusal('places.other', 409, {
    kind,
    others: others.map(({ id, name, nameBefore }) =>
      phrase('places.other/one', { id, name, nameBefore: nameBefore ?? '' }),
    ),
  });
}

function isPartOf(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

/** The Census draws places (GEOIDs of 7 digits) over county subdivisions (10 digits): a home may lie in one of each. */
function isPlaceInSubdivision(kind: PlaceKind, { one, other }: Overlap): boolean {
  return kind === 'town' && one.id.length !== other.id.length;
}

function takesGround(kind: PlaceKind, states: readonly string[], overlaps: readonly Overlap[]): Refusal {
  const held = new Set(overlaps.map(({ other }) => other.id)).size;
  return refusal('places.overlap', 409, { kind, held, fips: states, pairs: overlaps.map(pairSaid) });
}

function pairSaid({ one, other, share }: Overlap): Phrase {
  return phrase('places.overlap/pair', {
    name: one.name,
    id: one.id,
    otherName: other.name,
    otherId: other.id,
    percent: Math.round(100 * share),
  });
}

function updatedNote(updated: readonly Change[]): Phrase[] {
  if (updated.length === 0) return [];
  return [phrase('places.updated', { places: updated.length, ...firstOf(updated.map(changeSaid)) })];
}

function changeSaid({ name, nameBefore, hasMoved }: Change): Phrase | string {
  if (nameBefore === name) return hasMoved ? phrase('places.updated/moved', { name }) : name;
  const renamed = { name, nameBefore: nameBefore ?? '' };
  return phrase(hasMoved ? 'places.updated/renamed-and-moved' : 'places.updated/renamed', renamed);
}

function overlapNote(overlaps: readonly Overlap[], whom: 'one-another' | 'loaded'): Phrase[] {
  if (overlaps.length === 0) return [];
  const { names: pairs, more } = firstOf(overlaps.map(pairSaid));
  return [phrase(`places.overlapping/${whom}`, { pairs, more })];
}

function keptNote(kind: PlaceKind, kept: readonly KeptPlace[]): Phrase[] {
  return kept.length === 0 ? [] : [phrase('places.kept', { places: kept.length, kind })];
}

function removedNote(kind: PlaceKind, states: readonly string[], removed: readonly KeptPlace[]): Phrase[] {
  if (removed.length === 0) return [];
  const named = firstOf(
    removed.map(({ id, name }) => `${name} (${id})`),
    MOST_REMOVED,
  );
  return [phrase('places.removed', { places: removed.length, kind, fips: states, ...named })];
}
