/** Corrections of filings: a provider asks for them, its state's agency decides. */
import type { Agency, Provider } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { lockState } from '../../platform/locks.ts';
import { refusal } from '../../platform/problem.ts';
import { readerOn } from '../../platform/reader.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import type { Correction, DecisionBody } from './contract.ts';
import { hexesIn } from './cover.ts';
import { type AreasGiven, areasOf, type FileGiven, keptNotes, type WithNotes } from './file-given.ts';
import { namingFilings, providerNamed } from './queries.ts';

type KeptCorrection = WithNotes<Correction>;

type Row = Omit<KeptCorrection, 'filing' | 'filedAt' | 'decidedAt' | 'hexes'> & {
  filingId: number;
  publisher: string;
  title: string;
  revision: string;
  filedAt: Date;
  decidedAt: Date | null;
  before: string[] | null;
  after: string[] | null;
};

/** Those the asker may read: a provider its own, an agency its state's; the newest first. */
export async function correctionsOf(tx: Tx): Promise<KeptCorrection[]> {
  const rows = await tx.rows<Row>(
    `select
       c.id, c.provider_id as "providerId", coalesce(p.name, 'FCC ' || c.provider_id) as "providerName",
       f.id as "filingId", f.publisher, f.title, f.revision,
       c.file_name as "fileName", c.areas, c.notes, c.notes_said as "notesSaid", c.says, c.filed_at as "filedAt",
       c.decision, c.reason, c.decided_at as "decidedAt",
       (
         select array_agg(st_asgeojson(part.geom))
         from coverage.areas a
         join coverage.area_parts ap on ap.area_id = a.id,
           lateral st_dump(ap.geom) as part
         where a.filing_id = c.filing_id
           and a.provider_id = c.provider_id
       ) as before,
       (
         select array_agg(st_asgeojson(part.geom))
         from rooms.correction_areas a,
           lateral st_dump(a.geom) as part
         where a.correction_id = c.id
       ) as after
     from rooms.corrections c
     join coverage.filings f on f.id = c.filing_id
     left join coverage.providers p using (provider_id)
     order by c.id desc`,
  );
  return rows.map(inWords);
}

function inWords({
  filingId,
  publisher,
  title,
  revision,
  filedAt,
  decidedAt,
  before,
  after,
  ...row
}: Row): KeptCorrection {
  const [old, now] = [hexesIn(before ?? []), hexesIn(after ?? [])];
  return {
    ...row,
    filing: { id: filingId, publisher, title, revision },
    filedAt: filedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    hexes: { before: old.size, after: now.size, added: without(now, old), removed: without(old, now) },
  };
}

function without(hexes: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...hexes].filter((hex) => !others.has(hex)).length;
}

export interface CorrectionGiven {
  readonly filing: number;
  readonly says: string;
  readonly doer: Doer;
}

/** @throws Refusal of the reader, or when the filing is none of the state's newest that the provider may read, or does not name it */
export async function fileCorrection(
  db: Db,
  provider: Provider,
  file: FileGiven,
  correction: CorrectionGiven,
): Promise<KeptCorrection[]> {
  const resident = { ...provider, role: 'resident' } as const;
  const { filing, naming, own, waiting } = await db.as(provider, async (tx) => ({
    filing: await newestEdition(tx, provider, correction.filing),
    naming: await namingFilings(tx, provider.providerId),
    own: await providerNamed(tx, provider.providerId),
    waiting: await tx.maybe(
      `select
       from coverage.filings asked
       join coverage.filings edition using (source, state_fips, publisher, title, as_of)
       where asked.id = $1
         and edition.id in (select filing_id from rooms.corrections where decision is null)`,
      [correction.filing],
    ),
  }));
  if (!filing) throw refusal('room.filing-unknown', 404);
  if (!naming.includes(filing.id)) throw refusal('room.filing-of-others', 422);
  if (waiting) throw refusal('room.correction-waiting', 409);
  const given = await areasOf(readerOn(db, resident), file, { provider: own.name, includesPlanned: false });
  await db.as(resident, (tx) => writeCorrection(tx, given, { ...correction, filing: filing.id }, own.name));
  return db.as(provider, correctionsOf);
}

/** A release rests on the edition of its time; since then a correction may have been accepted. */
function newestEdition(tx: Tx, { stateFips }: Provider, id: number) {
  return tx.maybe<{ id: number }>(
    `select newest.id
     from coverage.filings asked
     join coverage.filings newest using (source, state_fips, publisher, title, as_of)
     where asked.id = $1
       and source = 'puc'
       and state_fips = $2
       and not newest.superseded
     order by newest.revision desc
     limit 1`,
    [id, stateFips],
  );
}

async function writeCorrection(tx: Tx, given: AreasGiven, { filing, says, doer }: CorrectionGiven, provider: string) {
  const { fileName, sha256, rows, outlines } = given;
  const kept = keptNotes(given.notes);
  const { id } = await tx.one<{ id: number }>(
    `insert into rooms.corrections (filing_id, file_name, sha256, areas, notes, notes_said, says, filed_by)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)
     returning id`,
    [filing, fileName, sha256, rows.length, kept.words, kept.said, says.trim(), doer.who],
  );
  await recordAct(tx, doer, {
    did: 'corrections.filed',
    thing: `correction ${id} of filing ${filing}`,
    note: says.trim(),
  });
  await tx.run(
    `insert into rooms.correction_areas
       (correction_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
     select $1, $2, technology, raw, down, up, low, homes, outline::geometry
     from unnest($3::smallint[], $4::text[], $5::numeric[], $6::numeric[], $7::boolean[], $8::boolean[], $9::text[])
       as area (technology, raw, down, up, low, homes, outline)`,
    [
      id,
      provider,
      rows.map((row) => row.technology),
      rows.map((row) => row.technologyRaw),
      rows.map((row) => row.downloadMbps),
      rows.map((row) => row.uploadMbps),
      rows.map((row) => String(row.lowLatency)),
      rows.map((row) => String(row.residential)),
      outlines,
    ],
  );
}

/**
 * An accepted correction makes a new edition of the filing; the one before stays.
 *
 * @throws Refusal 404 when it is none of the state's; 409 when it is decided, or a newer edition of the filing came meanwhile
 */
export async function decide(
  db: Db,
  agency: Agency,
  id: number,
  { decision, reason, doer }: DecisionBody & { readonly doer: Doer },
): Promise<KeptCorrection[]> {
  const known = (await db.as(agency, correctionsOf)).find((correction) => correction.id === id);
  if (!known) throw refusal('room.correction-unknown', 404);
  if (known.decision) throw refusal('room.correction-decided', 409);
  await db.as({ role: 'author', stateFips: agency.stateFips }, async (tx) => {
    await lockState(tx, 'filings in a release', agency.stateFips, 'shared');
    const { id: decided } = await tx.one<{ id: number | null }>('select rooms.decide($1, $2, $3, $4) as id', [
      id,
      decision,
      reason.trim(),
      doer.who,
    ]);
    if (decided === null) throw refusal('room.filing-newer', 409);
    await recordAct(tx, doer, { did: `corrections.${decision}`, thing: `correction ${id}`, note: reason.trim() });
  });
  return db.as(agency, correctionsOf);
}

/** GeoJSON: the provider's areas by the filing, and by the correction. @throws Refusal 404 */
export async function correctionFeatures(tx: Tx, id: number) {
  const rows = await tx.rows<{ by: string; technology: number; down: number; up: number; outline: string }>(
    `select 'filing' as by, a.technology, a.download_mbps as down, a.upload_mbps as up, st_asgeojson(a.geom, 6) as outline
     from rooms.corrections c
     join coverage.areas a using (filing_id, provider_id)
     where c.id = $1
     union all
     select 'correction', technology, download_mbps, upload_mbps, st_asgeojson(geom, 6)
     from rooms.correction_areas
     where correction_id = $1`,
    [id],
  );
  if (rows.length === 0) throw refusal('room.correction-unknown', 404);
  return rows.map(({ by, technology, down, up, outline }) => ({
    type: 'Feature' as const,
    geometry: JSON.parse(outline) as unknown,
    properties: { by, technology, download_mbps: down, upload_mbps: up },
  }));
}
