import { useId } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'text' | 'number' | 'date' | 'datetime-local' | 'email' | 'tel';
  readonly isNeeded?: boolean;
  /** Characters. */
  readonly most?: number;
  /** More than one line. */
  readonly lines?: number;
  readonly note?: string;
  readonly least?: number;
  readonly greatest?: number;
  /** Of a number: no part of one. */
  readonly isWhole?: boolean;
}

/** A label above its input. */
export function Field(props: FieldProps) {
  const { label, value, change, type = 'text', isNeeded = false, most, lines, note, least, greatest, isWhole } = props;
  const id = useId();
  const shared = {
    id,
    value,
    required: isNeeded,
    maxLength: most,
    'aria-describedby': note ? `${id}-note` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea {...shared} translate="no" rows={lines} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={type}
          step={type === 'datetime-local' ? 1 : type === 'number' && !isWhole ? 'any' : undefined}
          min={least}
          max={greatest}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {note && (
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
