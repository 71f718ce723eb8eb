/** A choice inside a sentence: wraps like words, works as the platform's own select. */
import './inline-select.css';
export interface InlineSelectProps<T extends string> {
  /** Label for screen readers, who do not see the sentence. */
  readonly label: string;
  readonly value: T;
  /** The words of a name are left untranslated. */
  readonly options: readonly { readonly value: T; readonly words: string; readonly isName?: boolean }[];
  readonly onChange: (value: T) => void;
}

export function InlineSelect<T extends string>({ label, value, options, onChange }: InlineSelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <span className="inline-select">
      <span aria-hidden="true" translate={chosen?.isName ? 'no' : undefined}>
        {chosen?.words ?? value}
      </span>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const option = options.find((candidate) => candidate.value === event.target.value);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} translate={option.isName ? 'no' : undefined}>
            {option.words}
          </option>
        ))}
      </select>
    </span>
  );
}
