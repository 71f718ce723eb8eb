import './rates.css';
import type { Rate } from '../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';

/** A share of something as a bar, its number beside it. @param before the same of the collection before */
export function RateBar({ rate, before }: { readonly rate: Rate; readonly before?: Rate | null }) {
  const messages = useCatalog(collectMessages);
  return (
    <span className="rate">
      <span className="rate-track" aria-hidden="true">
        <span className="rate-fill" style={{ inlineSize: `${rate.rate * 100}%` }} />
        {before && <span className="rate-before" style={{ insetInlineStart: `${before.rate * 100}%` }} />}
      </span>
      <span className="rate-words">{messages.rate({ rate })}</span>
    </span>
  );
}
