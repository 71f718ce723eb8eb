/** What proposals read of rounds, and the moves of a round that follow from them. */
import type { Criterion, Terms } from '../../domain/round/terms.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { LotLine, RoundHead } from './contract.ts';

export interface RoundRead extends RoundHead {
  readonly terms: Terms;
  readonly scoring: readonly Criterion[];
  readonly repairs: number | null;
  readonly allowsRepair: boolean;
}

type Times = { [Name in 'closesAt' | 'protestUntil']: Date | null } & { now: Date };

/** Closes the round first where its deadline has passed. @throws Refusal 404 for a round that the reader is not shown */
export async function roundFor(tx: Tx, id: number): Promise<RoundRead> {
  await tx.run('select rounds.close_due($1)', [id]);
  const row = await tx.maybe<Omit<RoundRead, keyof Times> & Times>(
    `select id, title, standing, closes_at as "closesAt", amendment, protest_until as "protestUntil", clock_timestamp() as now,
       terms, scoring, repairs, allows_repair as "allowsRepair"
     from rounds.rounds
     where id = $1`,
    [id],
  );
  if (!row) throw refusal('rounds.unknown', 404);
  const { closesAt, protestUntil, now } = row;
  return {
    ...row,
    closesAt: closesAt?.toISOString() ?? null,
    protestUntil: protestUntil?.toISOString() ?? null,
    now: now.toISOString(),
  };
}

export function headOf({ id, title, standing, closesAt, amendment, protestUntil, now }: RoundRead): RoundHead {
  return { id, title, standing, closesAt, amendment, protestUntil, now };
}

/** @param as a provider reads a reference amount where the round shows it */
export function lotsOf(tx: Tx, round: number, as: 'buyer' | 'bidder'): Promise<LotLine[]> {
  const reference = as === 'buyer' ? 'reference_amount' : 'rounds.reference_of(id)';
  return tx
    .rows<Omit<LotLine, 'reference'> & { reference: bigint | null }>(
      `select id, name, students, households, ${reference} as reference
       from rounds.lots
       where round_id = $1
       order by id`,
      [round],
    )
    .then((rows) =>
      rows.map(({ reference, ...lot }) => ({ ...lot, reference: reference === null ? null : Number(reference) })),
    );
}

/** Lots of a repair round, by those of the round that it repairs. */
export async function carriedLots(tx: Tx, round: number): Promise<Map<number, number>> {
  const rows = await tx.rows<{ id: number; carries: number }>(
    'select id, carries from rounds.lots where round_id = $1 and carries is not null',
    [round],
  );
  return new Map(rows.map(({ id, carries }) => [carries, id]));
}
