/** Offers to restore what was done about this file another day. */

import { Message } from '../../ui/Message.tsx';
import type { KeptTrace } from './kept-trace.ts';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface KeptChoicesProps extends Pick<StepProps, 'state' | 'actions'> {
  readonly kept: KeptTrace;
}

export function KeptChoices({ kept: { day, step, hasAnswers }, state, actions }: KeptChoicesProps) {
  const { file: words } = usePrepareMessages();
  return (
    <Message title={words.workedBefore({ day })}>
      <p>
        {words.wasAt({ step: words.step[step] })} {hasAnswers && !state.answers && words.answersAgain}
      </p>
      <p>
        {words.keptSealed}{' '}
        <button type="button" className="link" onClick={actions.forgetKept}>
          {words.forget}
        </button>
      </p>
    </Message>
  );
}
