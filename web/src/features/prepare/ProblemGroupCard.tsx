/** Problems of one kind: what is wrong, what to do, and the rows, a page at a time. */
import { useState } from 'react';
import { FIELD_WORDS } from '../../../../server/domain/anonymize/fields.ts';
import { PROBLEMS } from '../../../../server/domain/anonymize/problems.ts';
import { ProblemTable } from './ProblemTable.tsx';
import type { Checked, MendAsked, ProblemGroup } from './protocol.ts';
import { useProblemRows } from './use-problem-rows.ts';
import { counted } from './words.ts';
import type { WorkerClient } from './worker-client.ts';

const PAGE = 10;

export interface ProblemGroupCardProps {
  readonly group: ProblemGroup;
  readonly checked: Checked;
  readonly worker: WorkerClient;
  readonly mend: (group: string, line: number | undefined, mend: MendAsked) => Promise<void>;
}

export function ProblemGroupCard({ group, checked, worker, mend }: ProblemGroupCardProps) {
  const [from, setFrom] = useState(0);
  const [done, setDone] = useState<string>();
  const { rows, total, reload } = useProblemRows(worker, group.id, from, PAGE, checked);
  const { name, advice } = PROBLEMS[group.kind];
  const title = group.kind === 'answer' && group.field ? `${name}: ${FIELD_WORDS[group.field].name}` : name;
  const act = async (line: number | undefined, asked: MendAsked) => {
    await mend(group.id, line, asked);
    reload();
  };
  const all = async (asked: MendAsked, words: string) => {
    await act(undefined, asked);
    setDone(words);
  };
  return (
    <details className="problem-group" name="problems" data-kind={group.kind}>
      <summary>
        <span className="problem-title">{title}</span>{' '}
        <span className="problem-count">{counted(group.rows, 'row')}</span>
      </summary>
      <p>{advice}</p>
      <div className="actions">
        {group.suggested > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => void all({ how: 'accept' }, `${counted(group.suggested, 'suggestion')} accepted.`)}
          >
            Accept all {counted(group.suggested, 'suggestion')}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => void all({ how: 'leave out' }, `${counted(group.rows, 'row')} left out.`)}
        >
          Leave out all {counted(group.rows, 'row')}
        </button>
        {(done !== undefined || rows.some((row) => row.mend)) && (
          <button type="button" className="button quiet" onClick={() => void all({ how: 'undo' }, 'Undone.')}>
            Undo all of these
          </button>
        )}
        <p className="note" role="status">
          {done ?? ''}
        </p>
      </div>
      <ProblemTable group={group} title={title} rows={rows} act={act} />
      {total > PAGE && (
        <div className="actions pager">
          <button type="button" className="button quiet" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
            Earlier
          </button>
          <p className="note" role="status">
            {from + 1} to {Math.min(from + PAGE, total)} of {total}
          </p>
          <button
            type="button"
            className="button quiet"
            disabled={from + PAGE >= total}
            onClick={() => setFrom(from + PAGE)}
          >
            Later
          </button>
        </div>
      )}
    </details>
  );
}
