/** Lots as a party reads them: their numbers as they were frozen, and their land. */
import { cellsToMultiPolygon } from 'h3-js';
import type { Bidder, Buyer } from '../../domain/actor.ts';
import { type Cell, cellToText } from '../../domain/cell.ts';
import type { LotEstimate, LotFacts } from '../../domain/round/lot.ts';
import type { Tx } from '../../platform/db.ts';
import type { GeoFeature } from '../../platform/lists.ts';
import { refusal } from '../../platform/problem.ts';
import { patchesNumbered } from '../releases/index.ts';
import type { Lot, NearPatch } from './contract-lots.ts';
import { hexesOfPatches, patchesAround } from './lot-land.ts';

interface LotRow {
  readonly id: number;
  readonly name: string;
  readonly facts: LotFacts;
  readonly estimate: LotEstimate | null;
  readonly reference_amount: bigint | null;
  readonly patches: number[];
  readonly wanted: string[];
  readonly is_wanted: boolean;
}

/** A provider reads the reference amount where the round shows it, and of all interests only its own. */
export async function lotsOf(tx: Tx, { role }: Buyer | Bidder, roundId: number): Promise<Lot[]> {
  const rows = await tx.rows<LotRow>(
    `-- one row: a lot
     select l.id, l.name, l.facts,
       ${role === 'buyer' ? 'l.estimate, l.reference_amount' : 'null::jsonb as estimate, rounds.reference_of(l.id) as reference_amount'},
       array(select patch from rounds.lot_patches where lot_id = l.id order by patch) as patches,
       array(
         select coalesce(p.name, 'FCC ' || i.provider_id)
         from rounds.interests i
         left join coverage.providers p using (provider_id)
         where i.lot_id = l.id
         order by 1
       ) as wanted,
       exists (select from rounds.interests i where i.lot_id = l.id and i.provider_id = rounds.own_provider()) as is_wanted
     from rounds.lots l
     where l.round_id = $1
     order by l.id`,
    [roundId],
  );
  return rows.map(({ facts, reference_amount: amount, is_wanted: isWanted, ...row }) => {
    const { patches: _, counts, counties, schools, providers, center, ...numbers } = facts;
    return {
      ...row,
      ...numbers,
      counts: { ...counts },
      counties: [...counties],
      schools: [...schools],
      providers: [...providers],
      center: [...center],
      referenceAmount: amount === null ? null : Number(amount),
      isWanted,
    };
  });
}

/** The outline of each lot of a round. */
export async function lotFeatures(tx: Tx, roundId: number): Promise<GeoFeature[]> {
  const rows = await tx.rows<{ id: number; name: string; students: number; households: number; cells: string[] }>(
    'select id, name, students, households, cells from rounds.lots where round_id = $1 order by id',
    [roundId],
  );
  return rows.map(({ cells, ...properties }) => ({
    type: 'Feature',
    geometry: outlineOf(cells.map(BigInt)),
    properties,
  }));
}

/** The patches of a lot, and those that count to the same counties, with their outlines. @throws Refusal 404 */
export async function patchesNear(
  tx: Tx,
  { releaseId, roundId, lot }: { releaseId: number; roundId: number; lot: number },
): Promise<NearPatch[]> {
  const known = await tx.maybe<{ counties: string[] }>(
    'select counties from rounds.lots where round_id = $1 and id = $2',
    [roundId, lot],
  );
  if (!known) throw refusal('rounds.lot-unknown', 404);
  const near = await tx.rows<{ patch: number; lot: number | null; lot_name: string | null }>(
    `-- one row: a patch of the counties of the lot
     select distinct on (patch) patch, l.id as lot, l.name as lot_name
     from published.place_patches i
     cross join unnest(i.patches) as patch
     left join rounds.lot_patches p using (patch)
     left join rounds.lots l on l.id = p.lot_id and l.round_id = $2
     where i.release_id = $1
       and i.audience = 'provider'
       and i.kind = 'county'
       and i.id = any ($3)
     order by patch, l.id nulls last`,
    [releaseId, roundId, known.counties],
  );
  const rows = await patchesNumbered(
    tx,
    releaseId,
    'provider',
    near.map(({ patch }) => patch),
  );
  const around = await patchesAround(
    tx,
    releaseId,
    rows.map(({ cell }) => cell),
  );
  const lots = new Map(
    near.map(({ patch, lot, lot_name: name }) => [patch, lot === null ? null : { id: lot, name: name ?? '' }]),
  );
  return rows.map((row) => ({
    patch: row.patch,
    students: row.students,
    households: row.households,
    lot: lots.get(row.patch) ?? null,
    outline: outlineOf(hexesOfPatches([row], around)),
  }));
}

function outlineOf(cells: readonly Cell[]) {
  return { type: 'MultiPolygon' as const, coordinates: cellsToMultiPolygon(cells.map(cellToText), true) };
}
