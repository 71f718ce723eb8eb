/** Problems of one kind: what is wrong, what to do, and the rows in pages. */

import { useState } from 'react';
import { GroupActions } from './GroupActions.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import type { Checked, MendAsked, ProblemGroup } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';
import { useProblemRows } from './use-problem-rows.ts';
import type { PrepareWorker } from './worker-client.ts';

const PAGE = 10;

export interface ProblemGroupCardProps {
  readonly group: ProblemGroup;
  readonly checked: Checked;
  /** Rows changed since the check; the worker's answers depend on it. */
  readonly pending: number;
  readonly worker: PrepareWorker;
  readonly mend: (group: string, line: number | undefined, mend: MendAsked) => Promise<void>;
}

export function ProblemGroupCard({ group, checked, pending, worker, mend }: ProblemGroupCardProps) {
  const { problems: words, rows: rowWords, fields } = usePrepareMessages();
  const [wanted, setWanted] = useState(0);
  const { rows, from, total, accepted, leftOut, reload } = useProblemRows(worker, group.id, wanted, PAGE, [
    checked,
    pending,
  ]);
  const { name, advice } = rowWords.problems[group.kind];
  const title =
    group.kind === 'answer' && group.field ? words.titleOf({ problem: name, name: fields[group.field].name }) : name;
  const act = async (line: number | undefined, asked: MendAsked) => {
    await mend(group.id, line, asked);
    reload();
  };
  return (
    <details
      className="problem-group"
      data-kind={group.kind}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.querySelector('summary')?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>
        <span className="problem-title">{title}</span> <span className="problem-count">{words.rows(group)}</span>
      </summary>
      <p>{advice}</p>
      <GroupActions
        group={group}
        accepted={accepted}
        leftOut={leftOut}
        hasMends={rows.some((row) => row.mend)}
        all={(asked) => act(undefined, asked)}
      />
      <ProblemTable group={group} title={title} rows={rows} act={act} />
      {total > PAGE && (
        <div className="actions pager">
          <button type="button" className="button quiet" disabled={from === 0} onClick={() => setWanted(from - PAGE)}>
            {words.earlier}
          </button>
          <p className="note" role="status">
            {words.page({ fromRow: from + 1, toRow: Math.min(from + PAGE, total), rows: total })}
          </p>
          <button
            type="button"
            className="button quiet"
            disabled={from + PAGE >= total}
            onClick={() => setWanted(from + PAGE)}
          >
            {words.later}
          </button>
        </div>
      )}
    </details>
  );
}
