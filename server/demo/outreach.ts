/** Made-up staff of the demo's districts, and sixteen days of an answer to its collection, so that a coordinator finds whom to call and why. */
import type { Deps } from '../deps.ts';
import type { Outreacher } from '../domain/actor.ts';
import { writeCall, writeContacts } from '../features/outreach/index.ts';
import type { Tx } from '../platform/db.ts';
import { COLLECTION_UNDER_WAY } from './collection.ts';
import { STATE_FIPS } from './load.ts';

const DEMO = 'the demo (made up)';
const OUTREACHER: Outreacher = { role: 'outreacher', stateFips: STATE_FIPS };
const FIRST = ['Dana', 'Luz', 'Peter', 'Imani', 'Carol', 'Andrés', 'Ruth', 'Theo', 'Mei', 'Walter', 'Nora'];
const LAST = ['Hale', 'Rivera', 'Kessler', 'Boone', 'Whitman', 'Salazar', 'Pruitt', 'Okafor', 'Lin'];

/** Of every so many districts the last has nobody yet whom one could write to. */
const ONE_WITHOUT_CONTACT_IN = 9;
/** Days before today on which a message went to all districts. */
const SENT = { invitation: 16, reminder: 5 } as const;

/** Made once: where the state has a contact, nothing is written. */
export async function loadDemoOutreach({ db }: Deps): Promise<void> {
  if (await db.as(OUTREACHER, (tx) => tx.maybe('select from outreach.contacts limit 1'))) return;
  const { collection, leaIds } = await db.asOwner(async (tx) => ({
    collection: await tx.maybe<{ id: number }>(
      'select id from intake.collections where state_fips = $1 and lower(name) = lower($2)',
      [STATE_FIPS, COLLECTION_UNDER_WAY],
    ),
    leaIds: (
      await tx.rows<{ id: string }>("select id from places.places where kind = 'school_district' order by id")
    ).map(({ id }) => id),
  }));
  if (!collection) return;
  const contacts = leaIds
    .map((leaId, at) => contactOf(leaId, at))
    .filter((_, at) => at % ONE_WITHOUT_CONTACT_IN !== ONE_WITHOUT_CONTACT_IN - 1);
  await db.asOwner((tx) => spread(tx, collection.id));
  await db.as(OUTREACHER, async (tx) => {
    await writeContacts(tx, contacts, DEMO);
    const [called] = contacts.slice(-1);
    if (called)
      await writeCall(tx, {
        collection: collection.id,
        leaId: called.leaId,
        who: called.telephone,
        reached: false,
        by: DEMO,
      });
  });
  await db.asOwner(async (tx) => {
    for (const [message, daysAgo] of Object.entries(SENT))
      await tx.run(
        `insert into outreach.sendings (collection_id, state_fips, lea_id, message, way, who, sent_at, sent_by)
         select $1, $2, c.lea_id, $3, 'file', c.email, now() - make_interval(days => $4), $5
         from outreach.contacts c
         where $3 <> 'reminder'
           or c.lea_id not in (select lea_id from collect.districts where collection_id = $1 and accepted_at < now() - make_interval(days => $4))`,
        [collection.id, STATE_FIPS, message, daysAgo, DEMO],
      );
  });
}

function contactOf(leaId: string, at: number) {
  const [first = '', last = ''] = [FIRST[at % FIRST.length], LAST[at % LAST.length]];
  const address = `${first}.${last}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return {
    leaId,
    name: `${first} ${last}`,
    email: `${address}@district-${leaId}.example`,
    // Numbers 555-0100 to 555-0199 are kept for fiction.
    telephone: `304-555-${String(100 + (at % 100)).padStart(4, '0')}`,
    language: at % 7 === 5 ? ('es' as const) : ('en' as const),
  };
}

/** Districts answered since the window opened, more of them after a message than before the next. */
async function spread(tx: Tx, collection: number): Promise<void> {
  await tx.run(
    `with ordered as (
       select
         collection_id,
         lea_id,
         make_interval(days => (array[14, 13, 4, 11, 3, 2, 12, 4, 9, 1])[1 + row_number() over (order by lea_id)::integer % 10]) as ago
       from collect.districts
       where collection_id = $1
     )
     update collect.districts d
     set
       last_seen_at = d.last_seen_at - ago,
       prepared_at = d.prepared_at - ago,
       received_at = d.received_at - ago + interval '1 hour',
       accepted_at = d.accepted_at - ago + interval '2 hours'
     from ordered o
     where o.collection_id = d.collection_id
       and o.lea_id = d.lea_id`,
    [collection],
  );
  // The trigger entered the new times; these are the old ones.
  await tx.run(
    `delete from collect.steps s
     where s.collection_id = $1
       and not exists (
         select
         from collect.districts d
         where d.collection_id = s.collection_id
           and d.lea_id = s.lea_id
           and s.at in (d.last_seen_at, d.prepared_at, d.received_at, d.accepted_at)
       )`,
    [collection],
  );
}
