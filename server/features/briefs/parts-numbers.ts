/** The two tables of numbers: what students need, and what their families answered. */

import type { Language } from '../../domain/messages/language.ts';
import { wordingIn } from '../../domain/messages/wording.ts';
import { type Segment, segmentCountKey, segmentsAt } from '../../domain/segments.ts';
import { tierName } from '../../domain/speed.ts';
import { HOME_STATUSES } from '../../domain/survey.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import type { Counts } from '../releases/index.ts';
import type { Brief } from './contract.ts';
import type { BriefFacts } from './gather.ts';
import type { BriefWords } from './words.ts';

export function grouped(count: number, language: Language): string {
  return wordingIn(language).grouped(count);
}

/** A hidden count is words, never zero or blank. */
export function countWords(
  totals: Counts | null,
  key: string,
  { messages, language }: Pick<BriefWords, 'messages' | 'language'>,
): string {
  const count = totals?.counts[key];
  return typeof count === 'number' ? grouped(count, language) : hiddenWords(totals, key, messages);
}

export function hiddenWords(totals: Counts | null, key: string, { brief }: Pick<ServerMessages, 'brief'>): string {
  return totals ? brief.hiddenAs[totals.hidden[key] ?? 'either'] : brief.figure.hidden;
}

export function whyTable({ totals, release, filers }: BriefFacts, words: BriefWords): Brief['why'] {
  const { why } = words.messages.brief;
  const rows = segmentsAt(release.benchmark).map((segment) => {
    const key = segmentCountKey(segment);
    return [segmentName(segment, release, words), countWords(totals, key, words), inHundred(totals, key, why)];
  });
  return {
    title: why.title,
    head: [why.need, why.students, why.share],
    rows: filers.length === 0 ? [] : rows,
    note: filers.length === 0 ? why.noFiling : why.proven,
  };
}

export function segmentName(
  segment: Segment,
  { benchmark }: Pick<BriefFacts['release'], 'benchmark'>,
  { messages }: Pick<BriefWords, 'messages'>,
): string {
  const name = messages.brief.why[segment];
  return typeof name === 'string' ? name : name({ speed: tierName(benchmark) });
}

function inHundred(totals: Counts | null, key: string, why: ServerMessages['brief']['why']): string {
  const count = totals?.counts[key];
  if (typeof count !== 'number' || !totals?.students) return why.unsaid;
  const percent = Math.round((100 * Math.min(count, totals.students)) / totals.students);
  return percent === 0 ? why.underOne : why.percent({ percent });
}

/** Those who lack something first, then those who gave no answer. */
const ANSWERS = [...HOME_STATUSES.filter((status) => status !== 'connected'), 'connected'] as const;

export function answersTable({ totals }: BriefFacts, words: BriefWords): Brief['answers'] {
  const { answers } = words.messages.brief;
  return {
    title: answers.title,
    head: [answers.answer, answers.students],
    rows: ANSWERS.map((status) => [answers[status], countWords(totals, `home.${status}`, words)]),
    note: '',
  };
}
