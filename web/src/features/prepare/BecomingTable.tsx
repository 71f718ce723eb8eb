import type { Becoming } from './becoming.ts';

export interface BecomingTableProps {
  readonly caption: string;
  /** Above the first column: whose columns they are, where there are two files. @default your columns */
  readonly heading?: string;
  readonly columns: readonly Becoming[];
}

/** What became of each column of a file. */
export function BecomingTable({ caption, heading = 'Your column', columns }: BecomingTableProps) {
  return (
    <table className="becoming">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">In the file that leaves</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, becomes, isRead }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
          <tr key={i}>
            <th scope="row" className="from-file">
              {name}
            </th>
            <td>{isRead ? becomes : <span className="note">{becomes}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
