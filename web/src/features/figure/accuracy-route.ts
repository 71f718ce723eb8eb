import type { Release } from '../../lib/api.ts';
import type { Route } from '../../lib/route.ts';
import type { Theme } from '../../lib/theme.ts';
import { AUDIENCES, oneOf } from '../../lib/view.ts';

/** The page about exactly the release and view shown. */
export function accuracyRoute({ id, audience }: Release, theme: Theme): Route {
  return { page: 'privacy', reading: { release: String(id), audience: oneOf(AUDIENCES, audience) ?? 'public', theme } };
}
