/** The log of acts, read by an administrator of a state. */
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Tx } from '../../platform/db.ts';
import type { ActCode } from './log.ts';

export interface ActFilter {
  readonly did?: ActCode | undefined;
  /** Part of a name. */
  readonly who?: string | undefined;
  /** First day, YYYY-MM-DD, UTC. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Entries older than the one of this number. */
  readonly before?: number | undefined;
}

export interface ListedAct {
  readonly id: number;
  readonly at: Date;
  readonly who: string;
  readonly forWhom: string | null;
  readonly role: string;
  readonly did: ActCode;
  readonly thing: string;
  readonly note: string | null;
}

/** Newest first. @param most undefined: all */
export async function actsOf(tx: Tx, { did, who, from, to, before }: ActFilter, most?: number): Promise<ListedAct[]> {
  const rows = await tx.rows<Omit<ListedAct, 'id'> & { id: bigint }>(
    `select id, at, who, for_whom as "forWhom", role, did, thing, note
     from audit.entries
     where ($1::text is null or did = $1)
       and ($2::text is null or position(lower($2) in lower(who)) > 0)
       and ($3::date is null or at >= $3::date)
       and ($4::date is null or at < $4::date + 1)
       and ($5::bigint is null or id < $5)
     order by id desc
     limit $6`,
    [did ?? null, who ?? null, from ?? null, to ?? null, before ?? null, most ?? null],
  );
  return rows.map(({ id, ...act }) => ({ id: Number(id), ...act }));
}

export function actsCsv(acts: readonly ListedAct[]): string {
  return [
    csvHeader(['id', 'at', 'who', 'for', 'role', 'did', 'thing', 'note']),
    ...acts.map(({ id, at, who, forWhom, role, did, thing, note }) =>
      csvLine([id, at.toISOString(), who, forWhom ?? '', role, did, thing, note ?? '']),
    ),
  ].join('');
}
