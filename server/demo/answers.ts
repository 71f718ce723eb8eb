/** Districts of the demo answer within the window of a collection, not all on the day on which it is loaded. */
import type { OwnerDb } from '../platform/db.ts';

/** Moves what districts did into the window of their collection, or the part of it that is over: more of it soon after a message. */
export async function spreadAnswers(db: OwnerDb, collection: string): Promise<void> {
  await db.asOwner(async (tx) => {
    const moved = await tx.run(
      `with ordered as (
         select
           d.collection_id,
           d.lea_id,
           least(current_date, c.closes_on) - c.opens_on as days,
           c.opens_on,
           (array[0.1, 0.15, 0.7, 0.3, 0.8, 0.85, 0.2, 0.75, 0.45, 0.95])[1 + row_number() over (order by d.lea_id)::integer % 10] as part
         from collect.districts d
         join intake.collections c on c.id = d.collection_id
         where c.name = $1
           and c.opens_on < current_date
           and not exists (
             select from collect.steps s where s.collection_id = c.id and s.at < current_date - 1 and s.at::date <= c.closes_on
           )
       ), shifted as (
         select collection_id, lea_id, make_interval(days => current_date - opens_on - round(days * part)::integer) as ago
         from ordered
       )
       update collect.districts d
       set
         last_seen_at = d.last_seen_at - ago,
         prepared_at = d.prepared_at - ago,
         received_at = d.received_at - ago + interval '1 hour',
         accepted_at = d.accepted_at - ago + interval '2 hours'
       from shifted s
       where s.collection_id = d.collection_id
         and s.lea_id = d.lea_id`,
      [collection],
    );
    if (moved === 0) return;
    // The trigger entered the new times; these are the old ones.
    await tx.run(
      `delete from collect.steps s
       using intake.collections c
       where c.id = s.collection_id
         and c.name = $1
         and not exists (
           select
           from collect.districts d
           where d.collection_id = s.collection_id
             and d.lea_id = s.lea_id
             and s.at in (d.last_seen_at, d.prepared_at, d.received_at, d.accepted_at)
         )`,
      [collection],
    );
  });
}
