import type { Release } from '../../lib/api.ts';
import type { Route } from '../../lib/route.ts';
import { AUDIENCES, oneOf, type View } from '../../lib/view.ts';

/** The page about exactly the release and view shown. */
export function accuracyRoute({ id, audience }: Release, { theme, state }: Pick<View, 'theme' | 'state'>): Route {
  const reading = { release: String(id), audience: oneOf(AUDIENCES, audience) ?? 'public', theme };
  return { page: 'privacy', reading: state ? { ...reading, state } : reading };
}
