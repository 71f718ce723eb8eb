/** Releases one after the other: which of their numbers may be compared. */
import type { VerdictTier } from './speed.ts';

/**
 * Reasons why numbers that follow from filings differ by method. `benchmark`: another speed counts as enough. `filers`: other
 * publishers filed. `technologies`: the FCC's filings have files of other technologies.
 */
export const BREAKS = ['benchmark', 'filers', 'technologies'] as const;
export type Break = (typeof BREAKS)[number];

export interface Method {
  readonly benchmark: VerdictTier;
  readonly filings: readonly {
    readonly source: string;
    readonly publisher: string;
    readonly title: string;
    readonly technologies: readonly { readonly technology: number }[];
  }[];
}

/** In the order of BREAKS; empty where a line may be drawn. The dates of filings are what a trend is about, and break nothing. */
export function breaksBetween(before: Method, after: Method): Break[] {
  const breaks: Break[] = [];
  if (before.benchmark !== after.benchmark) breaks.push('benchmark');
  if (filersOf(before) !== filersOf(after)) breaks.push('filers');
  else if (technologiesOf(before) !== technologiesOf(after)) breaks.push('technologies');
  return breaks;
}

function filersOf({ filings }: Method): string {
  return JSON.stringify(filings.map(({ source, publisher, title }) => [source, publisher, title].join('\n')).sort());
}

/** A release made before technologies were kept lists none, so they break nothing. */
function technologiesOf({ filings }: Method): string {
  const codes = filings.flatMap(({ technologies }) => technologies.map(({ technology }) => technology));
  return [...new Set(codes)].sort((a, b) => a - b).join();
}
