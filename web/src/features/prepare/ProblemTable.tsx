/** The rows of a group, each with a place to write what is right, or to leave it out. */
import { Scroll } from '../../ui/Scroll.tsx';
import { MendInputs } from './MendInputs.tsx';
import type { MendAsked, ProblemGroup, ProblemRow } from './protocol.ts';
import { counted } from './words.ts';

export interface ProblemTableProps {
  readonly group: ProblemGroup;
  readonly title: string;
  readonly rows: readonly ProblemRow[];
  readonly act: (line: number, mend: MendAsked) => Promise<void>;
}

export function ProblemTable({ group, title, rows, act }: ProblemTableProps) {
  const names = rows.find(({ values }) => values.length > 0)?.values.map(({ name }) => name) ?? [];
  const isByValue = group.kind === 'answer' || group.kind === 'grade';
  return (
    <Scroll label={`Rows: ${title}`}>
      <table className="problem-table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{isByValue ? 'Rows' : 'Line'}</th>
            {names.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
              <th scope="col" key={i} className="from-file">
                {name}
              </th>
            ))}
            {names.length === 0 && <th scope="col">What is there</th>}
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-mend={row.mend?.how}>
              <th scope="row" data-label={isByValue ? undefined : 'Line'}>
                {isByValue ? counted(row.rows, 'row') : row.line}
              </th>
              {row.values.map(({ value }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row keep their places
                <td key={i} className="from-file" data-label={names[i]}>
                  {value.trim() === '' ? <span className="note">blank</span> : value}
                </td>
              ))}
              {row.values.length === 0 && (
                <td data-label="What is there" colSpan={Math.max(1, names.length)}>
                  {row.found}
                </td>
              )}
              <td>
                <MendInputs group={group} row={row} act={(mend) => act(row.line, mend)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
