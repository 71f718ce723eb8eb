/** Reads what the package of a round is made from. Row level security decides which rounds a party has. */
import { cellsToMultiPolygon } from 'h3-js';
import type { Bidder, Buyer } from '../../domain/actor.ts';
import { cellGeometry, liesAcross } from '../../domain/antimeridian.ts';
import { type Cell, cellToText } from '../../domain/cell.ts';
import { clusterNameIn } from '../../domain/cluster/name-in.ts';
import type { ClusterNameMessages } from '../../domain/messages/en/cluster-names.ts';
import type { LotFacts } from '../../domain/round/lot.ts';
import type { Criterion, Terms } from '../../domain/round/terms.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type ReleaseRow, releaseNamed } from '../releases/index.ts';

export interface PackagedRound {
  readonly id: number;
  readonly title: string;
  readonly terms: Terms;
  readonly scoring: readonly Criterion[];
  readonly closesAt: Date | null;
  readonly questionsCloseAt: Date | null;
  readonly release: ReleaseRow;
}

export interface PackagedLot {
  readonly id: number;
  readonly name: string;
  readonly students: number;
  readonly households: number;
  readonly facts: LotFacts;
  /** US dollars; null: none, or the round does not show it. */
  readonly reference: number | null;
  readonly shape: LotShape;
}

export interface LotShape {
  readonly type: 'MultiPolygon';
  readonly coordinates: number[][][][];
}

export interface Packaged {
  readonly round: PackagedRound;
  readonly lots: readonly PackagedLot[];
}

/** What providers are shown, whoever of the two asks. */
const REFERENCE = {
  buyer: 'case when r.shows_reference then l.reference_amount end',
  bidder: 'rounds.reference_of(l.id)',
} as const;

/**
 * @param lot undefined: all
 * @throws Refusal 404 where the party has no such round or lot
 */
export async function readPackage(
  tx: Tx,
  { role, stateFips }: Buyer | Bidder,
  { id, lot }: { readonly id: number; readonly lot?: number | undefined },
): Promise<Packaged> {
  const found = await tx.maybe<Omit<PackagedRound, 'release'> & { releaseId: number }>(
    `select id, title, terms, scoring, release_id as "releaseId", closes_at as "closesAt",
       questions_close_at as "questionsCloseAt"
     from rounds.rounds
     where id = $1`,
    [id],
  );
  if (!found) throw refusal('procurement.unknown', 404);
  const { releaseId, ...round } = found;
  const rows = await tx.rows<Omit<PackagedLot, 'shape' | 'reference'> & { cells: string[]; reference: bigint | null }>(
    `select l.id, l.name, l.students, l.households, l.facts, l.cells, ${REFERENCE[role]} as reference
     from rounds.lots l
     join rounds.rounds r on r.id = l.round_id
     where l.round_id = $1
       and ($2::integer is null or l.id = $2)
     order by l.id`,
    [id, lot ?? null],
  );
  if (rows.length === 0) throw refusal('procurement.unknown', 404);
  const release = await releaseNamed(tx, String(releaseId), stateFips);
  const lots = rows.map(({ cells, reference, ...own }) => ({
    ...own,
    reference: reference === null ? null : Number(reference),
    shape: shapeOf(cells.map(BigInt)),
  }));
  return { round: { ...round, release }, lots };
}

/** The same for a person to read: lots that keep the name of a cluster, with it in words. */
export function readable(words: ClusterNameMessages, { lots, ...rest }: Packaged): Packaged {
  return { ...rest, lots: lots.map((lot) => ({ ...lot, name: clusterNameIn(words, lot.name) })) };
}

/** The land of res-8 hexes. Across 180 degrees every hex is a part of its own, as RFC 7946 wants no shape to cross. */
export function shapeOf(cells: readonly Cell[]): LotShape {
  const texts = cells.map(cellToText);
  const single = texts.map(cellGeometry);
  const lngs = single.flatMap((geometry) => geometry.coordinates.flat(2) as unknown as number[]);
  if (!liesAcross(lngs)) return { type: 'MultiPolygon', coordinates: cellsToMultiPolygon(texts, true) };
  return {
    type: 'MultiPolygon',
    coordinates: single.flatMap((geometry) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ),
  };
}

/** West, south, east, north; west exceeds east across 180 degrees. */
export function boundsOf(shapes: readonly LotShape[]): readonly [number, number, number, number] {
  const points = shapes.flatMap(({ coordinates }) => coordinates.flat(2));
  const lats = points.map(([, lat = 0]) => lat);
  const lngs = points.map(([lng = 0]) => lng);
  const isAcross = liesAcross(lngs);
  const reckoned = isAcross ? lngs.map((lng) => (lng < 0 ? lng + 360 : lng)) : lngs;
  const [west, east] = [least(reckoned), -least(reckoned.map((lng) => -lng))];
  return [west, least(lats), east > 180 ? east - 360 : east, -least(lats.map((lat) => -lat))];
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
