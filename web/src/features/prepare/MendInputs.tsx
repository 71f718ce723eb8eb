/** What a person can do about one row, or about one value: choose a code, write it again, accept, leave it out. */
import { useRef, useState } from 'react';
import { FIELD_WORDS } from '../../../../server/domain/anonymize/fields.ts';
import { choicesOf, LIVES_THERE } from './choices.ts';
import type { MendAsked, ProblemGroup, ProblemRow } from './protocol.ts';
import { WritingForm } from './WritingForm.tsx';

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
  return <RowChoices group={group} row={row} act={act} />;
}

function RowChoices({ group, row, act }: MendInputsProps) {
  const [isWriting, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (isWriting) {
    const close = () => {
      setWriting(false);
      requestAnimationFrame(() => opener.current?.focus());
    };
    return <WritingForm columns={group.columns} row={row} act={act} close={close} />;
  }
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
      {group.kind === 'mailing_only' ? (
        <LivesThere group={group} row={row} act={act} />
      ) : (
        group.columns.length > 0 && (
          <button ref={opener} type="button" className="link" onClick={() => setWriting(true)}>
            Write it<span className="sr-only"> for line {row.line}</span>
          </button>
        )
      )}
      <button type="button" className="link" onClick={() => void act({ how: 'leave out' })}>
        Leave out<span className="sr-only"> line {row.line}</span>
      </button>
    </div>
  );
}

function LivesThere({ group, row, act }: MendInputsProps) {
  const values = group.columns.map(({ column }) => ({ column, value: LIVES_THERE }));
  return (
    <button type="button" className="link" onClick={() => void act({ how: 'write', values })}>
      The student lives there<span className="sr-only"> on line {row.line}</span>
    </button>
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
