import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';

/** A number and what it counts; for a list of facts. */
export function Fact({ words, count }: { readonly words: string; readonly count: number }) {
  const messages = useCatalog(collectMessages);
  return (
    <div>
      <dt>{words}</dt>
      <dd>{messages.count({ count })}</dd>
    </div>
  );
}
