/** How many of a release's filings a view rests on: why two views give two numbers for the same words. */
import { type AskedAudience, sourcesFor } from '../../domain/actor.ts';
import { views } from '../../domain/messages/en/views.ts';
import type { Tx } from '../../platform/db.ts';
import type { FilingsOfView } from './contract.ts';

/** @param audience whose filings are named */
export async function filingsOfView(tx: Tx, releaseId: number, audience: string): Promise<FilingsOfView> {
  const rows = await tx.rows<{ audience: string; used: number; of: number; older: number }>(
    `-- one row: the view, or the public's
     select t.audience, count(s.filing_id)::integer as used, t.filings as of, t.older_filings as older
     from published.totals t
     left join published.sources s
       on s.release_id = t.release_id
       and s.audience = t.audience
     where t.release_id = $1
       and t.audience in ($2, 'public')
     group by t.audience, t.filings, t.older_filings`,
    [releaseId, audience],
  );
  const counted = (whose: string) => rows.find((row) => row.audience === whose) ?? { used: 0, of: 0, older: 0 };
  const { used, of, older } = counted(audience);
  const open = counted('public');
  return { used, of: Math.max(of, used), older, byPublic: open.used - open.older };
}

/** One line for every row of a file: "Release “Fall 2026”. Public view. 11 of 12 filings: one is not public." */
export async function viewInWords(
  tx: Tx,
  { id, name }: { readonly id: number; readonly name: string },
  audience: AskedAudience,
): Promise<string> {
  const view = await filingsOfView(tx, id, sourcesFor(audience));
  return `Release “${name}”. ${views.line({ audience, ...view })}`;
}
