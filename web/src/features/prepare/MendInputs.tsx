/** What a person can do about one row, or about one value: choose a code, write it again, accept, leave it out. */
import { useState } from 'react';
import { FIELD_WORDS, type Field } from '../../../../server/domain/anonymize/fields.ts';
import { choicesOf } from './choices.ts';
import type { MendAsked, MendColumn, ProblemGroup, ProblemRow } from './protocol.ts';

export interface MendInputsProps {
  readonly group: ProblemGroup;
  readonly row: ProblemRow;
  readonly act: (mend: MendAsked) => Promise<void>;
}

export function MendInputs({ group, row, act }: MendInputsProps) {
  const { mend } = row;
  if (mend?.how === 'leave out')
    return (
      <div className="mend">
        <span>Left out.</span>
        <Undo row={row} act={act} />
      </div>
    );
  if (group.kind === 'answer' || group.kind === 'grade') return <CodeChoice group={group} row={row} act={act} />;
  if (mend?.how === 'write')
    return (
      <div className="mend">
        <span>
          Reads <span className="from-file">{mend.values.map(({ value }) => value).join(', ')}</span>.
        </span>
        <Undo row={row} act={act} />
      </div>
    );
  return (
    <div className="mend">
      {row.suggestion !== undefined && (
        <button type="button" className="button" onClick={() => void act({ how: 'accept' })}>
          <span>
            Accept <span className="from-file">{row.suggestion}</span>
            <span className="sr-only"> on line {row.line}</span>
          </span>
        </button>
      )}
      {group.columns.length > 0 && <Writing columns={group.columns} row={row} act={act} />}
      <button type="button" className="link" onClick={() => void act({ how: 'leave out' })}>
        Leave out<span className="sr-only"> line {row.line}</span>
      </button>
    </div>
  );
}

function Undo({ row, act }: Pick<MendInputsProps, 'row' | 'act'>) {
  return (
    <button type="button" className="link" onClick={() => void act({ how: 'undo' })}>
      Undo<span className="sr-only"> line {row.line}</span>
    </button>
  );
}

function CodeChoice({ group, row, act }: MendInputsProps) {
  const [column] = group.columns;
  if (!column) return null;
  const written = row.mend?.how === 'write' ? row.mend.values[0]?.value : undefined;
  return (
    <select
      className="cell-select"
      aria-label={`What ${FIELD_WORDS[column.field].name} means on line ${row.line} and alike`}
      value={written ?? 'as it is'}
      onChange={({ target: { value } }) =>
        void act(value === 'as it is' ? { how: 'undo' } : { how: 'write', values: [{ column: column.column, value }] })
      }
    >
      <option value="as it is">Keep the row without it</option>
      {choicesOf(column.field).map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface WritingProps extends Pick<MendInputsProps, 'row' | 'act'> {
  readonly columns: readonly MendColumn[];
}

function Writing({ columns, row, act }: WritingProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Write it<span className="sr-only"> for line {row.line}</span>
      </button>
    );
  return (
    <form
      className="mend"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const values = columns.map(({ column }) => ({ column, value: String(form.get(String(column)) ?? '') }));
        setOpen(false);
        void act({ how: 'write', values });
      }}
    >
      {columns.map(({ column, field, name }, i) => (
        <input
          key={column}
          name={String(column)}
          className="cell-select"
          size={WIDTHS[field] ?? 14}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus={i === 0}
          aria-label={`${FIELD_WORDS[field].name} for line ${row.line}`}
          placeholder={FIELD_WORDS[field].name}
          defaultValue={row.values.find((value) => value.name === name)?.value ?? ''}
        />
      ))}
      <button type="submit" className="button">
        Keep
      </button>
    </form>
  );
}

const WIDTHS: Partial<Record<Field, number>> = { latitude: 9, longitude: 10, address: 24 };
