/** What was done about this file another day, before it is done again. */
import { dateInWords } from '../../lib/format.ts';
import { Message } from '../../ui/Message.tsx';
import type { KeptTrace } from './kept-trace.ts';
import type { StepProps } from './step-props.ts';
import { STEP_WORDS } from './steps.ts';

export interface KeptChoicesProps extends Pick<StepProps, 'state' | 'actions'> {
  readonly kept: KeptTrace;
}

export function KeptChoices({ kept: { day, step, hasAnswers }, state, actions }: KeptChoicesProps) {
  return (
    <Message title={`You worked on a file like this one until ${dateInWords(day)}`}>
      <p>
        You were at “{STEP_WORDS[step]}”. What you chose and wrote then is applied again to the rows and values that are
        still the same.
        {hasAnswers && !state.answers && ' You had added a file of answers: choose that again too.'}
      </p>
      <p>
        This browser keeps it sealed: only with your key file can it be read, and no row of your file is in it.{' '}
        <button type="button" className="link" onClick={actions.forgetKept}>
          Forget it
        </button>
      </p>
    </Message>
  );
}
