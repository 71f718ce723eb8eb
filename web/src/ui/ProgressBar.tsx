/** How far a long piece of work is, in words too: a bar alone says nothing to those who do not see it. */
export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; undefined while it cannot be known. */
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
