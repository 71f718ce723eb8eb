/** Where a person writes again what one row should say. Escape leaves it as it was. */
import { FIELD_WORDS, type Field } from '../../../../server/domain/anonymize/fields.ts';
import type { MendAsked, MendColumn, ProblemRow } from './protocol.ts';

export interface WritingFormProps {
  readonly columns: readonly MendColumn[];
  readonly row: ProblemRow;
  readonly act: (mend: MendAsked) => Promise<void>;
  readonly close: () => void;
}

export function WritingForm({ columns, row, act, close }: WritingFormProps) {
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
          aria-label={`${FIELD_WORDS[field].name} for line ${row.line}`}
          placeholder={FIELD_WORDS[field].name}
          defaultValue={row.values[i]?.value ?? ''}
        />
      ))}
      <button type="submit" className="button">
        Keep
      </button>
      <button type="button" className="link" onClick={close}>
        Cancel<span className="sr-only"> writing line {row.line}</span>
      </button>
    </form>
  );
}

const WIDTHS: Partial<Record<Field, number>> = { latitude: 9, longitude: 10, address: 24 };
