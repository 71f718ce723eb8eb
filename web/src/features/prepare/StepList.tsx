/** Where one is among the five steps, in words too; opens every step that can be opened. */
import './step-list.css';
import { type Done, isOpen, STEP_SHORT, STEP_WORDS, STEPS, type Step } from './steps.ts';

export interface StepListProps {
  readonly current: Step;
  readonly done: Done;
  readonly isBusy: boolean;
  readonly goTo: (step: Step) => void;
}

export function StepList({ current, done, isBusy, goTo }: StepListProps) {
  return (
    <nav aria-label="Steps">
      <ol className="step-list">
        {STEPS.map((step, i) => {
          const next = STEPS[i + 1];
          const isDone = next !== undefined && isOpen(next, done);
          return (
            <li key={step} data-done={isDone}>
              <button
                type="button"
                aria-current={step === current ? 'step' : undefined}
                disabled={isBusy || !isOpen(step, done)}
                onClick={() => goTo(step)}
              >
                <span className="step-number" aria-hidden="true">
                  {isDone && step !== current ? '✓' : i + 1}
                </span>
                <span className="step-words">
                  {STEP_WORDS[step]}
                  {isDone && <span className="sr-only"> (done)</span>}
                </span>
                <span className="step-short" aria-hidden="true">
                  {STEP_SHORT[step]}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
