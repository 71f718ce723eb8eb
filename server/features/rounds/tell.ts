/**
 * Mail about a round. Every provider that applied to answer rounds of the state is written to, whether or not it answers this one: staff do not
 * know who does before the round is unsealed.
 */

import type { AmendedPart } from '../../domain/messages/en/mail.ts';
import type { Language } from '../../domain/messages/language.ts';
import type { TRANSITIONS } from '../../domain/round/transitions.ts';
import { stateNameOf } from '../../domain/states.ts';
import type { Tx } from '../../platform/db.ts';
import { type Letter, queueMail, type Template } from '../mail/index.ts';

interface Told {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly closesAt: Date | null;
  readonly protestUntil: Date | null;
}

type Message = { readonly [T in Template]: Pick<Letter<T>, 'template' | 'facts' | 'shownFrom'> }[Template];

type MoveName = keyof typeof TRANSITIONS.round;

/** Other moves are told to nobody. */
const OF_MOVE: { readonly [Name in MoveName]?: (told: Told) => Message } = {
  open: (told) => ({
    template: 'invited',
    facts: { ...closing(told), stateName: stateNameOf(told.state) ?? told.state },
  }),
  unseal: ({ title: roundName }) => ({ template: 'opened', facts: { roundName } }),
  intend: ({ title: roundName, protestUntil }) => ({
    template: 'intended',
    facts: { roundName, protestUntil: known(protestUntil).toISOString() },
  }),
  award: ({ title: roundName }) => ({ template: 'awarded', facts: { roundName } }),
};

export async function tellOfMove(tx: Tx, id: number, move: MoveName): Promise<void> {
  const written = OF_MOVE[move];
  if (written) await tell(tx, id, written);
}

export function tellOfAmendment(
  tx: Tx,
  id: number,
  of: { readonly note: string; readonly amendedParts: readonly AmendedPart[] },
): Promise<void> {
  return tell(tx, id, (told) => ({ template: 'amended', facts: { ...closing(told), ...of } }));
}

export function tellOfAnswer(tx: Tx, id: number): Promise<void> {
  return tell(tx, id, ({ title: roundName }) => ({ template: 'answered', facts: { roundName } }));
}

/** To the provider itself. The outbox shows it when the round is over: before that nobody is to know who answers. */
export function tellReceived(
  tx: Tx,
  id: number,
  receipt: { readonly version: number; readonly receivedAt: string; readonly sha256: string },
): Promise<void> {
  return tell(tx, id, ({ title: roundName, closesAt }) => ({
    template: 'received',
    facts: { roundName, ...receipt },
    shownFrom: known(closesAt),
  }));
}

/** To one provider, whose proposal staff ask about. The question itself is on its page alone. */
export function tellToClarify(
  tx: Tx,
  id: number,
  { provider, answerBy }: { readonly provider: number; readonly answerBy: Date },
): Promise<void> {
  const written = ({ title: roundName }: Told): Message => ({
    template: 'clarify',
    facts: { roundName, answerBy: answerBy.toISOString() },
  });
  return tell(tx, id, written, { provider, page: `/proposal/${id}` });
}

interface Asked {
  readonly provider?: number;
  readonly page?: string;
}

/** One message to each contact: of one provider, of all that the state knows, or, for a provider, its own. */
async function tell(tx: Tx, id: number, written: (told: Told) => Message, asked: Asked = {}): Promise<void> {
  const told = await tx.one<Told>(
    `select id, title, state_fips as state, closes_at as "closesAt", protest_until as "protestUntil"
     from rounds.rounds
     where id = $1`,
    [id],
  );
  const message = written(told);
  for (const whom of await contacts(tx, asked.provider))
    await queueMail(tx, {
      ...message,
      ...whom,
      stateFips: told.state,
      page: asked.page ?? `/rounds/${id}`,
    });
}

/** Of one provider, of all that the state knows, or, for a provider, its own. What is no address is among them: the outbox says so. */
function contacts(tx: Tx, provider: number | undefined): Promise<{ to: string; language: Language }[]> {
  return tx.rows(
    `select distinct
       btrim(person ->> 'email') as "to",
       case person ->> 'language' when 'es' then 'es' else 'en' end as language
     from rounds.qualifications
     cross join lateral jsonb_array_elements(contacts) as person
     where standing not in ('draft', 'refused')
       and ($1::integer is null or provider_id = $1)
       and btrim(person ->> 'email') <> ''
     order by 1`,
    [provider ?? null],
  );
}

function closing({ title: roundName, closesAt }: Told) {
  return { roundName, closesAt: known(closesAt).toISOString() };
}

/** @throws Error where a message would tell of a time that there is not */
function known(time: Date | null): Date {
  if (!time) throw new Error('the round has no such time to tell of');
  return time;
}
