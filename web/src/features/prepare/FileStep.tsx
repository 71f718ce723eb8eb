import { isAnswersOnly } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { isLeaId } from '../../../../server/domain/anonymize/key-file.ts';
import { AnswersChoice } from './AnswersChoice.tsx';
import { AnswersOnly } from './AnswersOnly.tsx';
import { EXPORTS } from './exports.ts';
import { Failed } from './Failed.tsx';
import { FileChoice } from './FileChoice.tsx';
import { HeaderNote } from './HeaderNote.tsx';
import { KeptChoices } from './KeptChoices.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import { Noticed } from './Noticed.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

/** Size of the largest districts; the browser is slow beyond it. */
const COMMON_ROWS = 200_000;

export function FileStep({ state, actions }: StepProps) {
  const { leaId, source, answers, kept, mapping, failure, isReady, isLooking, work } = state;
  const { file: words } = usePrepareMessages();
  const { needs } = words;
  const isAlone = source !== undefined && !answers && isAnswersOnly(mapping);
  const isWrong = leaId !== '' && !isLeaId(leaId);
  return (
    <>
      <div className="part">
        <h3>{words.district}</h3>
        <div className="field">
          <label htmlFor="lea-id">{words.leaId}</label>
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
            {isWrong ? words.leaIdWrong({ digits: leaId.replace(/\D/g, '').length }) : words.leaIdNote}
          </p>
        </div>
      </div>

      <KeyChoice state={state} actions={actions} />

      <div className="part">
        <h3>{words.export}</h3>
        <FileChoice
          label={source ? words.chooseOther : words.chooseExport}
          accept={EXPORTS}
          tone={source ? 'plain' : 'primary'}
          isDisabled={!isReady || work !== undefined}
          onFile={(file) => void actions.open(file)}
        >
          {source ? (
            <p role="status">
              <strong translate="no" className="from-file">
                {source.name}
              </strong>
              {words.fileTold({ bytes: source.bytes, columnCount: source.opened.columns.length })}
            </p>
          ) : (
            <p>{words.orDrop}</p>
          )}
          <p className="note">{words.exportNote({ most: COMMON_ROWS })}</p>
          {!isReady && <p className="note">{words.loading}</p>}
        </FileChoice>
        <Failed failure={failure} about="file" title={words.unreadable} />
        {source && <HeaderNote source={source} isBusy={work !== undefined} open={actions.open} />}
        {source && <Noticed notes={source.opened.notes} />}
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
            ? { words: words.goOn, act: () => void actions.goOn() }
            : { words: words.toColumns, act: () => actions.goTo('columns') }
        }
        isBusy={work !== undefined || isLooking}
        missing={[
          ...(state.key ? [] : [needs.key]),
          ...(state.key && !state.done.hasKey ? [needs.keySaved] : []),
          ...(source && !isAlone ? [] : [source ? needs.studentExport : needs.export]),
          ...(kept?.hasAnswers && !answers ? [needs.answers] : []),
        ]}
      >
        {kept && state.done.hasKey && (
          <button type="button" className="button" onClick={() => actions.goTo('columns')}>
            {words.toColumns}
          </button>
        )}
      </StepActions>
    </>
  );
}
