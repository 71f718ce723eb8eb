import { type AskedAudience, actorFor, type Caller } from '../../platform/access.ts';

/** Whose estimates: they follow from what this viewer reads, and from nothing else. */
export type EstimateViewer =
  | { readonly role: 'public' | 'agency' | 'provider' }
  | { readonly role: 'district'; readonly leaId: string };

/** @throws Refusal 401 without a token, 403 with a token of another role */
export function estimateViewer(asked: AskedAudience, caller: Caller | undefined): EstimateViewer {
  if (asked !== 'district') return { role: asked };
  const actor = actorFor(asked, caller);
  return actor.role === 'district' ? actor : { role: 'public' };
}
