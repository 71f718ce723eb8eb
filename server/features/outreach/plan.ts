/** The plan of a collection: as it was last written, else as its window gives it. */
import type { Coordinator, Outreacher } from '../../domain/actor.ts';
import { daysFrom } from '../../domain/day.ts';
import type { OutreachMessages } from '../../domain/messages/en/outreach.ts';
import { expectedOf } from '../../domain/outreach/reach.ts';
import { halfAfter } from '../../domain/outreach/response.ts';
import { type OutreachStep, outreachSteps } from '../../domain/outreach/steps.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { collectionFor, detailOf } from '../collect/index.ts';
import { contactsOf } from './contacts.ts';
import type { OutreachEntry, OutreachPlan } from './contract.ts';
import { stepsOf } from './response.ts';

const BY: Readonly<Record<OutreachStep, keyof OutreachMessages['who']>> = {
  announce: 'agency',
  invite: 'coordinator',
  how: 'coordinator',
  letter: 'district',
  open: 'coordinator',
  remind: 'coordinator',
  last_call: 'coordinator',
  telephone: 'coordinator',
  thank: 'coordinator',
  results: 'agency',
  offer: 'agency',
};

/** @throws Refusal collect.unknown */
export async function planOf(
  db: Db,
  { coordinator, outreacher, id }: { coordinator: Coordinator; outreacher: Outreacher; id: number },
  messages: OutreachMessages,
): Promise<OutreachPlan> {
  const { detail, before } = await db.as(coordinator, async (tx) => {
    const found = await detailOf(tx, await collectionFor(tx, id));
    return { detail: found, before: found.previous && (await beforeOf(tx, found.previous.id)) };
  });
  const { kept, contacts } = await db.as(outreacher, async (tx) => ({
    kept: await tx.maybe<{ steps: OutreachEntry[]; written_at: Date; written_by: string }>(
      'select steps, written_at, written_by from outreach.plans where collection_id = $1',
      [id],
    ),
    contacts: await contactsOf(tx),
  }));
  const { name: collection, opensOn, closesOn, districts, districtStates } = detail;
  const known = { districts: districts.total, windowDays: daysOpen(opensOn, closesOn) };
  const reach = {
    ...known,
    withoutContact: districtStates.filter(({ leaId }) => !contacts.has(leaId)).map(({ name }) => name),
    before: before && { ...before, expected: expectedOf(known, before) },
  };
  const about = { collection, opensOn, closesOn, reach };
  if (kept) return { ...about, plan: kept.steps, writtenAt: kept.written_at.toISOString(), writtenBy: kept.written_by };
  const steps = opensOn === null || closesOn === null ? [] : outreachSteps({ opensOn, closesOn });
  const facts = { collection, opensOn: opensOn ?? '', closesOn: closesOn ?? '', districtCount: districts.total };
  const plan = steps.map(({ step, told, on }): OutreachEntry => {
    return { on, told, what: messages.steps[step](facts), assigned: messages.who[BY[step]], done: false };
  });
  return { ...about, plan, writtenAt: null, writtenBy: null };
}

/** First and last included. */
function daysOpen(opensOn: string | null, closesOn: string | null): number | null {
  return opensOn === null || closesOn === null ? null : daysFrom(opensOn, closesOn) + 1;
}

/** How far a collection came, as the coordinator. */
async function beforeOf(tx: Tx, id: number) {
  const { name, opensOn, districts } = await collectionFor(tx, id);
  const days = opensOn === null ? null : halfAfter(await stepsOf(tx, id), opensOn);
  return { collection: name, accepted: districts.accepted, districts: districts.total, halfAfterDays: days };
}

/** Under the role `outreacher`, whose state's collection it is. */
export async function keepPlan(tx: Tx, id: number, plan: readonly OutreachEntry[], by: string): Promise<void> {
  const inOrder = [...plan].sort((one, other) => one.on.localeCompare(other.on));
  await tx.run(
    `insert into outreach.plans (collection_id, steps, written_by)
     values ($1, $2::jsonb, $3)
     on conflict (collection_id) do update set steps = excluded.steps, written_at = now(), written_by = excluded.written_by`,
    [id, JSON.stringify(inOrder), by],
  );
}
