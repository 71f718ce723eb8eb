/** Back and next. A disabled button explains what is missing. */

import type { ReactNode } from 'react';
import { usePrepareMessages } from './use-messages.ts';

export interface StepActionsProps {
  readonly back?: () => void;
  /** Not the primary style, where the step has another main button. */
  readonly next?: { readonly words: string; readonly act: () => void; readonly isPlain?: boolean };
  /** Missing things, such as "a key" or "an export"; may be empty. */
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
