/**
 * Mail about a round. Every provider that applied to answer rounds of the state is written to, whether or not it answers this one: staff do not
 * know who does before the round is unsealed.
 */

import type { Language } from '../../domain/messages/language.ts';
import type { TRANSITIONS } from '../../domain/round/transitions.ts';
import { stateNameOf } from '../../domain/states.ts';
import type { Tx } from '../../platform/db.ts';
import { queueMail } from '../mail/index.ts';

interface Told {
  readonly title: string;
  readonly state: string;
  readonly closesAt: Date | null;
  readonly protestUntil: Date | null;
}

/** Told of a round that moved; other moves are told to nobody. */
export async function tellOfMove(tx: Tx, id: number, move: keyof typeof TRANSITIONS.round): Promise<void> {
  const { title: roundName, state, closesAt, protestUntil } = await roundTold(tx, id);
  const closes = { roundName, closesAt: isoOf(closesAt) };
  for (const whom of await contacts(tx)) {
    const letter = { ...whom, stateFips: state, page: `/rounds/${id}` } as const;
    if (move === 'open')
      await queueMail(tx, {
        ...letter,
        template: 'invited',
        facts: { ...closes, stateName: stateNameOf(state) ?? state },
      });
    if (move === 'unseal') await queueMail(tx, { ...letter, template: 'opened', facts: { roundName } });
    if (move === 'intend')
      await queueMail(tx, { ...letter, template: 'intended', facts: { roundName, protestUntil: isoOf(protestUntil) } });
    if (move === 'award') await queueMail(tx, { ...letter, template: 'awarded', facts: { roundName } });
  }
}

export async function tellOfAmendment(tx: Tx, id: number, note: string): Promise<void> {
  const { title: roundName, state, closesAt } = await roundTold(tx, id);
  for (const whom of await contacts(tx))
    await queueMail(tx, {
      ...whom,
      stateFips: state,
      page: `/rounds/${id}`,
      template: 'amended',
      facts: { roundName, closesAt: isoOf(closesAt), note },
    });
}

export async function tellOfAnswer(tx: Tx, id: number): Promise<void> {
  const { title: roundName, state } = await roundTold(tx, id);
  for (const whom of await contacts(tx))
    await queueMail(tx, {
      ...whom,
      stateFips: state,
      page: `/rounds/${id}`,
      template: 'answered',
      facts: { roundName },
    });
}

/** To the provider itself. The outbox shows it when the round is over: before that nobody is to know who answers. */
export async function tellReceived(
  tx: Tx,
  id: number,
  receipt: { readonly version: number; readonly receivedAt: string; readonly sha256: string },
): Promise<void> {
  const { title: roundName, state, closesAt } = await roundTold(tx, id);
  for (const whom of await contacts(tx))
    await queueMail(tx, {
      ...whom,
      stateFips: state,
      page: `/rounds/${id}`,
      template: 'received',
      facts: { roundName, ...receipt },
      ...(closesAt ? { shownFrom: closesAt } : {}),
    });
}

function roundTold(tx: Tx, id: number): Promise<Told> {
  return tx.one(
    `select title, state_fips as state, closes_at as "closesAt", protest_until as "protestUntil"
     from rounds.rounds
     where id = $1`,
    [id],
  );
}

/** Of all providers of the state, or, for a provider, its own. What is no address is among them: the outbox says so. */
function contacts(tx: Tx): Promise<{ to: string; language: Language }[]> {
  return tx.rows(
    `select distinct
       btrim(person ->> 'email') as "to",
       case person ->> 'language' when 'es' then 'es' else 'en' end as language
     from rounds.qualifications
     cross join lateral jsonb_array_elements(contacts) as person
     where standing not in ('draft', 'refused')
       and btrim(person ->> 'email') <> ''
     order by 1`,
  );
}

function isoOf(time: Date | null): string {
  return (time ?? new Date()).toISOString();
}
