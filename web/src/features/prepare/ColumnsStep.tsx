import { Fragment } from 'react';
import { answersFaults } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { mappingFaults, tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { say } from '../../../../server/domain/messages/phrase.ts';
import { QUESTIONS } from '../../../../server/domain/survey.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswersColumns } from './AnswersColumns.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { FIELD_GROUPS, isFolded } from './columns.ts';
import { Failed } from './Failed.tsx';
import { NeverRead } from './NeverRead.tsx';
import { NoFixedColumns } from './NoFixedColumns.tsx';
import { ResidenceNotTold } from './NoFixedResidence.tsx';
import { PointsChoice } from './PointsChoice.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export function ColumnsStep({ state, actions }: StepProps) {
  const messages = usePrepareMessages();
  const { columns: words, phrases } = messages;
  const { source, mapping, isRemembered, answers, failure, work } = state;
  if (!source) return null;
  const faults = [...mappingFaults(mapping), ...(answers ? answersFaults(answers.mapping) : [])].map((fault) =>
    say(phrases, fault),
  );
  return (
    <>
      <p>{isRemembered ? words.asLastTime : words.guessed}</p>
      {FIELD_GROUPS.map((group) => {
        const isShut = isFolded(group, source.opened);
        const table = (
          <ColumnTable
            group={group}
            source={source}
            mapping={mapping}
            isRemembered={isRemembered}
            isFolded={isShut}
            choose={actions.setColumn}
          />
        );
        return (
          <Fragment key={group.key}>
            {isShut ? (
              <details className="part">
                <summary>{words.groups[group.key].title}</summary>
                {table}
              </details>
            ) : (
              table
            )}
            {group.fields.includes('address_type') && (
              <NoFixedColumns source={source} mapping={mapping} choose={actions.setHomeless} />
            )}
          </Fragment>
        );
      })}
      {answers && <AnswersColumns answers={answers} actions={actions} />}
      {mapping.address !== undefined && <PointsChoice state={state} actions={actions} />}
      <NeverRead source={source} mapping={mapping} of={answers && 'export'} />
      <Failed failure={failure} about="check" title={words.unchecked} />
      {faults.length === 0 && !tellsResidence(mapping) && !(answers && tellsResidence(answers.mapping)) && (
        <ResidenceNotTold />
      )}
      {faults.length === 0 && !answers && QUESTIONS.every((question) => mapping[question] === undefined) && (
        <Message title={words.noAnswers} tone="warning">
          {words.noAnswersNote}
        </Message>
      )}
      {faults.length > 0 && (
        <Message title={words.notYet}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Message>
      )}
      <StepActions
        back={() => actions.goTo('file')}
        isBusy={work !== undefined}
        next={{ words: words.checkEveryRow, act: () => void actions.check('problems') }}
        missing={faults.length > 0 ? [messages.file.needs.columns] : []}
      />
    </>
  );
}
