import type { PageParts } from './page-parts.ts';
import type { Actions, Prepare } from './state.ts';

/** Props of every step. */
export interface StepProps {
  readonly state: Prepare;
  readonly actions: Actions;
  readonly parts: PageParts;
}
