/** The rows of a group: who each belongs to, its values, and inputs to correct it or leave it out. */

import { Scroll } from '../../ui/Scroll.tsx';
import { MendInputs } from './MendInputs.tsx';
import type { MendAsked, ProblemGroup, ProblemRow } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';
import { WhatIsWrong } from './WhatIsWrong.tsx';

export interface ProblemTableProps {
  readonly group: ProblemGroup;
  readonly title: string;
  readonly rows: readonly ProblemRow[];
  readonly act: (line: number, mend: MendAsked) => Promise<void>;
}

export function ProblemTable({ group, title, rows, act }: ProblemTableProps) {
  const { problems: words, file } = usePrepareMessages();
  const isByValue = group.kind === 'answer' || group.kind === 'grade';
  const isTold = rows.some(({ found }) => found !== undefined);
  return (
    <Scroll label={words.rowsOf({ title })}>
      <table className="problem-table" data-suggested={group.suggested > 0}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{isByValue ? words.row : words.line}</th>
            {!isByValue && <th scope="col">{words.student}</th>}
            {group.columns.map(({ name, column }) => (
              <th scope="col" key={column} translate="no" className="from-file">
                {name}
              </th>
            ))}
            {isTold && <th scope="col">{words.whatIsWrong}</th>}
            <th scope="col">{words.whatToDo}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-mend={row.mend?.how}>
              <th scope="row" data-label={isByValue ? undefined : words.line}>
                {isByValue ? words.rows(row) : row.line}
              </th>
              {!isByValue && <Who parts={row.who} />}
              {row.values.map(({ name, value }, i) => (
                <td key={group.columns[i]?.column} className="from-file" data-label={name}>
                  {value.trim() === '' ? (
                    <span className="note">{file.blank}</span>
                  ) : (
                    <span translate="no">{value}</span>
                  )}
                </td>
              ))}
              {isTold && <WhatIsWrong row={row} />}
              <td className="what-to-do">
                <MendInputs group={group} row={row} act={(mend) => act(row.line, mend)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Who({ parts }: { readonly parts: readonly string[] }) {
  const { problems } = usePrepareMessages();
  return (
    <td className="from-file who">
      {parts.length === 0 ? (
        <span className="note">{problems.rowDoesNotSay}</span>
      ) : (
        parts.map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: number, grade and address keep their order
          <span key={i} translate="no">
            {part}
          </span>
        ))
      )}
    </td>
  );
}
