/** According to whom, how sure, and what is hidden: the small print of a brief, in sentences. */
import { segmentCountKey, segmentsAt } from '../../domain/segments.ts';
import type { SourceLine } from '../releases/index.ts';
import type { BriefFacts } from './gather.ts';
import { hiddenWords, segmentName } from './parts-numbers.ts';
import type { BriefWords } from './words.ts';

export function sourceLines(facts: BriefFacts, words: BriefWords): string[] {
  const { sources } = words.messages.brief;
  const { release, off, approximated, place } = facts;
  return [
    ...filingLines(facts.sources, words),
    sources.answers({ collection: release.collection_name }),
    sources.release({ release: release.name, releasedAt: release.released_at.toISOString() }),
    off.isMeasured ? sources.off({ students: off.students }) : sources.offMost({ students: off.students }),
    sources.estimate,
    ...(approximated > 0 ? [sources.cut({ percent: approximated })] : []),
    ...hiddenLines(facts, words),
    sources.floors({ fewest: release.floor_students, households: release.floor_households }),
    sources.unplaced,
    ...(place.illustrative ? [sources.illustrative] : []),
  ];
}

/** State filings are many, so they are counted. */
function filingLines(filings: readonly SourceLine[], { messages, commission }: BriefWords): string[] {
  const { sources } = messages.brief;
  const ofState = filings.filter(({ source }) => source === 'puc');
  const newest = ofState
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  return [
    ...filings.filter(({ source }) => source === 'fcc').map((filing) => sources.fcc(filing)),
    ...(newest ? [sources.commission({ filings: ofState.length, commission, asOf: newest })] : []),
  ];
}

function hiddenLines({ totals, release, filers }: BriefFacts, words: BriefWords): string[] {
  const { sources } = words.messages.brief;
  if (!totals) return [];
  const asked = segmentsAt(release.benchmark).filter((segment) => segment === 'connected' || filers.length > 0);
  const pieces = asked.flatMap((segment) => {
    const key = segmentCountKey(segment);
    if (typeof totals.counts[key] === 'number') return [];
    const [what = ''] = segmentName(segment, release, words).split(/[:,]/);
    return [sources.hiddenAs({ what, how: hiddenWords(totals, key, words.messages) })];
  });
  return pieces.length === 0 ? [] : [sources.hidden({ pieces })];
}
