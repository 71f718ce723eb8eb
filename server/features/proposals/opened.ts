/** What staff read once a round is unsealed: all proposals, opened, each checked against its published hash. */
import type { Proposal } from '../../domain/round/proposal.ts';
import type { Tx } from '../../platform/db.ts';
import type { Doer } from '../audit/index.ts';
import type { Opened, Seal } from './contract-staff.ts';
import { type Keys, sealOf } from './keys.ts';
import { ownOpener } from './openers.ts';
import { receiptOf } from './receipt.ts';
import { openVersion, type VersionRow } from './versions.ts';

type Row = VersionRow & {
  readonly id: number;
  readonly provider: string;
  readonly providerId: number;
  readonly version: number;
  readonly at: Date;
  readonly isStale: boolean;
};

export interface OpenedProposal extends Omit<Opened, 'clarifications'> {
  readonly providerId: number;
}

/** None before the round is unsealed. */
export async function openedOf(tx: Tx, keys: Keys, round: number): Promise<OpenedProposal[]> {
  const seal = await sealOf(tx, round);
  if (!seal?.unsealedAt) return [];
  const rows = await tx.rows<Row>(
    `select p.id, coalesce(c.name, q.facts ->> 'legalName', 'FCC ' || p.provider_id) as provider, p.provider_id as "providerId", v.version,
       v.submitted_at as at, v.hash, v.sealed, p.confirmed_amendment < r.amendment as "isStale"
     from proposals.proposals p
     join proposals.versions v on v.proposal_id = p.id and v.version = p.version
     join rounds.rounds r on r.id = p.round_id
     left join coverage.providers c on c.provider_id = p.provider_id
     left join rounds.qualifications q on q.provider_id = p.provider_id and q.state_fips = p.state_fips
     where p.round_id = $1
     order by provider, p.id`,
    [round],
  );
  return rows.map(({ hash, sealed, at, ...row }) => {
    const signed = openVersion(keys, round, seal, { hash, sealed });
    if (!signed) throw new Error('a round that is unsealed has its key');
    return {
      ...row,
      submittedAt: at.toISOString(),
      hash: hash.toString('hex'),
      isProven: receiptOf(signed).equals(hash),
      proposal: JSON.parse(signed.body) as Proposal,
    };
  });
}

/** @param doer who reads */
export async function sealInWords(tx: Tx, round: number, doer: Doer): Promise<Seal> {
  const seal = await sealOf(tx, round);
  const by = async (table: 'openers' | 'unsealings', at: 'made_at' | 'at') => {
    const rows = await tx.rows<{ who: string; at: Date }>(
      `select who, ${at} as at from proposals.${table} where round_id = $1 order by ${at}`,
      [round],
    );
    return rows.map(({ who, at }) => ({ who, at: at.toISOString() }));
  };
  return {
    heldBy: seal?.heldBy ?? null,
    openers: await by('openers', 'made_at'),
    isOpener: (await ownOpener(tx, round, doer)) !== undefined,
    unsealings: await by('unsealings', 'at'),
    unsealedAt: seal?.unsealedAt?.toISOString() ?? null,
  };
}
