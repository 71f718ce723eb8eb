import { isAnswersOnly } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { isLeaId } from '../../../../server/domain/anonymize/key-file.ts';
import { plural } from '../../lib/counts.ts';
import { sizeInWords } from '../../lib/format.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswersChoice } from './AnswersChoice.tsx';
import { AnswersOnly } from './AnswersOnly.tsx';
import { EXPORTS } from './exports.ts';
import { FileChoice } from './FileChoice.tsx';
import { HeaderNote } from './HeaderNote.tsx';
import { KeptChoices } from './KeptChoices.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';

export function FileStep({ state, actions }: StepProps) {
  const { leaId, source, answers, kept, mapping, failure, isReady, isLooking, work } = state;
  const isAlone = source !== undefined && !answers && isAnswersOnly(mapping);
  const isWrong = leaId !== '' && !isLeaId(leaId);
  return (
    <>
      <div className="part">
        <h3>Your district</h3>
        <div className="field">
          <label htmlFor="lea-id">District number (LEAID)</label>
          <input
            id="lea-id"
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
            value={leaId}
            aria-invalid={isWrong}
            aria-describedby="lea-id-note"
            onChange={(event) => actions.setLeaId(event.target.value)}
          />
          <p id="lea-id-note" className={isWrong ? 'field-fault' : 'note'}>
            {isWrong
              ? `Seven digits are needed, this has ${leaId.replace(/\D/g, '').length}. Write the leading zero too, and nothing but digits.`
              : 'Seven digits, given by the National Center for Education Statistics, for example 5400030. Your coordinator can tell you.'}
          </p>
        </div>
      </div>

      <KeyChoice state={state} actions={actions} />

      <div className="part">
        <h3>Your export</h3>
        <FileChoice
          label={source ? 'Choose another file' : 'Choose the export'}
          accept={EXPORTS}
          tone={source ? 'plain' : 'primary'}
          isDisabled={!isReady || work !== undefined}
          onFile={(file) => void actions.open(file)}
        >
          {source ? (
            <p role="status">
              <strong className="from-file">{source.name}</strong>, {sizeInWords(source.bytes)},{' '}
              {plural(source.opened.columns.length, 'column')}
            </p>
          ) : (
            <p>Or drop it here.</p>
          )}
          <p className="note">
            One row a student, as your student information system exports it: CSV, text or Excel (.xlsx), any names of
            columns, up to 200,000 rows. Names, birth dates and whatever else it holds do no harm: they are not read.
          </p>
          {!isReady && <p className="note">The page is still loading. You can choose in a moment.</p>}
        </FileChoice>
        {failure?.about === 'file' && (
          <Message title="This file cannot be read" tone="failed">
            {failure.message}
          </Message>
        )}
        {source && <HeaderNote source={source} isBusy={work !== undefined} open={actions.open} />}
        {source?.opened.notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
      </div>

      {isAlone ? (
        <AnswersOnly hasNumbers={mapping.student_id !== undefined} state={state} actions={actions} />
      ) : (
        <AnswersChoice state={state} actions={actions} />
      )}
      {kept && <KeptChoices kept={kept} state={state} actions={actions} />}

      <StepActions
        key={kept ? 'go on' : 'begin'}
        next={
          kept && state.done.hasKey
            ? { words: 'Go on where you stopped', act: () => void actions.goOn() }
            : { words: 'Go on to the columns', act: () => actions.goTo('columns') }
        }
        isBusy={work !== undefined || isLooking}
        missing={[
          ...(state.key ? [] : ['a key']),
          ...(state.key && !state.done.hasKey ? ['the key file to be saved'] : []),
          ...(source && !isAlone ? [] : [source ? 'the student export' : 'an export']),
          ...(kept?.hasAnswers && !answers ? ['the file of answers'] : []),
        ]}
      >
        {kept && state.done.hasKey && (
          <button type="button" className="button" onClick={() => actions.goTo('columns')}>
            Go on to the columns
          </button>
        )}
      </StepActions>
    </>
  );
}
