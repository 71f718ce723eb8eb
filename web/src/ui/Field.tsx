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
}

/** A label above its input. */
export function Field({ label, value, change, type = 'text', isNeeded = false, most, lines, note, least }: FieldProps) {
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
          step={type === 'datetime-local' ? 1 : type === 'number' ? 'any' : undefined}
          min={least}
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
