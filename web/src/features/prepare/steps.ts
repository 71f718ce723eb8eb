/** The five steps, in order, and which are open. */
import { STEPS, type Step } from '../../lib/route.ts';

export { STEPS, type Step };

/** Progress so far; a step opens when the one before it is done. */
export interface Done {
  readonly hasFile: boolean;
  readonly hasKey: boolean;
  readonly isMapped: boolean;
  readonly isChecked: boolean;
  readonly isFinished: boolean;
}

export function isOpen(step: Step, done: Done): boolean {
  switch (step) {
    case 'file':
      return true;
    case 'columns':
      return done.hasFile && done.hasKey;
    case 'problems':
      return isOpen('columns', done) && done.isMapped && done.isChecked;
    case 'preview':
    case 'save':
      return isOpen('problems', done) && done.isFinished;
  }
}

/** The wanted step, or the last open one before it. */
export function stepAt(wanted: Step | undefined, done: Done): Step {
  for (let at = wanted ? STEPS.indexOf(wanted) : 0; at > 0; at--) {
    const step = STEPS[at];
    if (step && isOpen(step, done)) return step;
  }
  return 'file';
}
