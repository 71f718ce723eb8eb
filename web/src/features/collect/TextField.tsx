import { useId } from 'react';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly note?: string;
  /** What is wrong with the value, and the remedy. */
  readonly fault?: string | undefined;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'numeric';
  readonly list?: readonly string[];
  /** Characters. */
  readonly most?: number;
}

export function TextField({
  label,
  value,
  onChange,
  note,
  fault,
  type = 'text',
  inputMode,
  list,
  most,
}: TextFieldProps) {
  const id = useId();
  const described = [note ? `${id}-note` : '', fault ? `${id}-fault` : ''].filter((part) => part !== '').join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {note && (
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
      )}
      <input
        id={id}
        type={type}
        inputMode={inputMode}
        maxLength={most}
        autoComplete="off"
        list={list ? `${id}-list` : undefined}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => onChange(event.target.value)}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {fault && (
        <p className="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
