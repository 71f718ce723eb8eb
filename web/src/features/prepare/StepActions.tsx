/** Back and onwards, with what is still missing in words beside a button that cannot be pressed. */

import type { ReactNode } from 'react';
import { usePrepareMessages } from './use-messages.ts';

export interface StepActionsProps {
  readonly back?: () => void;
  /** Plain where the main button of the step is another. */
  readonly next?: { readonly words: string; readonly act: () => void; readonly isPlain?: boolean };
  /** "a key", "an export": nothing may be missing. */
  readonly missing?: readonly string[];
  readonly isBusy?: boolean;
  readonly children?: ReactNode;
}

export function StepActions({ back, next, missing = [], isBusy = false, children }: StepActionsProps) {
  const { file: words } = usePrepareMessages();
  return (
    <div className="step-actions">
      <div className="actions">
        {next && (
          <button
            type="button"
            className={next.isPlain ? 'button' : 'button primary'}
            disabled={missing.length > 0 || isBusy}
            onClick={next.act}
          >
            {next.words}
          </button>
        )}
        {children}
        {back && (
          <button type="button" className="button quiet" disabled={isBusy} onClick={back}>
            {words.back}
          </button>
        )}
      </div>
      {missing.length > 0 && <p className="note">{words.stillNeeded({ needs: missing })}</p>}
    </div>
  );
}
