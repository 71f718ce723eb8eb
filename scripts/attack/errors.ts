/** How far published numbers are from the truth, by family of statistics and level of detail. */
import { STATISTIC_COUNT } from '../../server/domain/counts.ts';
import { STATISTICS } from '../../server/domain/statistic.ts';
import { countedRows } from './counted-rows.ts';
import type { Publication, PublishedRow } from './published.ts';
import { type Truth, trueCount } from './truth.ts';

export interface PublishedError {
  readonly family: string;
  readonly level: string;
  readonly shown: number;
  readonly hidden: number;
  readonly meanAbsolute: number;
  readonly p95Absolute: number;
  /** Mean of the difference: 0 when nothing is biased. */
  readonly bias: number;
}

/** @param publication of the very patches of the truth */
export function publishedErrors(publication: Publication, truth: Truth): PublishedError[] {
  const { audience, patches, state } = publication;
  const levels: { level: string; rows: readonly { row: PublishedRow; members: readonly number[] }[] }[] = [
    { level: 'patch', rows: patches.map((row, i) => ({ row, members: [i] })) },
    ...countedRows(publication),
    { level: 'state', rows: [{ row: state, members: [...patches.keys()] }] },
  ];
  return levels.flatMap(({ level, rows }) => {
    const differences = new Map<string, number[]>();
    const hidden = new Map<string, number>();
    for (const { row, members } of rows)
      for (let statistic = 0; statistic < STATISTIC_COUNT; statistic++) {
        const family = STATISTICS[statistic]?.kind ?? '';
        const look = row.looks[statistic] ?? -1;
        if (look < 0) {
          hidden.set(family, (hidden.get(family) ?? 0) + 1);
          continue;
        }
        const count = members.reduce((sum, patch) => sum + trueCount(truth, audience, patch, statistic), 0);
        const known = differences.get(family);
        if (known) known.push(look - count);
        else differences.set(family, [look - count]);
      }
    return [...new Set([...differences.keys(), ...hidden.keys()])].map((family) => {
      const own = differences.get(family) ?? [];
      const sizes = own.map(Math.abs).sort((a, b) => a - b);
      return {
        family,
        level,
        shown: own.length,
        hidden: hidden.get(family) ?? 0,
        meanAbsolute: mean(sizes),
        p95Absolute: sizes[Math.ceil(sizes.length * 0.95) - 1] ?? 0,
        bias: mean(own),
      };
    });
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
