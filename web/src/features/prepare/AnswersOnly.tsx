/** Somebody chose the survey: what is missing, and where to add it. */
import { Message } from '../../ui/Message.tsx';
import { EXPORTS } from './exports.ts';
import { FileChoice } from './FileChoice.tsx';
import type { StepProps } from './step-props.ts';

export interface AnswersOnlyProps extends Pick<StepProps, 'state' | 'actions'> {
  readonly hasNumbers: boolean;
}

export function AnswersOnly({ hasNumbers, state, actions }: AnswersOnlyProps) {
  return (
    <div className="part">
      <Message title="This file has answers but no homes. Add your student export to join them." tone="warning">
        <p>
          The export of your student information system has the student numbers and the homes. The two are joined by
          student number, on this computer.
        </p>
        {!hasNumbers && (
          <p>
            We found no column of student numbers in the answers. Names do not do: two students may share one. If the
            form asked for the number, choose its column in the next step.
          </p>
        )}
      </Message>
      <FileChoice
        label="Add the student export"
        accept={EXPORTS}
        tone="primary"
        isDisabled={!state.isReady || state.work !== undefined}
        onFile={(file) => void actions.addExport(file)}
      >
        <p>Or drop it here.</p>
        <p className="note">
          If homes are in the file you chose, go on without:{' '}
          <button type="button" className="link" onClick={() => actions.goTo('columns')}>
            choose the columns of the homes
          </button>
          .
        </p>
      </FileChoice>
    </div>
  );
}
