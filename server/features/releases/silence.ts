/** Sources that say nothing in a view are not asked as if they did: a question to one is refused with the reason. */
import { filings } from '../../domain/messages/en/filings.ts';
import { missingWords } from '../../domain/reason.ts';
import { canAnswer, type Filer, filersOf, type Source } from '../../domain/verdict.ts';
import { type AskedAudience, sourcesFor } from '../../platform/access.ts';
import type { Tx } from '../../platform/db.ts';
import { Refusal } from '../../platform/problem.ts';
import { sourcesOf } from './queries.ts';

/** A release as one audience is shown it. */
export interface ViewOfFilings {
  readonly filers: readonly Filer[];
  readonly audience: AskedAudience;
}

export async function viewOfFilings(tx: Tx, releaseId: number, audience: AskedAudience): Promise<ViewOfFilings> {
  return { filers: filersOf(await sourcesOf(tx, releaseId, sourcesFor(audience))), audience };
}

/** @throws Refusal 404 with what can be asked instead */
export function refuseSilent(source: Source, { filers, audience }: ViewOfFilings): void {
  if (canAnswer(source, filers)) return;
  const reason = missingWords(filings, filers, audience) ?? '';
  const instead =
    filers.length > 0
      ? `Ask by ${filers[0]} or agreed, which say the same here.`
      : 'Only what families answered can be asked for: statistics home.*, device.* and equip.';
  throw new Refusal('source.silent', 404, `${reason.charAt(0).toUpperCase()}${reason.slice(1)}. ${instead}`);
}
