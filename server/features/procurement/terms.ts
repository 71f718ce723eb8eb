/** What a round asks for, in words. */
import type { ProcurementMessages } from '../../domain/messages/en/procurement.ts';
import type { Criterion, Terms } from '../../domain/round/terms.ts';
import type { PackagedRound } from './read.ts';

type Rows = (readonly [name: string, value: string])[];

/** Only what is said. */
export function termRows(terms: Terms, words: ProcurementMessages): Rows {
  const count = (name: keyof Terms, say: (facts: { count: number }) => string) => {
    const value = terms[name];
    return typeof value === 'number' ? [[words.row[name], say({ count: value })] as const] : [];
  };
  const dollars = ({ count: value }: { count: number }) => words.dollars({ dollars: value });
  const mbps = ({ count: value }: { count: number }) => words.mbps({ mbps: value });
  const day = (name: 'startBy' | 'finishBy') => {
    const value = terms[name];
    return value === null ? [] : [[words.row[name], words.day({ day: value })] as const];
  };
  return [
    ...count('downloadMbps', mbps),
    ...count('uploadMbps', mbps),
    ...count('latencyMs', words.milliseconds),
    ...count('pricePerMonth', dollars),
    ...count('install', dollars),
    ...count('equipmentPerMonth', dollars),
    ...count('dataCapGb', words.gigabytes),
    ...count('termMonths', words.months),
    ...count('lowCostPlan', dollars),
    ...day('startBy'),
    ...day('finishBy'),
    ...(terms.words.trim() === '' ? [] : [[words.row.words, terms.words] as const]),
  ];
}

export function scoringRows(criteria: readonly Criterion[], words: ProcurementMessages): Rows {
  return criteria.map(({ name, weight }) => [name, words.percent({ percent: weight })] as const);
}

/** The terms as plain text, for whoever copies them into a document of their own. */
export function termsText(
  { title, terms, scoring, closesAt, questionsCloseAt }: PackagedRound,
  words: ProcurementMessages,
): string {
  const time = (name: string, at: Date | null): Rows => (at ? [[name, words.time({ at: at.toISOString() })]] : []);
  const part = (heading: string, rows: Rows) =>
    rows.length === 0 ? '' : `${heading}\n${rows.map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n\n`;
  return [
    `${title}\n\n`,
    part(words.dates, [...time(words.row.questions, questionsCloseAt), ...time(words.row.closes, closesAt)]),
    part(words.terms, termRows(terms, words)),
    part(words.scoring, scoringRows(scoring, words)),
  ]
    .join('')
    .replaceAll('\n', '\r\n');
}
