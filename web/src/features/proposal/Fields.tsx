/** Fields with their label, each by one value. */
import { useId } from 'react';

interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly put: (value: T) => void;
}

interface NumberFieldProps extends FieldProps<number> {
  readonly most: number;
  readonly least?: number;
  readonly step?: number;
}

export function NumberField({ label, value, put, most, least = 0, step = 1 }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Amount id={id} value={value} put={put} most={most} least={least} step={step} />
    </div>
  );
}

interface AmountProps extends Omit<NumberFieldProps, 'label'> {
  readonly id?: string;
  readonly label?: string;
}

/** An empty field is the least value. */
export function Amount({ id, label, value, put, most, least = 0, step = 1 }: AmountProps) {
  return (
    <input
      id={id}
      aria-label={label}
      type="number"
      inputMode={step === 1 ? 'numeric' : 'decimal'}
      min={least}
      max={most}
      step={step}
      value={value === least ? '' : value}
      placeholder={String(least)}
      onChange={({ target }) => {
        const typed = Number.isNaN(target.valueAsNumber) ? least : target.valueAsNumber;
        put(Math.min(most, Math.max(least, step === 1 ? Math.round(typed) : typed)));
      }}
    />
  );
}

export function TextField({
  label,
  value,
  put,
  type = 'text',
  most = 200,
}: FieldProps<string> & { readonly type?: 'text' | 'email'; readonly most?: number }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} maxLength={most} value={value} onChange={({ target }) => put(target.value)} />
    </div>
  );
}

export function LongField({ label, value, put, most }: FieldProps<string> & { readonly most: number }) {
  const id = useId();
  return (
    <div className="field proposal-long">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        translate="no"
        rows={3}
        maxLength={most}
        value={value}
        onChange={({ target }) => put(target.value)}
      />
    </div>
  );
}

export function DayField({ label, value, put }: FieldProps<string>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={({ target }) => put(target.value)} />
    </div>
  );
}

export function Check({ label, value, put }: FieldProps<boolean>) {
  return (
    <label className="proposal-check">
      <input type="checkbox" checked={value} onChange={({ target }) => put(target.checked)} />
      <span>{label}</span>
    </label>
  );
}
