import { Fragment } from 'react';
import { answersFaults } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { mappingFaults, tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { QUESTIONS } from '../../../../server/domain/survey.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswersColumns } from './AnswersColumns.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { FIELD_GROUPS, isFolded } from './columns.ts';
import { NeverRead } from './NeverRead.tsx';
import { NoFixedColumns } from './NoFixedColumns.tsx';
import { ResidenceNotTold } from './NoFixedResidence.tsx';
import { PointsChoice } from './PointsChoice.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';

export function ColumnsStep({ state, actions }: StepProps) {
  const { source, mapping, isRemembered, answers, failure, work } = state;
  if (!source) return null;
  const faults = [...mappingFaults(mapping), ...(answers ? answersFaults(answers.mapping) : [])];
  return (
    <>
      <p>
        {isRemembered
          ? 'These are the columns as you chose them last time for a file like this one. Look whether they are still right.'
          : 'We guessed which of your columns is what, by their names and values. Look at each guess and correct it where it is wrong.'}{' '}
        The examples are shown on your screen only.
      </p>
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
          <Fragment key={group.title}>
            {isShut ? (
              <details className="part">
                <summary>{group.title}</summary>
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
      <NeverRead source={source} mapping={mapping} of={answers ? ' of the export' : ''} />
      {failure?.about === 'check' && (
        <Message title="The rows could not be checked" tone="failed">
          {failure.message}
        </Message>
      )}
      {faults.length === 0 && !tellsResidence(mapping) && !(answers && tellsResidence(answers.mapping)) && (
        <ResidenceNotTold />
      )}
      {faults.length === 0 && !answers && QUESTIONS.every((question) => mapping[question] === undefined) && (
        <Message title="No answers" tone="warning">
          No column was chosen for any question, so every student will count as not answered. If families were asked,
          choose those columns above. If their answers are in another file, go back and add it: the two are joined here.
        </Message>
      )}
      {faults.length > 0 && (
        <Message title="Not yet">
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
        next={{ words: 'Check every row', act: () => void actions.check('problems') }}
        missing={faults.length > 0 ? ['the columns named above'] : []}
      />
    </>
  );
}
