/** Releases that nobody reads any more, and why. */
import type { Tx } from '../../platform/db.ts';
import { type Refusal, refusal } from '../../platform/problem.ts';

export interface Withdrawal {
  readonly name: string;
  /** ISO time. */
  readonly withdrawnAt: string;
  /** In the words of whoever withdrew it. */
  readonly reason: string;
}

/** What the reader may know to be withdrawn, the latest first. @param state FIPS code */
export async function withdrawals(
  tx: Tx,
  { release, state }: { release?: number | undefined; state?: string | undefined } = {},
): Promise<(Withdrawal & { release: number })[]> {
  const rows = await tx.rows<{ release: number; name: string; at: Date; reason: string }>(
    `select release_id as release, name, at, reason
     from published.withdrawals
     where ($1::integer is null or release_id = $1)
       and ($2::text is null or state_fips = $2)
     order by at desc, release_id desc`,
    [release ?? null, state ?? null],
  );
  return rows.map(({ at, ...row }) => ({ ...row, withdrawnAt: at.toISOString() }));
}

export function withdrawn({ name, withdrawnAt, reason }: Withdrawal): Refusal {
  return refusal('release.withdrawn', 410, { name, withdrawnAt, reason });
}
