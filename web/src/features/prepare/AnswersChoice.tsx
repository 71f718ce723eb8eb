/** A form's answers in a file of their own, joined to the export by student number, on this computer. */

import { plural } from '../../lib/counts.ts';
import { sizeInWords } from '../../lib/format.ts';
import { Message } from '../../ui/Message.tsx';
import { EXPORTS } from './exports.ts';
import { FileChoice } from './FileChoice.tsx';
import { HeaderNote } from './HeaderNote.tsx';
import type { StepProps } from './step-props.ts';

export function AnswersChoice({ state, actions }: Pick<StepProps, 'state' | 'actions'>) {
  const { answers, failure, isReady, kept, work } = state;
  const isOpen = answers !== undefined || failure?.about === 'answers' || kept?.hasAnswers === true;
  return (
    <details className="part" open={isOpen}>
      <summary>
        <strong>Are the families’ answers in another file? Add it (Google Forms, Microsoft Forms, Qualtrics)</strong>
      </summary>
      <p>
        It needs the student number beside the answers. Homes and grades come from your export. Both files stay on this
        computer.
      </p>
      <FileChoice
        label={answers ? 'Choose another file of answers' : 'Choose the file of answers'}
        accept={EXPORTS}
        isDisabled={!isReady || work !== undefined}
        onFile={(file) => void actions.openAnswers(file)}
      >
        {answers ? (
          <>
            <p role="status">
              <strong className="from-file">{answers.source.name}</strong>, {sizeInWords(answers.source.bytes)},{' '}
              {plural(answers.source.opened.columns.length, 'column')}
            </p>
            <button type="button" className="link" onClick={() => void actions.openAnswers(undefined)}>
              Do without it
            </button>
          </>
        ) : (
          <p className="note">Or drop it here. CSV, text or Excel (.xlsx), as the form exports it.</p>
        )}
      </FileChoice>
      {failure?.about === 'answers' && (
        <Message title="This file of answers cannot be read" tone="failed">
          {failure.message}
        </Message>
      )}
      {answers && <HeaderNote source={answers.source} isBusy={work !== undefined} open={actions.openAnswers} />}
      {answers?.source.opened.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </details>
  );
}
