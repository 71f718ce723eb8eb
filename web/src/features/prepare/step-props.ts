import type { PageParts } from './page-parts.ts';
import type { Actions, Prepare } from './state.ts';
import type { VerdictsAround } from './verdicts-around.ts';

/** Props of every step. */
export interface StepProps {
  readonly state: Prepare;
  readonly actions: Actions;
  readonly parts: PageParts;
  readonly around: VerdictsAround;
}
