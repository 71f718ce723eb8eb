/** A district's own call list, on the page where its export is open: nothing of it leaves. */
import { useState } from 'react';
import { Check } from '../../ui/Check.tsx';
import { Message } from '../../ui/Message.tsx';
import { CallTables } from './CallTables.tsx';
import { type CallList, likelyColumns } from './call-list.ts';
import { nameOf } from './columns.ts';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';
import './calls.css';

export function CallsPart({ state: { source, mapping, key }, parts, around: { list: verdicts } }: StepProps) {
  const messages = usePrepareMessages();
  const { calling } = messages;
  const all = source?.opened.columns.map((column, at) => nameOf(messages, column, at)) ?? [];
  const [columns, setColumns] = useState(() => likelyColumns(all, mapping.student_id));
  const [made, setMade] = useState<{ readonly columns: readonly number[]; readonly list: CallList }>();
  const [isFailed, setFailed] = useState(false);
  if (!key) return null;
  const { leaId } = key.key;
  if (verdicts?.leaId !== leaId)
    return (
      <div className="part">
        <h3>{calling.title}</h3>
        <Message title={calling.noVerdicts}>{calling.noVerdictsWhy({ leaId })}</Message>
      </div>
    );
  const make = () => {
    setFailed(false);
    parts.worker.ask('calls', { verdicts, columns }).then(
      (list) => setMade({ columns, list }),
      () => setFailed(true),
    );
  };
  const choose = (column: number, isOn: boolean) =>
    setColumns(isOn ? [...columns, column] : columns.filter((other) => other !== column));
  return (
    <div className="part calls" data-made={made !== undefined}>
      <h3>{calling.title}</h3>
      <p>{calling.lead({ release: verdicts.release.name })}</p>
      <fieldset className="call-columns">
        <legend>{calling.columns}</legend>
        {all.map((name, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may share a name
          <Check key={column} isOn={columns.includes(column)} change={(isOn) => choose(column, isOn)}>
            <span translate="no" className="from-file">
              {name}
            </span>
          </Check>
        ))}
      </fieldset>
      <div className="actions">
        <button type="button" className="button" disabled={columns.length === 0} onClick={make}>
          {made ? calling.makeAgain : calling.make}
        </button>
      </div>
      {isFailed && <Message tone="failed" title={calling.failed} />}
      {made && (
        <CallTables
          key={made.columns.join()}
          list={made.list}
          names={made.columns.map((column) => all[column] ?? '')}
          leaId={leaId}
        />
      )}
    </div>
  );
}
