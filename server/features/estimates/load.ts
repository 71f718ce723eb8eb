/** The inputs of estimates, as one viewer may read them: published numbers, land, and the patches of each place. */
import { CONNECTED, type PlaceCounts, UNANSWERED } from '../../domain/estimate/rates.ts';
import type { Tx } from '../../platform/db.ts';

/** Whose rows: an audience's, or one district's own among them. */
export interface RowsAsked {
  readonly releaseId: number;
  readonly audience: 'public' | 'agency' | 'provider';
  readonly leaId?: string;
}

interface LandRow {
  patch: number;
  county: string | null;
  combos: number[];
  weights: number[];
}

export interface PatchRow extends LandRow {
  cell: bigint;
  resolution: number;
  students: number;
  connected: number | null;
  unanswered: number | null;
}

/** SQL arrays begin at 1. */
const SHOWN = `counts[${CONNECTED + 1}] as connected, counts[${UNANSWERED + 1}] as unanswered`;

/**
 * Sorted by number. A district's own patches belong to no other district. Reads the two tables separately: without statistics
 * on rows this new, the planner scanned all land for each patch of the join, for 5 s.
 */
export async function patchRows(tx: Tx, { releaseId, audience, leaId }: RowsAsked): Promise<PatchRow[]> {
  const asked = [releaseId, audience, leaId ?? null];
  const own = `release_id = $1
       and audience = $2
       and ($3::text is null or lea_ids = array[$3::text])`;
  const lands = await tx.rows<LandRow>(
    `-- one row: the land of a patch
     select patch, county, combos, weights
     from published.lands
     where ${own}`,
    asked,
  );
  const landOf = new Map(lands.map((land) => [land.patch, land]));
  const patches = await tx.rows<Omit<PatchRow, 'county' | 'combos' | 'weights'>>(
    `-- one row: a patch
     select patch, cell, resolution, students, ${SHOWN}
     from published.patches
     where ${own}
     order by patch`,
    asked,
  );
  return patches.flatMap((patch) => {
    const land = landOf.get(patch.patch);
    return land ? [{ ...patch, ...land }] : [];
  });
}

export interface ComboRow {
  combo: number;
  verdicts: string;
}

export function comboRows(tx: Tx, { releaseId, audience }: RowsAsked): Promise<ComboRow[]> {
  return tx.rows(
    `select combo, verdicts
     from published.combos
     where release_id = $1
       and audience = $2
     order by combo`,
    [releaseId, audience],
  );
}

export interface HexRow {
  level: number;
  cell: bigint;
  connected: number | null;
  unanswered: number | null;
}

export function hexRows(tx: Tx, { releaseId, audience }: RowsAsked): Promise<HexRow[]> {
  return tx.rows(
    `-- one row: a hex as drawn at one level
     select level, cell, ${SHOWN}
     from published.hexes
     where release_id = $1
       and audience = $2`,
    [releaseId, audience],
  );
}

export interface PlaceRow extends PlaceCounts {
  kind: string;
  id: string;
  patches: number[];
}

export function placeRows(tx: Tx, { releaseId, audience }: RowsAsked): Promise<PlaceRow[]> {
  return tx.rows(
    `-- one row: a place that patches count to
     select t.kind, t.id, t.students, t.counts, t.hidden, p.patches
     from published.place_totals t
     join published.place_patches p using (release_id, audience, kind, id)
     where t.release_id = $1
       and t.audience = $2
       and t.students is not null`,
    [releaseId, audience],
  );
}

export function stateRow(tx: Tx, { releaseId, audience }: RowsAsked): Promise<PlaceCounts> {
  return tx.one('select students, counts, hidden from published.totals where release_id = $1 and audience = $2', [
    releaseId,
    audience,
  ]);
}

/** The district's own place, unless it shares its numbers with another. */
export function districtRow(tx: Tx, { releaseId, audience, leaId }: RowsAsked): Promise<PlaceCounts | undefined> {
  return tx.maybe(
    `select students, counts, hidden
     from published.place_totals
     where release_id = $1
       and audience = $2
       and kind = 'school_district'
       and id = $3
       and together_with = '{}'
       and students is not null`,
    [releaseId, audience, leaId ?? ''],
  );
}
