/** Input to rewrite the values of one row. Escape cancels. */

import type { Field } from '../../../../server/domain/anonymize/fields.ts';
import { Said } from '../../ui/Said.tsx';
import type { MendAsked, MendColumn, ProblemRow } from './protocol.ts';
import { usePrepareMessages } from './use-messages.ts';

export interface WritingFormProps {
  readonly columns: readonly MendColumn[];
  readonly row: ProblemRow;
  readonly act: (mend: MendAsked) => Promise<void>;
  readonly close: () => void;
}

export function WritingForm({ columns, row, act, close }: WritingFormProps) {
  const { problems: words, fields } = usePrepareMessages();
  return (
    <form
      className="mend"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const values = columns.map(({ column }) => ({ column, value: String(form.get(String(column)) ?? '') }));
        void act({ how: 'write', values }).then(close);
      }}
    >
      {columns.map(({ column, field }, i) => (
        <input
          key={column}
          name={String(column)}
          className="cell-select"
          size={WIDTHS[field] ?? 14}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus={i === 0}
          aria-label={words.forLine({ name: fields[field].name, line: row.line })}
          placeholder={fields[field].name}
          defaultValue={row.values[i]?.value ?? ''}
        />
      ))}
      <button type="submit" className="button">
        {words.keep}
      </button>
      <button type="button" className="link" onClick={close}>
        <Said message={words.cancel(row)} parts={{ hidden: (inner) => <span className="sr-only">{inner}</span> }} />
      </button>
    </form>
  );
}

const WIDTHS: Partial<Record<Field, number>> = { latitude: 9, longitude: 10, address: 24 };
