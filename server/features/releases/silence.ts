/** Refuses questions to sources that filed nothing in a view, with the reason. */
import { type AskedAudience, sourcesFor } from '../../domain/actor.ts';
import { canAnswer, FILERS, type Filer, filersOf, type Source } from '../../domain/verdict.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { sourcesOf } from './queries.ts';

/** A release as one audience sees it. */
export interface ViewOfFilings {
  readonly filers: readonly Filer[];
  readonly audience: AskedAudience;
}

export async function viewOfFilings(tx: Tx, releaseId: number, audience: AskedAudience): Promise<ViewOfFilings> {
  return { filers: filersOf(await sourcesOf(tx, releaseId, sourcesFor(audience))), audience };
}

/** @throws Refusal 404 naming what can be asked instead */
export function refuseSilent(source: Source, { filers, audience }: ViewOfFilings): void {
  if (canAnswer(source, filers)) return;
  const missing = FILERS.filter((filer) => !filers.includes(filer));
  throw refusal('source.silent', 404, { missing, isAgency: audience === 'agency', filer: filers[0] ?? '' });
}
