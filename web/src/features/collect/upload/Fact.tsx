import { grouped } from '../../../lib/counts.ts';

/** A number and what it counts; for a list of facts. */
export function Fact({ words, count }: { readonly words: string; readonly count: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{grouped(count)}</dd>
    </div>
  );
}
