import { Fragment } from 'react';
import { answersFaults } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { mappingFaults, tellsResidence } from '../../../../server/domain/anonymize/fields.ts';
import { QUESTIONS } from '../../../../server/domain/survey.ts';
import { plural } from '../../lib/counts.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswersColumns } from './AnswersColumns.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { FIELD_GROUPS, isFolded, unreadColumns } from './columns.ts';
import { NoFixedColumns } from './NoFixedColumns.tsx';
import { ResidenceNotTold } from './NoFixedResidence.tsx';
import { PointsChoice } from './PointsChoice.tsx';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';

export function ColumnsStep({ state, actions }: StepProps) {
  const { source, mapping, isRemembered, answers, failure, work } = state;
  if (!source) return null;
  const faults = [...mappingFaults(mapping), ...(answers ? answersFaults(answers.mapping) : [])];
  const unread = unreadColumns(source.opened.columns, mapping);
  return (
    <>
      <p>
        {isRemembered
          ? 'These are the columns as you chose them last time for a file like this one. Look whether they are still right.'
          : 'We guessed which of your columns is what, by their names and values. Look at each guess and correct it where it is wrong.'}{' '}
        The examples are shown on your screen only.
      </p>
      {FIELD_GROUPS.map((group) => {
        const table = (
          <ColumnTable
            group={group}
            source={source}
            mapping={mapping}
            isRemembered={isRemembered}
            choose={actions.setColumn}
          />
        );
        return (
          <Fragment key={group.title}>
            {isFolded(group, source.opened) ? (
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
      <div className="part">
        <h3>Never read: {plural(unread.length, 'column')}</h3>
        <p>
          Of {plural(source.opened.columns.length, 'column')} {source.opened.columns.length - unread.length} are used.
          {unread.length > 0 &&
            ' These are not. If one of them matters, such as where a student sleeps, choose it above.'}
        </p>
        {unread.length > 0 && (
          <p className="column-names">
            {unread.map(({ name }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
              <span key={i} className="from-file">
                {name}
              </span>
            ))}
          </p>
        )}
      </div>
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
