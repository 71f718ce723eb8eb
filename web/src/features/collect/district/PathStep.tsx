import type { ReactNode } from 'react';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';

export type StepProgress = 'done' | 'begun' | 'now' | 'open' | 'later';

export interface PathStepProps {
  readonly number: number;
  readonly title: string;
  readonly progress: StepProgress;
  readonly children: ReactNode;
}

/** One step of the path: its number, its name, and whether it is done, current or later. */
export function PathStep({ number, title, progress, children }: PathStepProps) {
  const messages = useCatalog(collectMessages).district;
  return (
    <li className="path-step" data-progress={progress} aria-current={progress === 'now' ? 'step' : undefined}>
      <span className="path-number" aria-hidden="true">
        {progress === 'done' ? (
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2.2" />
          </svg>
        ) : (
          number
        )}
      </span>
      <div className="path-body">
        <h2>
          <span className="sr-only">{messages.step({ count: number })} </span>
          {title} <span className="path-word">{messages.progress[progress]}</span>
        </h2>
        {children}
      </div>
    </li>
  );
}
