/** Awards that wait for a signature, and signing one. */
import type { Bidder } from '../../domain/actor.ts';
import { COARSEST_RESOLUTION } from '../../domain/audience.ts';
import { type Cell, HOME_RESOLUTION, parentOf, shardOf } from '../../domain/cell.ts';
import { milestonesOf } from '../../domain/round/commitment.ts';
import type { Milestone } from '../../domain/round/proposal.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { releaseNamed, sourcesOf } from '../releases/index.ts';
import { providerNamed } from '../room/index.ts';

export interface Offer {
  readonly technology: number;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly pricePerMonth: number;
  readonly share: number;
  readonly start: string;
  readonly finish: string;
  readonly milestones: readonly Milestone[];
}

interface AwardRow {
  readonly lot: number;
  readonly name: string;
  readonly roundId: number;
  readonly title: string;
  readonly households: number;
  readonly ask: bigint;
  readonly offer: Offer;
  readonly cells: readonly string[];
}

/** Awards of the provider's own in awarded rounds that no commitment was ever signed for. */
function awardsOf(tx: Tx, lot?: number): Promise<AwardRow[]> {
  return tx.rows(
    `-- one row: an award without a commitment
     select a.lot_id as lot, l.name, r.id as "roundId", r.title, l.households, a.ask, a.offer, l.cells::text[] as cells
     from proposals.awards a
     join rounds.rounds r on r.id = a.round_id
     join rounds.lots l on l.id = a.lot_id
     where r.standing = 'awarded'
       and ($1::integer is null or a.lot_id = $1)
       and not exists (select from commitments.commitments c where c.lot_id = a.lot_id)
     order by r.id, a.lot_id`,
    [lot ?? null],
  );
}

export async function toSign(tx: Tx) {
  const awards = await awardsOf(tx);
  return awards.map(({ lot, name, roundId, title, households, ask, offer }) => ({
    lot,
    name,
    round: { id: roundId, title },
    ask: Number(ask),
    homes: Math.floor((households * offer.share) / 100),
    milestones: milestonesOf(offer).map(({ percent, day }) => ({ percent, dueOn: day })),
    technology: offer.technology,
    downloadMbps: offer.downloadMbps,
    uploadMbps: offer.uploadMbps,
    pricePerMonth: offer.pricePerMonth,
    finish: offer.finish,
  }));
}

/** @throws Refusal 404 where no award of the lot waits for the provider's signature */
export async function sign(tx: Tx, bidder: Bidder, doer: Doer, lot: number): Promise<number> {
  const [award] = await awardsOf(tx, lot);
  if (!award) throw refusal('commitments.no-award', 404);
  const cells = award.cells.map(BigInt);
  const counted = await locationsIn(tx, bidder.stateFips, cells);
  const milestones = milestonesOf(award.offer);
  const { id } = await tx.one<{ id: number | null }>(
    'select commitments.sign($1, $2, $3, $4::bigint[], $5::smallint[], $6::date[], $7, $8, $9) as id',
    [
      lot,
      doer.who.slice(0, 200),
      (await providerNamed(tx, bidder.providerId)).name,
      await publicHexesOf(tx, bidder.stateFips, cells),
      milestones.map(({ percent }) => percent),
      milestones.map(({ day }) => day),
      counted?.locations ?? null,
      counted?.asOf ?? null,
      counted?.revision ?? null,
    ],
  );
  if (id === null) throw refusal('commitments.no-award', 404);
  await recordAct(tx, doer, { did: 'commitments.sign', thing: `commitment ${id}, lot ${lot}` });
  return id;
}

/** FCC locations by the filing that the current release rests on. */
async function locationsIn(tx: Tx, stateFips: string, cells: readonly Cell[]) {
  const release = await releaseNamed(tx, 'current', stateFips);
  const fcc = (await sourcesOf(tx, release.id, 'public')).find(({ source }) => source === 'fcc');
  if (!fcc) return undefined;
  const { locations } = await tx.one<{ locations: number }>(
    `select coalesce(sum(locations), 0)::integer as locations
     from coverage.service
     where filing_id = $1
       and profile = 'any'
       and cell = any ($2::bigint[])`,
    [fcc.filingId, cells],
  );
  return { locations, asOf: fcc.asOf, revision: fcc.revision };
}

/** The public's finest hexes around the cells: what everybody may see of the land. */
async function publicHexesOf(tx: Tx, stateFips: string, cells: readonly Cell[]): Promise<Cell[]> {
  const release = await releaseNamed(tx, 'current', stateFips);
  const patches = await tx.rows<{ cell: bigint }>(
    `select distinct cell
     from published.patches
     where release_id = $1
       and audience = 'public'
       and shard = any ($2::bigint[])`,
    [release.id, [...new Set(cells.map(shardOf))]],
  );
  const known = new Set(patches.map(({ cell }) => cell));
  const found = cells.map((cell) => {
    for (let resolution = HOME_RESOLUTION; resolution > COARSEST_RESOLUTION; resolution--)
      if (known.has(parentOf(cell, resolution))) return parentOf(cell, resolution);
    return parentOf(cell, COARSEST_RESOLUTION);
  });
  return [...new Set(found)].sort((one, other) => (one < other ? -1 : 1));
}
