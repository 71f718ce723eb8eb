/** Mends for one row or one value: choose a code, rewrite it, accept, leave it out. */

import { useRef, useState } from 'react';
import { Said } from '../../ui/Said.tsx';
import { choicesOf, LIVES_THERE } from './choices.ts';
import type { MendAsked, ProblemGroup, ProblemRow } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';
import { WritingForm } from './WritingForm.tsx';

export interface MendInputsProps {
  readonly group: ProblemGroup;
  readonly row: ProblemRow;
  readonly act: (mend: MendAsked) => Promise<void>;
}

export function MendInputs({ group, row, act }: MendInputsProps) {
  const { problems: words } = usePrepareMessages();
  const { mend } = row;
  if (mend?.how === 'leave out')
    return (
      <div className="mend">
        <span>{words.isLeftOut}</span>
        <Undo row={row} act={act} />
      </div>
    );
  if (group.kind === 'answer' || group.kind === 'grade') return <CodeChoice group={group} row={row} act={act} />;
  if (mend?.how === 'write')
    return (
      <div className="mend">
        <span>
          <Said
            message={words.reads}
            parts={{ value: <FromFile text={mend.values.map(({ value }) => value).join(', ')} /> }}
          />
        </span>
        <Undo row={row} act={act} />
      </div>
    );
  return <RowChoices group={group} row={row} act={act} />;
}

function RowChoices({ group, row, act }: MendInputsProps) {
  const { problems: words } = usePrepareMessages();
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
            <Said message={words.accept(row)} parts={{ value: <FromFile text={row.suggestion} />, hidden }} />
          </span>
        </button>
      )}
      {group.kind === 'mailing_only' ? (
        <LivesThere group={group} row={row} act={act} />
      ) : (
        group.columns.length > 0 && (
          <button ref={opener} type="button" className="link" onClick={() => setWriting(true)}>
            <Said message={words.writeIt(row)} parts={{ hidden }} />
          </button>
        )
      )}
      <button type="button" className="link" onClick={() => void act({ how: 'leave out' })}>
        <Said message={words.leaveOut(row)} parts={{ hidden }} />
      </button>
    </div>
  );
}

function LivesThere({ group, row, act }: MendInputsProps) {
  const { problems: words } = usePrepareMessages();
  const values = group.columns.map(({ column }) => ({ column, value: LIVES_THERE }));
  return (
    <button type="button" className="link" onClick={() => void act({ how: 'write', values })}>
      <Said message={words.livesThere(row)} parts={{ hidden }} />
    </button>
  );
}

function Undo({ row, act }: Pick<MendInputsProps, 'row' | 'act'>) {
  const { problems: words } = usePrepareMessages();
  return (
    <button type="button" className="link" onClick={() => void act({ how: 'undo' })}>
      <Said message={words.undo(row)} parts={{ hidden }} />
    </button>
  );
}

function CodeChoice({ group, row, act }: MendInputsProps) {
  const messages = usePrepareMessages();
  const { problems: words, fields } = messages;
  const [column] = group.columns;
  if (!column) return null;
  const written = row.mend?.how === 'write' ? row.mend.values[0]?.value : undefined;
  return (
    <select
      className="cell-select"
      aria-label={words.meansOnLine({ name: fields[column.field].name, line: row.line })}
      value={written ?? 'as it is'}
      onChange={({ target: { value } }) =>
        void act(value === 'as it is' ? { how: 'undo' } : { how: 'write', values: [{ column: column.column, value }] })
      }
    >
      <option value="as it is">{words.keepWithout}</option>
      {choicesOf(messages, column.field).map(({ value, words: of }) => (
        <option key={value} value={value} translate={of === undefined ? 'no' : undefined}>
          {of ?? value}
        </option>
      ))}
    </select>
  );
}

/** Extra words for screen readers, whose users do not see the row. */
const hidden = (words: string) => <span className="sr-only">{words}</span>;

function FromFile({ text }: { readonly text: string }) {
  return (
    <span translate="no" className="from-file">
      {text}
    </span>
  );
}
