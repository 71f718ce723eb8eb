import { percent } from './words.ts';

/** A share of something as a bar, its number beside it. @param before the same of the collection before */
export function RateBar({ rate, before }: { readonly rate: number; readonly before?: number | null }) {
  return (
    <span className="rate">
      <span className="rate-track" aria-hidden="true">
        <span className="rate-fill" style={{ inlineSize: `${rate * 100}%` }} />
        {typeof before === 'number' && (
          <span className="rate-before" style={{ insetInlineStart: `${before * 100}%` }} />
        )}
      </span>
      <span className="rate-words">{percent(rate)}</span>
    </span>
  );
}
