/** Which column of a file of answers is what. */
import { ANSWERS_FIELDS } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { NeverRead } from './NeverRead.tsx';
import { NoFixedColumns } from './NoFixedColumns.tsx';
import type { Actions, AnswersInHand } from './state.ts';

export interface AnswersColumnsProps {
  readonly answers: AnswersInHand;
  readonly actions: Actions;
}

const GROUP = {
  title: 'The file of answers',
  note: 'Joined to your export by the student number. What families answered there counts, and your export’s own answers for those who did not. Homes come from your export, and the grade too where it has one.',
  fields: ANSWERS_FIELDS,
};

export function AnswersColumns({ answers: { source, mapping, isRemembered }, actions }: AnswersColumnsProps) {
  return (
    <>
      <ColumnTable
        group={GROUP}
        source={source}
        mapping={mapping}
        isRemembered={isRemembered}
        of=" the answers"
        choose={actions.setAnswersColumn}
      />
      <NoFixedColumns source={source} mapping={mapping} choose={actions.setAnswersHomeless} of=" in the answers" />
      <NeverRead source={source} mapping={mapping} of=" of the answers" />
    </>
  );
}
