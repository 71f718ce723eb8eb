import { ANSWERS_FIELDS } from '../../../../server/domain/anonymize/answers/answers-file.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { NeverRead } from './NeverRead.tsx';
import { NoFixedColumns } from './NoFixedColumns.tsx';
import type { Actions, AnswersInHand } from './state.ts';

export interface AnswersColumnsProps {
  readonly answers: AnswersInHand;
  readonly actions: Actions;
}

const GROUP = { key: 'answers', fields: ANSWERS_FIELDS } as const;

export function AnswersColumns({ answers: { source, mapping, isRemembered }, actions }: AnswersColumnsProps) {
  return (
    <>
      <ColumnTable
        group={GROUP}
        source={source}
        mapping={mapping}
        isRemembered={isRemembered}
        of="answers"
        choose={actions.setAnswersColumn}
      />
      <NoFixedColumns source={source} mapping={mapping} choose={actions.setAnswersHomeless} of="answers" />
      <NeverRead source={source} mapping={mapping} of="answers" />
    </>
  );
}
