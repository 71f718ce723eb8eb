import { type Becoming, capitalized } from './becoming.ts';
import { nameOf } from './columns.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface BecomingTableProps {
  /** The file of these columns. */
  readonly of: 'export' | 'answers';
  readonly columns: readonly Becoming[];
}

/** The fate of each column of a file. */
export function BecomingTable({ of, columns }: BecomingTableProps) {
  const messages = usePrepareMessages();
  const { leaving, fields } = messages;
  return (
    <table className="becoming">
      <caption className="sr-only">{of === 'export' ? leaving.becomingOfExport : leaving.becomingOfAnswers}</caption>
      <thead>
        <tr>
          <th scope="col">{of === 'export' ? leaving.yourColumn : leaving.columnOfAnswers}</th>
          <th scope="col">{leaving.inTheFile}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, use }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
          <tr key={i}>
            <th scope="row" translate="no" className="from-file">
              {nameOf(messages, column, i)}
            </th>
            <td>{use ? capitalized(fields[use].becomes) : <span className="note">{leaving.notRead}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
