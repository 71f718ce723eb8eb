import './rates.css';
import type { Rate } from '../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';

/** A share as a bar, with its number. @param before the same share in the previous collection */
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
