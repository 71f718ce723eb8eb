/** Progress of a long task, in words too: screen readers get nothing from a bar alone. */
export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined when unknown. */
  readonly share: number | undefined;
  /** For example "120,000 of about 200,000 rows". */
  readonly words: string;
}

export function ProgressBar({ label, share, words }: ProgressBarProps) {
  return (
    <div className="progress">
      <progress aria-label={label} max={1} {...(share === undefined ? {} : { value: share })} />
      <p className="note" role="status">
        {words}
      </p>
    </div>
  );
}
