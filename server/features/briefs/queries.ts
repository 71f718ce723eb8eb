import type { Tx } from '../../platform/db.ts';
import type { Ask, AskBody } from './contract.ts';

interface AskRow {
  readonly dollars: bigint | null;
  readonly program: string | null;
  readonly due: string | null;
  readonly is_public: boolean;
  readonly written_at: Date;
  readonly written_by: string | null;
}

/** What is asked for a place now, as far as the reader may know. */
export async function currentAsk(
  tx: Tx,
  { stateFips, kind, id }: { stateFips: string; kind: string; id: string },
): Promise<Ask | null> {
  const row = await tx.maybe<AskRow>(
    `select dollars, program, due, is_public, written_at, written_by
     from briefs.current_asks
     where state_fips = $1
       and kind = $2
       and place_id = $3`,
    [stateFips, kind, id],
  );
  if (!row) return null;
  return {
    dollars: row.dollars === null ? null : Number(row.dollars),
    program: row.program,
    due: row.due,
    isPublic: row.is_public,
    writtenAt: row.written_at.toISOString(),
    writtenBy: row.written_by,
  };
}

/** Under the role `author`, whose state the row is of. */
export async function writeAsk(
  tx: Tx,
  { kind, id, by, ...ask }: AskBody & { kind: string; id: string; by: string },
): Promise<void> {
  await tx.run(
    'insert into briefs.asks (kind, place_id, dollars, program, due, is_public, written_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [kind, id, ask.dollars, ask.program?.trim() ?? null, ask.due, ask.isPublic, by],
  );
}

/** Every place of a kind that a release counts, with its name. */
export function countedPlaces(
  tx: Tx,
  { releaseId, audience, kind }: { releaseId: number; audience: string; kind: string },
): Promise<{ id: string; name: string }[]> {
  return tx.rows(
    `-- one row: a place of the kind with numbers, or with too few students for them
     select p.id, p.name
     from published.place_totals t
     join places.places p using (kind, id)
     where t.release_id = $1
       and t.audience = $2
       and t.kind = $3
       and p.geom is not null`,
    [releaseId, audience, kind],
  );
}
