/** The plan of a collection: as it was last written, else as its window gives it. */
import type { Coordinator, Outreacher } from '../../domain/actor.ts';
import type { OutreachMessages } from '../../domain/messages/en/outreach.ts';
import { type OutreachStep, outreachSteps } from '../../domain/outreach/steps.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { collectionFor } from '../collect/index.ts';
import type { OutreachEntry, OutreachPlan } from './contract.ts';

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
  const { name, opensOn, closesOn, districts } = await db.as(coordinator, (tx) => collectionFor(tx, id));
  const kept = await db.as(outreacher, (tx) =>
    tx.maybe<{ steps: OutreachEntry[]; written_at: Date; written_by: string }>(
      'select steps, written_at, written_by from outreach.plans where collection_id = $1',
      [id],
    ),
  );
  if (kept)
    return {
      collection: name,
      plan: kept.steps,
      writtenAt: kept.written_at.toISOString(),
      writtenBy: kept.written_by,
    };
  const steps = opensOn === null || closesOn === null ? [] : outreachSteps({ opensOn, closesOn });
  const facts = { collection: name, opensOn: opensOn ?? '', closesOn: closesOn ?? '', districtCount: districts.total };
  const plan = steps.map(({ step, told, on }): OutreachEntry => {
    return { on, told, what: messages.steps[step](facts), assigned: messages.who[BY[step]], done: false };
  });
  return { collection: name, plan, writtenAt: null, writtenBy: null };
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
