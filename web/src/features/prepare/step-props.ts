import type { PageParts } from './page-parts.ts';
import type { Actions, Prepare } from './state.ts';

/** What every step gets. */
export interface StepProps {
  readonly state: Prepare;
  readonly actions: Actions;
  readonly parts: PageParts;
}
