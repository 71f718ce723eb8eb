/** Actions on all rows of a group at once, and those already taken; the same button undoes each. */

import { KEPT_WITHOUT } from '../../../../server/domain/anonymize/problems.ts';
import type { MendAsked, ProblemGroup } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface GroupActionsProps {
  readonly group: ProblemGroup;
  readonly accepted: number;
  readonly leftOut: number;
  readonly hasMends: boolean;
  readonly all: (mend: MendAsked) => Promise<void>;
}

export function GroupActions({ group, accepted, leftOut, hasMends, all }: GroupActionsProps) {
  const { problems: words } = usePrepareMessages();
  const { kind, rows, suggested } = group;
  const areAccepted = suggested > 0 && accepted === suggested;
  const areLeftOut = leftOut === rows;
  const isLessDone = hasMends && !areAccepted && !areLeftOut;
  return (
    <div className="actions">
      {suggested > 0 && !areLeftOut && (
        <button
          type="button"
          className={areAccepted ? 'button quiet' : 'button'}
          onClick={() => void all({ how: areAccepted ? 'undo' : 'accept' })}
        >
          {areAccepted ? words.undoGroup : words.acceptAll({ suggestions: suggested })}
        </button>
      )}
      {!KEPT_WITHOUT.has(kind) && !areAccepted && (
        <button
          type="button"
          className="button quiet"
          onClick={() => void all({ how: areLeftOut ? 'undo' : 'leave out' })}
        >
          {areLeftOut ? words.undoGroup : words.leaveOutAll({ rows })}
        </button>
      )}
      {isLessDone && (
        <button type="button" className="button quiet" onClick={() => void all({ how: 'undo' })}>
          {words.undoAllOfThese}
        </button>
      )}
      <p className="note" role="status">
        {areAccepted && words.allAccepted({ suggestions: suggested })}
        {areLeftOut && words.allLeftOut({ rows })}
      </p>
    </div>
  );
}
