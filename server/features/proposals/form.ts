/** The initial content of a provider's form: its draft, its submission, its last answer, or its profile. */

import { carriedOver, type Proposal } from '../../domain/round/proposal.ts';
import type { QualificationFacts } from '../../domain/round/qualification.ts';
import type { Tx } from '../../platform/db.ts';
import { seal, unseal } from '../../platform/seal.ts';
import type { ProposalRoom } from './contract.ts';
import type { Keys } from './keys.ts';
import { carriedLots, type RoundRead } from './round.ts';
import { ownVersion } from './versions.ts';

type Form = ProposalRoom['form'];

/** Bound to the proposal: a draft copied to another row does not open. */
export const draftPlace = (proposal: number) => `draft of proposal ${proposal}`;

export async function saveDraft(tx: Tx, keys: Keys, proposal: number, typed: Proposal): Promise<Date> {
  const sealed = seal(keys.drafts, draftPlace(proposal), Buffer.from(JSON.stringify(typed)));
  const { savedAt } = await tx.one<{ savedAt: Date }>(
    `insert into proposals.drafts (proposal_id, sealed) values ($1, $2)
     on conflict (proposal_id) do update set sealed = excluded.sealed, saved_at = clock_timestamp()
     returning saved_at as "savedAt"`,
    [proposal, sealed],
  );
  return savedAt;
}

export async function formOf(tx: Tx, keys: Keys, round: RoundRead, proposal: number | undefined): Promise<Form> {
  const draft = proposal === undefined ? undefined : await draftOf(tx, keys, proposal);
  if (draft) return { from: 'draft', ...draft };
  const own = await ownVersion(tx, keys, round.id);
  if (own) return { from: 'version', savedAt: null, proposal: own };
  return { ...(await firstForm(tx, keys, round)), savedAt: null };
}

async function draftOf(tx: Tx, keys: Keys, proposal: number) {
  const row = await tx.maybe<{ sealed: Buffer; savedAt: Date }>(
    'select sealed, saved_at as "savedAt" from proposals.drafts where proposal_id = $1',
    [proposal],
  );
  if (!row) return undefined;
  const typed = JSON.parse(unseal(keys.drafts, draftPlace(proposal), row.sealed).toString()) as Proposal;
  return { proposal: typed, savedAt: row.savedAt.toISOString() };
}

async function firstForm(tx: Tx, keys: Keys, { id, repairs }: RoundRead): Promise<Omit<Form, 'savedAt'>> {
  const last = await tx.maybe<{ round: number }>(
    `select round_id as round
     from proposals.proposals
     where round_id <> $1
       and version > 0
       and ($2::integer is null or round_id = $2)
     order by round_id desc
     limit 1`,
    [id, repairs],
  );
  const before = last && (await ownVersion(tx, keys, last.round));
  const lots = await carriedLots(tx, id);
  if (before) return { from: 'last-round', proposal: carriedOver(before, lots) };
  return { from: 'profile', proposal: await fromProfile(tx) };
}

async function fromProfile(tx: Tx): Promise<Proposal> {
  const known = await tx.maybe<{
    facts: QualificationFacts;
    contacts: { name: string; part: string; email: string }[];
  }>('select facts, contacts from rounds.qualifications where provider_id = rounds.own_provider()');
  const signer = known?.contacts.find(({ part }) => /sign|firm/i.test(part)) ?? known?.contacts[0];
  return {
    alternatives: [],
    partners: '',
    otherMoney: '',
    words: '',
    signer: { name: signer?.name ?? '', title: signer?.part ?? '', email: signer?.email ?? '' },
    attachments: [],
    confidential: [],
  };
}
