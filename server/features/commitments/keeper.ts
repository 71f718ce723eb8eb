/** Moves commitments by the clock, writes reminders, and marks as seen what a later filing shows. */
import { DAY_MS } from '../../domain/day.ts';
import type { Language } from '../../domain/messages/language.ts';
import { locationsAt } from '../../domain/round/commitment.ts';
import { TRANSITIONS } from '../../domain/round/transitions.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { queueMail } from '../mail/index.ts';
import type { Offer } from './sign.ts';

/** A filing may count locations a little otherwise than the one that was signed with. */
const NEARLY = 0.95;

/** Each part may be repeated without harm, and by several workers at once. */
export async function lookAfterCommitments(db: Db): Promise<void> {
  await db.as({ role: 'keeper' }, async (tx) => {
    await tx.run('select commitments.move_due()');
    await remind(tx);
    await remindOfDeadlines(tx);
    await lookInFilings(tx);
  });
}

interface Reminder {
  readonly commitment: number;
  readonly state_fips: string;
  readonly name: string;
  readonly late: boolean;
  readonly percent: number;
  readonly due_on: string;
  readonly email: string;
  readonly language: Language;
}

async function remind(tx: Tx): Promise<void> {
  const due = await tx.rows<Reminder>('select * from commitments.take_reminders()');
  for (const { commitment, state_fips: stateFips, name, late, percent, due_on, email, language } of due) {
    const common = { to: email, language, stateFips, page: `/commitments/${commitment}` } as const;
    const facts = { commitmentName: name, percent, due: due_on };
    const daysLate = Math.floor((Date.now() - Date.parse(due_on)) / DAY_MS);
    if (late) await queueMail(tx, { ...common, template: 'overdue', facts: { ...facts, daysLate } });
    else await queueMail(tx, { ...common, template: 'milestoneDue', facts });
  }
}

interface Near {
  readonly round: number;
  readonly state_fips: string;
  readonly title: string;
  readonly closes_at: Date;
  readonly email: string;
  readonly language: Language;
}

/** Of rounds that close soon. */
async function remindOfDeadlines(tx: Tx): Promise<void> {
  const near = await tx.rows<Near>('select * from rounds.take_near()');
  for (const { round, state_fips: stateFips, title, closes_at, email, language } of near)
    await queueMail(tx, {
      to: email,
      template: 'deadlineNear',
      facts: { roundName: title, closesAt: closes_at.toISOString() },
      language,
      stateFips,
      page: `/rounds/${round}`,
    });
}

interface Looked {
  readonly id: number;
  readonly cells: readonly string[];
  readonly offer: Offer;
  readonly providerId: number;
  readonly filing: number;
  readonly asOf: string;
}

/** Commitments whose state's current release rests on an FCC filing later than their count and not looked at yet. */
async function lookInFilings(tx: Tx): Promise<void> {
  const due = await tx.rows<Looked>(
    `-- one row: a commitment and the filing to look for it in
     select c.id, c.cells::text[] as cells, c.offer, c.provider_id as "providerId", p.filing_id as filing, p.as_of::text as "asOf"
     from commitments.commitments c
     join published.current n on n.state_fips = c.state_fips
     join published.sources p on p.release_id = n.release_id and p.source = 'fcc' and p.audience = 'public'
     where c.standing = any ($1)
       and c.seen_filing_id is distinct from p.filing_id
       and p.as_of > coalesce(
         (select max(m.counted_as_of) from commitments.milestones m where m.commitment_id = c.id), c.signed_at::date
       )
     order by c.id`,
    [TRANSITIONS.commitment.see.from],
  );
  for (const one of due) {
    const percent = await percentIn(tx, one);
    await tx.run('select commitments.note_filing($1, $2, $3::date, $4, $5)', [
      one.id,
      one.filing,
      one.asOf,
      percent,
      percent >= NEARLY * one.offer.share,
    ]);
  }
}

/** Of the lot's FCC locations, those the provider reports at the committed speed by the committed technology. */
async function percentIn(tx: Tx, { cells, offer, providerId, filing }: Looked): Promise<number> {
  const { percent } = await tx.one<{ percent: number }>(
    `with here as (
       select cell, locations
       from coverage.service
       where filing_id = $1 and profile = 'any' and cell = any ($2::bigint[])
     ),
     reported as (
       select cell, ${locationsAt(offer)} as locations
       from coverage.offers
       where filing_id = $1 and provider_id = $3 and technology = $4 and cell = any ($2::bigint[])
     )
     select coalesce(floor(100.0 * sum(least(r.locations, h.locations)) / nullif(sum(h.locations), 0)), 0)::integer as percent
     from here h
     left join reported r using (cell)`,
    [filing, cells, providerId, offer.technology],
  );
  return percent;
}
