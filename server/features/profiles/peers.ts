/** All places of a kind with their published counts, and the rank of one among them. */
import { type Bounds, rankAmong } from '../../domain/count-bounds.ts';
import type { Tx } from '../../platform/db.ts';
import type { PlaceKind } from '../places/index.ts';
import type { CountsRow } from '../releases/index.ts';
import type { Ranking } from './contract.ts';
import { type RankedBy, rankedBounds } from './segments.ts';

export interface Peer extends CountsRow {
  readonly id: string;
  readonly name: string;
  readonly together_with: readonly string[];
  readonly approximated: number | null;
  /** A point inside: longitude, latitude. */
  readonly center: readonly number[];
}

/** Kinds of which only those with numbers are listed: others are many, and too small. */
const LISTED_IF_COUNTED: readonly PlaceKind[] = ['town', 'tribal'];

/** By identifier; without numbers where too few students live there, or nobody sent any. */
export function peersOf(
  tx: Tx,
  { kind, releaseId, audience, stateFips }: { kind: PlaceKind; releaseId: number; audience: string; stateFips: string },
): Promise<Peer[]> {
  return tx.rows(
    `-- one row: a place of the kind, with or without numbers
     select p.id, p.name, array[ST_X(p.label_point), ST_Y(p.label_point)] as center, t.students, t.households, coalesce(t.together_with, '{}') as together_with,
       t.approximated, coalesce(t.counts, '{}') as counts, coalesce(t.hidden, '') as hidden
     from places.places p
     left join published.place_totals t
       on t.kind = p.kind and t.id = p.id and t.release_id = $1 and t.audience = $2
     where p.kind = $3
       and p.state_fips = $4
       and (t.students is not null or not p.kind = any($5::text[]))
     order by p.id`,
    [releaseId, audience, kind, stateFips, LISTED_IF_COUNTED],
  );
}

const RANKED: readonly RankedBy[] = ['proven', 'build', 'equip'];

/** @param floor of the release, in students */
export function ranksOf(id: string, peers: readonly Peer[], view: { floor: number; hasFilings: boolean }): Ranking[] {
  const groups = groupsOf(peers.filter(({ students }) => students !== null));
  const own = groups.find((peer) => peer.id === id || peer.together_with.includes(id));
  if (!own) return [];
  return RANKED.flatMap((by) =>
    (['number', 'share'] as const).flatMap((as) => rankingOf(own, groups, { by, as, ...view })),
  );
}

/** Places that are published together count once. */
function groupsOf(peers: readonly Peer[]): Peer[] {
  return peers.filter(({ id, together_with }) => together_with.every((other) => id < other));
}

interface Asked {
  readonly by: RankedBy;
  readonly as: Ranking['as'];
  readonly floor: number;
  readonly hasFilings: boolean;
}

function rankingOf(own: Peer, groups: readonly Peer[], asked: Asked): Ranking[] {
  const mine = scaled(own, asked);
  if (!mine) return [];
  const others = groups.filter((peer) => peer !== own).flatMap((peer) => scaled(peer, asked) ?? []);
  const isKnown = mine.least === mine.most || mine.least > 0;
  const { from, to } = isKnown ? rankAmong(mine, others) : { from: null, to: null };
  return [{ by: asked.by, as: asked.as, from, to, of: others.length + 1 }];
}

function scaled(peer: Peer, { as, ...asked }: Asked): Bounds | undefined {
  const bounds = rankedBounds(peer, asked);
  if (!bounds || as === 'number') return bounds;
  const students = Math.max(1, peer.students ?? 1);
  return { least: bounds.least / students, most: bounds.most / students };
}
