/** All that a provider's proposal page shows. */
import type { Tx } from '../../platform/db.ts';
import { isQualified } from '../qualifications/index.ts';
import { clarificationsOf } from './clarify.ts';
import type { Award, ProposalRoom } from './contract.ts';
import { formOf } from './form.ts';
import { type Keys, sealOf } from './keys.ts';
import { headOf, lotsOf, roundFor } from './round.ts';

interface ProposalRow {
  readonly id: number;
  readonly standing: 'draft' | 'submitted' | 'withdrawn';
  readonly confirmed: number;
}

export async function proposalRoom(tx: Tx, keys: Keys, id: number): Promise<ProposalRoom> {
  const round = await roundFor(tx, id);
  const seal = await sealOf(tx, id);
  const own = await tx.maybe<ProposalRow>(
    `select id, standing, confirmed_amendment as confirmed
     from proposals.proposals
     where round_id = $1
       and provider_id = rounds.own_provider()`,
    [id],
  );
  return {
    round: headOf(round),
    terms: round.terms,
    lots: await lotsOf(tx, id, 'bidder'),
    heldBy: seal?.heldBy ?? 'server',
    isQualified: await isQualified(tx),
    begun: own
      ? {
          id: own.id,
          standing: own.standing,
          isStale: own.standing === 'submitted' && own.confirmed < round.amendment,
          versions: await versionsOf(tx, own.id),
          clarifications: (await clarificationsOf(tx, id, 'without-names')).get(own.id) ?? [],
        }
      : null,
    form: await formOf(tx, keys, round, own?.id),
    awards: await awardsOf(tx, id),
  };
}

async function versionsOf(tx: Tx, proposal: number) {
  const rows = await tx.rows<{ version: number; at: Date; hash: Buffer }>(
    'select version, submitted_at as at, hash from proposals.versions where proposal_id = $1 order by version',
    [proposal],
  );
  return rows.map(({ version, at, hash }) => ({
    version,
    submittedAt: at.toISOString(),
    hash: hash.toString('hex'),
  }));
}

/** Those the reader may know of, by lot. */
export async function awardsOf(tx: Tx, round: number): Promise<Award[]> {
  const rows = await tx.rows<Omit<Award, 'ask'> & { ask: bigint }>(
    `select a.lot_id as lot, coalesce(p.name, q.facts ->> 'legalName', 'FCC ' || a.provider_id) as provider, a.alternative, a.ask, a.students
     from proposals.awards a
     left join coverage.providers p using (provider_id)
     left join rounds.qualifications q on q.provider_id = a.provider_id and q.state_fips = a.state_fips
     where a.round_id = $1
     order by a.lot_id`,
    [round],
  );
  return rows.map(({ ask, ...award }) => ({ ...award, ask: Number(ask) }));
}
