/** A choice inside a sentence: wraps like words, works as the platform's own select. */
import './inline-select.css';
export interface InlineSelectProps<T extends string> {
  /** Label for screen readers, who do not see the sentence. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly onChange: (value: T) => void;
}

export function InlineSelect<T extends string>({ label, value, options, onChange }: InlineSelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <span className="inline-select">
      <span aria-hidden="true">{chosen?.words ?? value}</span>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const option = options.find((candidate) => candidate.value === event.target.value);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </span>
  );
}
