/** The current one of the five steps, in words too; links every step that is open. */
import { usePrepareMessages } from './use-messages.ts';
import './step-list.css';
import { type Done, isOpen, STEPS, type Step } from './steps.ts';

export interface StepListProps {
  readonly current: Step;
  readonly done: Done;
  readonly isBusy: boolean;
  readonly goTo: (step: Step) => void;
}

export function StepList({ current, done, isBusy, goTo }: StepListProps) {
  const { file: words } = usePrepareMessages();
  return (
    <nav aria-label={words.steps}>
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
                  {words.step[step]}
                  {isDone && <span className="sr-only">{words.isDone}</span>}
                </span>
                <span className="step-short" aria-hidden="true">
                  {words.stepInShort[step]}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
