/** Made-up staff of the demo's districts, and what was sent to them, so that a coordinator finds whom to call and why. */
import type { Deps } from '../deps.ts';
import type { Outreacher } from '../domain/actor.ts';
import { writeCall, writeContacts } from '../features/outreach/index.ts';
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
