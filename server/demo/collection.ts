/** A collection under way, so that its page has something to show: districts in each state, two with something odd. */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { beginUpload, MOST_CHUNK_BYTES, markPrepared, writeChunk } from '../features/collect/index.ts';
import { dataKey, importHomes } from '../features/intake/index.ts';
import { type Progress, silentProgress } from '../platform/progress.ts';
import { openScratch } from '../platform/scratch.ts';
import { STATE_FIPS } from './load.ts';
import { type Oddity, springFile } from './spring.ts';

export const COLLECTION_UNDER_WAY = 'spring 2027';

type Part = 'accepted' | 'received' | 'prepared' | 'not_started';
/** By turns; the first district of all is left for whoever tries the page out. */
const PARTS: readonly Part[] = [
  'not_started',
  'accepted',
  'accepted',
  'prepared',
  'accepted',
  'received',
  'not_started',
  'not_started',
  'prepared',
  'not_started',
  'not_started',
];
const ODDITIES: readonly Oddity[] = ['one_cell', 'rate_fallen'];

/** @param folder of the demo's files @param formerly name of the collection that is over */
export async function loadDemoCollection(
  deps: Deps,
  progress: Progress,
  { folder, formerly }: { folder: string; formerly: string },
): Promise<void> {
  const step = progress.begin(phrase('step.collection', { collection: COLLECTION_UNDER_WAY }));
  const id = await openCollection(deps, formerly);
  const districts = readdirSync(join(folder, 'homes'))
    .sort()
    .map((file, i) => ({ leaId: file.replace('.csv', ''), part: PARTS[i % PARTS.length] ?? 'not_started' }));
  const done = await startedIn(deps, id);
  const todo = districts.filter(({ leaId }) => !done.has(leaId));
  await accept(
    deps,
    folder,
    todo.filter(({ part }) => part === 'accepted').map(({ leaId }) => leaId),
  );
  for (const { leaId, part } of todo)
    if (part === 'prepared')
      await deps.db.as({ role: 'collector', leaId }, (tx) => markPrepared(tx, id, leaId, studentsIn(folder, leaId)));
  for (const { leaId, part } of todo) if (part === 'received') await send(deps, folder, id, leaId);
  const begun = todo.filter(({ part }) => part !== 'not_started').length;
  step.done(
    todo.length === 0 ? phrase('done.collection/unchanged') : phrase('done.collection', { districtCount: begun }),
  );
}

/** A practice collection around today, and one that is over, from whose numbers enrollment follows. */
async function openCollection({ db }: Deps, formerly: string): Promise<number> {
  return db.as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `update intake.collections
       set synthetic = true, opens_on = '2026-09-08', closes_on = '2026-10-30'
       where name = $1 and opens_on is null`,
      [formerly],
    );
    const { id } = await tx.one<{ id: number }>(
      `insert into intake.collections (name, state_fips, opens_on, closes_on, synthetic, contact)
       values ($1, $2, current_date - 16, current_date + 31, true, $3)
       on conflict (state_fips, (lower(name))) do update set closes_on = greatest(collections.closes_on, excluded.closes_on)
       returning id`,
      [COLLECTION_UNDER_WAY, STATE_FIPS, 'Grace Lowe, 304-555-0142, grace.lowe@service-agency.example'],
    );
    await tx.run(
      `insert into collect.enrollments (collection_id, lea_id, students)
       select $1, d.lea_id, (d.students * 1.04)::int
       from collect.figures d
       join intake.collections c on c.id = d.collection_id
       where c.name = $2
       on conflict do nothing`,
      [id, formerly],
    );
    return id;
  });
}

async function startedIn({ db }: Deps, id: number): Promise<Set<string>> {
  const rows = await db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ lea_id: string }>(
      `select lea_id
       from collect.districts
       where collection_id = $1
         and coalesce(accepted_at, received_at, prepared_at) is not null`,
      [id],
    ),
  );
  return new Set(rows.map(({ lea_id }) => lea_id));
}

async function accept(deps: Deps, folder: string, leaIds: readonly string[]): Promise<void> {
  if (leaIds.length === 0) return;
  using spring = openScratch('spring');
  const asking = leaIds.filter((leaId) => wasAnswered(springFile(folder, leaId, undefined)));
  for (const leaId of leaIds)
    writeFileSync(join(spring.folder, `${leaId}.csv`), springFile(folder, leaId, ODDITIES[asking.indexOf(leaId)]));
  await importHomes(
    deps,
    { paths: [spring.folder], collection: COLLECTION_UNDER_WAY, synthetic: true },
    silentProgress,
  );
}

/** As a district's browser would. */
async function send({ db, config }: Deps, folder: string, collection: number, leaId: string): Promise<void> {
  const bytes = Buffer.from(springFile(folder, leaId, undefined));
  const collector = { role: 'collector', leaId } as const;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begun = await beginUpload(db, collector, collection, { bytes: bytes.length, sha256 });
  if (begun.state === 'same') return;
  const secret = await dataKey({ db, config });
  for (let offset = begun.received; offset < bytes.length; offset += MOST_CHUNK_BYTES)
    await writeChunk(db, collector, secret, {
      id: begun.id,
      offset,
      bytes: bytes.subarray(offset, offset + MOST_CHUNK_BYTES),
    });
}

function studentsIn(folder: string, leaId: string): number {
  return springFile(folder, leaId, undefined).trimEnd().split('\n').length - 1;
}

function wasAnswered(text: string): boolean {
  return text.split('\n', 50).filter((row) => /,(true|false|yes|no)\b/i.test(row)).length > 10;
}
