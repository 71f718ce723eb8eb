/** Shown when the chosen file is the survey alone: what is missing, and where to add it. */

import { Message } from '../../ui/Message.tsx';
import { Said } from '../../ui/Said.tsx';
import { EXPORTS } from './exports.ts';
import { FileChoice } from './FileChoice.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface AnswersOnlyProps extends Pick<StepProps, 'state' | 'actions'> {
  readonly hasNumbers: boolean;
}

export function AnswersOnly({ hasNumbers, state, actions }: AnswersOnlyProps) {
  const { file: words } = usePrepareMessages();
  return (
    <div className="part">
      <Message title={words.answersOnly} tone="warning">
        <p>{words.answersOnlyLead}</p>
        {!hasNumbers && <p>{words.answersWithoutNumbers}</p>}
      </Message>
      <FileChoice
        label={words.addExport}
        accept={EXPORTS}
        tone="primary"
        isDisabled={!state.isReady || state.work !== undefined}
        onFile={(file) => void actions.addExport(file)}
      >
        <p>{words.orDrop}</p>
        <p className="note">
          <Said
            message={words.homesHere}
            parts={{
              columns: (inner) => (
                <button type="button" className="link" onClick={() => actions.goTo('columns')}>
                  {inner}
                </button>
              ),
            }}
          />
        </p>
      </FileChoice>
    </div>
  );
}
