import { useId } from 'react';
import { useCatalog } from '../../lib/use-messages.ts';
import { roundMessages } from './messages.ts';
import { type typedTime, UNITS, type Unit } from './settings-form.ts';

type Time = ReturnType<typeof typedTime>;

interface TimeFieldProps {
  readonly label: string;
  readonly time: Time;
  readonly change: (time: Time) => void;
}

/** A span of time: a number and its unit. */
export function TimeField({ label, time, change }: TimeFieldProps) {
  const messages = useCatalog(roundMessages);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="rounds-time">
        <input
          id={id}
          type="number"
          min={0}
          required
          value={time.count}
          onChange={(event) => change({ ...time, count: event.target.value })}
        />
        <select
          aria-label={messages.unitOf({ label })}
          value={time.unit}
          onChange={(event) => change({ ...time, unit: event.target.value as Unit })}
        >
          {(Object.keys(UNITS) as Unit[]).map((unit) => (
            <option key={unit} value={unit}>
              {messages.units[unit]}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
