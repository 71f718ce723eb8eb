/** Progress of districts. Row level security and `collect.is_own` decide whose rows a caller reads. */
import { enrollmentWarning, FEWEST_FOR_RATES } from '../../domain/survey/quality.ts';
import type { ShownFigures } from '../../domain/survey/shown-figures.ts';
import type { Tx } from '../../platform/db.ts';
import { previousOf } from './collections.ts';
import type { Collection, CollectionDetail, DistrictStatus, Warning } from './contract.ts';
import { DISTRICT_STATE, districtsOf } from './district-state.ts';
import { type Figures, figuresShown, overallShown } from './figures-shown.ts';

/** A collection with its districts, by name. A district reads its own exact figures, a coordinator the protected ones of each. */
export async function detailOf(tx: Tx, collection: Collection): Promise<CollectionDetail> {
  const previous = await previousOf(tx, collection.id);
  const rows = await tx.rows<DistrictRow>(DISTRICTS, [collection.id, previous?.id ?? null]);
  const isCoordinator = rows.some((row) => row.is_shown);
  return {
    ...collection,
    previous,
    fewest: FEWEST_FOR_RATES,
    districtStates: rows.map((row) => statusOf(row, collection.questions)),
    overall: isCoordinator ? overallShown(rows, collection.questions) : null,
  };
}

/** The given LEAIDs that are no district here. */
export async function unknownDistricts(tx: Tx, leaIds: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ lea_id: string }>(
    `select asked.lea_id
     from unnest($1::text[]) as asked(lea_id)
     where not exists (select from places.places p where p.kind = 'school_district' and p.id = asked.lea_id and left(p.id, 2) = places.own_state())
       and not exists (select from collect.districts d where d.lea_id = asked.lea_id)
     order by asked.lea_id`,
    [leaIds],
  );
  return rows.map((row) => row.lea_id);
}

/** The district's name, or "District {LEAID}" where none is known. */
export async function districtName(tx: Tx, leaId: string): Promise<string> {
  const place = await tx.maybe<{ name: string }>(
    "select name from places.places where kind = 'school_district' and id = $1",
    [leaId],
  );
  return place?.name ?? `District ${leaId}`;
}

/** Records that somebody of the district was active. */
export async function seen(tx: Tx, collectionId: number, leaId: string): Promise<void> {
  await tx.run(
    `insert into collect.districts (collection_id, lea_id, last_seen_at)
     values ($1, $2, now())
     on conflict (collection_id, lea_id) do update set last_seen_at = excluded.last_seen_at`,
    [collectionId, leaId],
  );
}

/** @param students what the district says it prepared; stored to the nearest ten */
export async function markPrepared(tx: Tx, collectionId: number, leaId: string, students: number): Promise<void> {
  await tx.run(
    `insert into collect.districts (collection_id, lea_id, last_seen_at, prepared_at, prepared_students)
     values ($1, $2, now(), now(), $3)
     on conflict (collection_id, lea_id) do update set
       last_seen_at = excluded.last_seen_at,
       prepared_at = excluded.prepared_at,
       prepared_students = excluded.prepared_students`,
    [collectionId, leaId, Math.round(students / 10) * 10],
  );
}

/** Writes the coordinator's enrollment counts; null deletes one. Those who write at once for one collection take turns. */
export async function writeEnrollment(
  tx: Tx,
  collectionId: number,
  districts: readonly { leaId: string; enrolled: number | null }[],
): Promise<void> {
  const known = districts.filter(({ enrolled }) => enrolled !== null);
  await tx.one('select from intake.collections where id = $1 for no key update', [collectionId]);
  await tx.run('delete from collect.enrollments where collection_id = $1 and lea_id = any ($2::text[])', [
    collectionId,
    districts.map(({ leaId }) => leaId),
  ]);
  await tx.run(
    `insert into collect.enrollments (collection_id, lea_id, students)
     select $1, * from unnest($2::text[], $3::integer[])`,
    [collectionId, known.map(({ leaId }) => leaId), known.map(({ enrolled }) => enrolled)],
  );
}

// One row is a district. $1 is the collection, $2 the previous one or null. Figures are the district's own; a coordinator reads none.
const DISTRICTS = `
  select
    u.lea_id,
    coalesce(p.name, 'District ' || u.lea_id) as name,
    ${DISTRICT_STATE} as state,
    d.last_seen_at, d.prepared_at, d.received_at, d.accepted_at, d.taken_back_at,
    e.students as enrolled,
    collect.is_coordinator() as is_shown,
    d.shown, b.shown as shown_before,
    coalesce(f.students, d.prepared_students) as students,
    f.answered, f.response_rate, f.question_rates, f.warnings,
    g.response_rate as previous_rate,
    upload.id as upload_id,
    certificate.id as certificate_id,
    link.id as link_id, link.created_at as link_created_at, link.expires_at as link_expires_at
  from (${districtsOf('$1')}) u
  left join places.places p on p.kind = 'school_district' and p.id = u.lea_id
  left join collect.districts d on d.collection_id = $1 and d.lea_id = u.lea_id
  left join collect.districts b on b.collection_id = $2 and b.lea_id = u.lea_id
  left join collect.figures f on f.collection_id = $1 and f.lea_id = u.lea_id
  left join collect.figures g on g.collection_id = $2 and g.lea_id = u.lea_id
  left join collect.enrollments e on e.collection_id = $1 and e.lea_id = u.lea_id
  left join lateral (
    select id from collect.uploads
    where collection_id = $1 and lea_id = u.lea_id
    order by started_at desc
    limit 1
  ) upload on true
  left join lateral (
    select id from collect.certificates
    where collection_id = $1 and lea_id = u.lea_id and sha256 = d.accepted_sha256 and outcome like 'accepted%'
    order by decided_at desc
    limit 1
  ) certificate on true
  left join lateral (
    select id, created_at, expires_at from accounts.links
    where collection_id = $1 and lea_id = u.lea_id
    order by id desc
    limit 1
  ) link on true
  where collect.is_coordinator() or collect.is_own(u.lea_id)
  order by name, u.lea_id`;

interface DistrictRow {
  lea_id: string;
  name: string;
  state: DistrictStatus['state'];
  last_seen_at: Date | null;
  prepared_at: Date | null;
  received_at: Date | null;
  accepted_at: Date | null;
  taken_back_at: Date | null;
  enrolled: number | null;
  is_shown: boolean;
  shown: ShownFigures | null;
  shown_before: ShownFigures | null;
  students: number | null;
  answered: number | null;
  response_rate: number | null;
  question_rates: Record<string, number | null> | null;
  warnings: Warning[] | null;
  previous_rate: number | null;
  upload_id: string | null;
  certificate_id: string | null;
  link_id: number | null;
  link_created_at: Date | null;
  link_expires_at: Date | null;
}

function statusOf(row: DistrictRow, questions: Collection['questions']): DistrictStatus {
  const { link_id, link_created_at: created, link_expires_at: expires } = row;
  return {
    leaId: row.lea_id,
    name: row.name,
    state: row.state,
    preparedAt: row.prepared_at?.toISOString() ?? null,
    receivedAt: row.received_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    takenBackAt: row.taken_back_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    enrolled: row.enrolled,
    ...(row.is_shown ? figuresShown(row, questions) : ownFigures(row, questions)),
    uploadId: row.upload_id,
    certificateId: row.certificate_id,
    link:
      link_id !== null && created && expires
        ? { id: link_id, createdAt: created.toISOString(), expiresAt: expires.toISOString() }
        : null,
  };
}

/** Exact figures, for the district itself. */
function ownFigures(row: DistrictRow, questions: Collection['questions']): Figures {
  const { students, answered, enrolled, response_rate: ofSent, previous_rate: before } = row;
  const isOfEnrolled = enrolled !== null && enrolled > 0 && answered !== null && answered <= enrolled;
  const rate = isOfEnrolled ? answered / enrolled : ofSent;
  const rates = questions.flatMap((question) => {
    const own = row.question_rates?.[question];
    return own === undefined ? [] : [[question, own === null ? null : { rate: own }] as const];
  });
  // Computed on read, because enrollment may come later.
  const isJudged = row.accepted_at !== null && students !== null;
  const warning = isJudged ? enrollmentWarning({ homes: students, answered, enrolled }) : undefined;
  return {
    students,
    responseRate: rate === null ? null : { rate },
    rateOf: isOfEnrolled ? 'enrolled' : ofSent === null ? null : 'sent',
    questionRates: Object.fromEntries(rates),
    previousResponseRate: before === null ? null : { rate: before },
    warnings: [...(warning ? [warning] : []), ...(row.warnings ?? [])],
  };
}
