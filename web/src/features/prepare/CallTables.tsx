/** The lists of whom to ask, to connect and to equip: on the screen, on paper and as a file on the district's own disk. */
import { useMemo, useState } from 'react';
import { csvHeader, csvLine } from '../../../../server/platform/csv/write.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { CALLS, type Call, type CallList, type CallRow, sorted } from './call-list.ts';
import type { Messages } from './messages.ts';
import { SaveButton } from './SaveButton.tsx';
import { usePrepareMessages } from './use-messages.ts';

/** A browser draws and prints this many without stalling; the file has all. */
const MOST_SHOWN = 1_000;

export interface CallTablesProps {
  readonly list: CallList;
  /** Of the chosen columns. */
  readonly names: readonly string[];
  readonly leaId: string;
}

export function CallTables({ list, names, leaId }: CallTablesProps) {
  const { calling } = usePrepareMessages();
  const [by, setBy] = useState<number | undefined>(0);
  const rows = useMemo(() => sorted(list.rows, by), [list, by]);
  const file = useMemo(() => new Blob([csvOf(calling, rows, names)], { type: 'text/csv' }), [calling, rows, names]);
  const { build, upgrade, check } = list.levers;
  return (
    <>
      <p role="status">{calling.counted({ students: rows.length })}</p>
      <p className="note">{calling.others({ students: build + upgrade + check })}</p>
      {list.noFixedResidence > 0 && <p className="note">{calling.noFixed({ students: list.noFixedResidence })}</p>}
      <div className="actions call-actions">
        <label>
          {calling.sortBy}{' '}
          <select
            className="cell-select"
            value={by ?? ''}
            onChange={(event) => setBy(event.target.value === '' ? undefined : Number(event.target.value))}
          >
            {names.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may share a name
              <option key={at} value={at} translate="no">
                {name}
              </option>
            ))}
            <option value="">{calling.asExported}</option>
          </select>
        </label>
        <button type="button" className="button" onClick={() => print()}>
          {calling.print}
        </button>
        <SaveButton words={calling.save} name={`gapmap-calls-${leaId}.csv`} content={file} />
      </div>
      <p className="note call-warning">{calling.warning}</p>
      {CALLS.map((call) => (
        <CallTable key={call} call={call} rows={rows.filter(({ calls }) => calls.includes(call))} names={names} />
      ))}
    </>
  );
}

interface CallTableProps {
  readonly call: Call;
  readonly rows: readonly CallRow[];
  readonly names: readonly string[];
}

function CallTable({ call, rows, names }: CallTableProps) {
  const { calling } = usePrepareMessages();
  const title = calling.list[call]({ students: rows.length });
  return (
    <section className="call-list" data-call={call}>
      <h4>{title}</h4>
      <p className="note">{calling.why[call]}</p>
      {rows.length > MOST_SHOWN && <p className="note">{calling.firstOnes({ listed: MOST_SHOWN })}</p>}
      {rows.length > 0 && (
        <Scroll label={title}>
          <table>
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col" className="tick">
                  {calling.done}
                </th>
                {names.map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may share a name
                  <th scope="col" key={at} translate="no" className="from-file">
                    {name}
                  </th>
                ))}
                <th scope="col">{calling.said}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_SHOWN).map((row) => (
                <tr key={row.line}>
                  <td className="tick" aria-hidden="true" />
                  {row.values.map((value, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the columns
                    <td key={at} translate="no" className="from-file">
                      {value}
                    </td>
                  ))}
                  <td>{call === 'equip' ? calling.device[row.device] : calling.home[row.home]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function csvOf({ csv, call, home, device }: Messages['calling'], rows: readonly CallRow[], names: readonly string[]) {
  const lines = rows.map((row) =>
    csvLine([
      ...row.values,
      csv.list({ calls: row.calls.map((each) => call[each]) }),
      home[row.home],
      device[row.device],
    ]),
  );
  return csvHeader([...names, csv.calls, csv.home, csv.device]) + lines.join('');
}
