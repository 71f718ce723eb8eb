/** Rounds as a party or everybody reads them. Row level security decides which rows are read, this file how they are told. */
import type { Bidder, Buyer } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { countyNames } from '../places/index.ts';
import type { PublicRound, Question, Round, RoundLine, Step } from './contract.ts';
import { lotsOf } from './lots-read.ts';

type Party = Buyer | Bidder;

interface HeadRow {
  readonly id: number;
  readonly title: string;
  readonly standing: Round['standing'];
  readonly repairs: number | null;
  readonly amendment: number;
  readonly shared_at: Date | null;
  readonly opened_at: Date | null;
  readonly questions_close_at: Date | null;
  readonly closes_at: Date | null;
  readonly protest_until: Date | null;
  readonly ended_at: Date | null;
}

const HEAD = `r.id, r.title, rounds.standing_now(r.standing, r.closes_at) as standing, r.repairs, r.amendment, r.shared_at, r.opened_at,
  r.questions_close_at, r.closes_at, r.protest_until, r.ended_at`;

function headOf(row: HeadRow) {
  const { id, title, standing, repairs, amendment } = row;
  return {
    ...{ id, title, standing, repairs, amendment },
    sharedAt: iso(row.shared_at),
    openedAt: iso(row.opened_at),
    questionsCloseAt: iso(row.questions_close_at),
    closesAt: iso(row.closes_at),
    protestUntil: iso(row.protest_until),
    endedAt: iso(row.ended_at),
  };
}

function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}

/** The newest first. */
export async function roundLines(tx: Tx): Promise<RoundLine[]> {
  const rows = await tx.rows<HeadRow & { lots: number }>(
    `select ${HEAD}, (select count(*)::integer from rounds.lots l where l.round_id = r.id) as lots
     from rounds.rounds r
     order by r.id desc`,
  );
  return rows.map((row) => ({ ...headOf(row), lots: row.lots }));
}

/** What everybody may know, of one state. */
export async function publicRounds(tx: Tx, stateFips: string | undefined): Promise<PublicRound[]> {
  const rows = await tx.rows<HeadRow & { counties: string[] }>(
    `-- one row: a round that has been shown to providers
     select r.id, r.title, r.standing, r.repairs, r.amendment, r.shared_at, r.opened_at, r.questions_close_at, r.closes_at, r.protest_until, r.ended_at,
       r.counties
     from rounds.public_rounds r
     where $1::text is null
       or r.state_fips = $1
     order by r.id desc`,
    [stateFips ?? null],
  );
  const answers = await tx.rows<{ round_id: number; question: string; answer: string; answered_at: Date }>(
    'select round_id, question, answer, answered_at from rounds.public_answers where round_id = any ($1) order by id',
    [rows.map(({ id }) => id)],
  );
  const ids = [...new Set(rows.flatMap(({ counties }) => counties))];
  const names = await countyNames(tx, ids);
  const ofRound = Map.groupBy(answers, ({ round_id: id }) => id);
  return rows.map(({ counties, ...row }) => ({
    ...headOf(row),
    counties: counties.map((id) => names.get(id) ?? id).sort(),
    answers: (ofRound.get(row.id) ?? []).map(({ question, answer, answered_at: at }) => ({
      question,
      answer,
      answeredAt: at.toISOString(),
    })),
  }));
}

interface RoundRow extends HeadRow, Pick<Round, 'measure' | 'terms' | 'scoring' | 'reason'> {
  readonly release_id: number;
  readonly release_name: string | null;
  readonly budget: bigint | null;
  readonly shows_reference: boolean;
  readonly allows_repair: boolean;
  readonly margin_seconds: number;
  readonly protest_seconds: number;
  readonly now: Date;
}

/** Closes it first where its deadline has passed. @throws Refusal 404 */
export async function roundFor(tx: Tx, party: Party, id: number): Promise<Round> {
  await tx.run('select rounds.close_due($1)', [id]);
  const isStaff = party.role === 'buyer';
  const row = await tx.maybe<RoundRow>(
    `select ${HEAD}, r.measure, r.terms, r.scoring, r.reason, r.release_id,
       (select name from published.releases where id = r.release_id) as release_name,
       ${isStaff ? 'r.budget' : 'null::bigint as budget'}, r.shows_reference, r.allows_repair, r.margin_seconds, r.protest_seconds,
       clock_timestamp() as now
     from rounds.rounds r
     where r.id = $1`,
    [id],
  );
  if (!row) throw refusal('rounds.unknown', 404);
  return {
    ...headOf(row),
    party: isStaff ? 'staff' : 'provider',
    now: row.now.toISOString(),
    release: { id: row.release_id, name: row.release_name },
    measure: row.measure,
    terms: row.terms,
    scoring: row.scoring,
    budget: row.budget === null ? null : Number(row.budget),
    showsReference: row.shows_reference,
    allowsRepair: row.allows_repair,
    marginSeconds: row.margin_seconds,
    protestSeconds: row.protest_seconds,
    reason: row.reason,
    lots: await lotsOf(tx, party, id),
    questions: await questionsOf(tx, party, id),
    amendments: await amendmentsOf(tx, id),
    steps: await stepsOf(tx, party, id),
  };
}

async function questionsOf(tx: Tx, party: Party, id: number): Promise<Question[]> {
  interface Row {
    id: number;
    question: string;
    asked_at: Date | null;
    answer: string | null;
    answered_at: Date | null;
    asked_by: string | null;
    is_own: boolean;
  }
  const own = party.role === 'bidder';
  const rows = await tx.rows<Row>(
    `select q.id, q.question, q.asked_at, q.answer, q.answered_at,
       ${own ? 'null::text' : "coalesce(p.name, 'FCC ' || q.provider_id)"} as asked_by, ${own} as is_own
     from rounds.questions q
     left join coverage.providers p using (provider_id)
     where q.round_id = $1
     union all
     select a.id, a.question, null, a.answer, a.answered_at, null, false
     from rounds.public_answers a
     where a.round_id = $1
       and a.id not in (select q.id from rounds.questions q where q.round_id = $1)
     order by 1`,
    [id],
  );
  return rows.map(({ id, question, asked_at, answer, answered_at, asked_by, is_own }) => ({
    ...{ id, question, answer },
    askedAt: iso(asked_at),
    answeredAt: iso(answered_at),
    askedBy: asked_by,
    isOwn: is_own,
  }));
}

async function amendmentsOf(tx: Tx, id: number): Promise<Round['amendments']> {
  const rows = await tx.rows<Omit<Round['amendments'][number], 'at'> & { at: Date }>(
    'select number, at, reason, before, after from rounds.amendments where round_id = $1 order by number',
    [id],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The round's own, the newest first. */
async function stepsOf(tx: Tx, { role }: Party, id: number): Promise<Step[]> {
  const rows = await tx.rows<Omit<Step, 'at' | 'to'> & { at: Date; to_standing: string }>(
    `select move, to_standing, at, ${role === 'buyer' ? 'who' : 'null::text as who'}, reason
     from rounds.steps
     where round_id = $1
       and provider_id is null
     order by id desc`,
    [id],
  );
  return rows.map(({ at, to_standing: to, ...row }) => ({ ...row, to, at: at.toISOString() }));
}
