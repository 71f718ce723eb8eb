/** Chooses a separate file of form answers, joined to the export by student number on this computer. */

import { EXPORTS } from './exports.ts';
import { Failed } from './Failed.tsx';
import { FileChoice } from './FileChoice.tsx';
import { HeaderNote } from './HeaderNote.tsx';
import { Noticed } from './Noticed.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export function AnswersChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { answers, failure, isReady, kept, work } = state;
  const { file: words } = usePrepareMessages();
  const isOpen = answers !== undefined || failure?.about === 'answers' || kept?.hasAnswers === true;
  return (
    <details className="part" open={isOpen}>
      <summary>
        <strong>{words.answersElsewhere}</strong>
      </summary>
      <p>{words.answersLead}</p>
      <FileChoice
        label={answers ? words.chooseOtherAnswers : words.chooseAnswers}
        accept={EXPORTS}
        isDisabled={!isReady || work !== undefined}
        onFile={(file) => void actions.openAnswers(file)}
      >
        {answers ? (
          <>
            <p role="status">
              <strong translate="no" className="from-file">
                {answers.source.name}
              </strong>
              {words.fileTold({ bytes: answers.source.bytes, columnCount: answers.source.opened.columns.length })}
            </p>
            <button type="button" className="link" onClick={() => void actions.openAnswers(undefined)}>
              {words.doWithout}
            </button>
          </>
        ) : (
          <p className="note">{words.answersNote}</p>
        )}
      </FileChoice>
      <Failed failure={failure} about="answers" title={words.answersUnreadable} />
      {answers && <HeaderNote source={answers.source} isBusy={work !== undefined} open={actions.openAnswers} />}
      {answers && <Noticed notes={answers.source.opened.notes} />}
    </details>
  );
}
