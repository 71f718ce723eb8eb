/** The rows of a group: whose each is, what it holds, and a place to write what is right or to leave it out. */

import { plural } from '../../lib/counts.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { MendInputs } from './MendInputs.tsx';
import type { MendAsked, ProblemGroup, ProblemRow } from './protocol.ts';
import { WhatIsWrong } from './WhatIsWrong.tsx';

export interface ProblemTableProps {
  readonly group: ProblemGroup;
  readonly title: string;
  readonly rows: readonly ProblemRow[];
  readonly act: (line: number, mend: MendAsked) => Promise<void>;
}

export function ProblemTable({ group, title, rows, act }: ProblemTableProps) {
  const isByValue = group.kind === 'answer' || group.kind === 'grade';
  const isTold = rows.some(({ found }) => found !== undefined);
  return (
    <Scroll label={`Rows: ${title}`}>
      <table className="problem-table" data-suggested={group.suggested > 0}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{isByValue ? 'Rows' : 'Line'}</th>
            {!isByValue && <th scope="col">Student</th>}
            {group.columns.map(({ name, column }) => (
              <th scope="col" key={column} className="from-file">
                {name}
              </th>
            ))}
            {isTold && <th scope="col">What is wrong</th>}
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-mend={row.mend?.how}>
              <th scope="row" data-label={isByValue ? undefined : 'Line'}>
                {isByValue ? plural(row.rows, 'row') : row.line}
              </th>
              {!isByValue && <Who parts={row.who} />}
              {row.values.map(({ name, value }, i) => (
                <td key={group.columns[i]?.column} className="from-file" data-label={name}>
                  {value.trim() === '' ? <span className="note">blank</span> : value}
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
  return (
    <td className="from-file who">
      {parts.length === 0 ? (
        <span className="note">the row does not say</span>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: number, grade and address keep their order
        parts.map((part, i) => <span key={i}>{part}</span>)
      )}
    </td>
  );
}
