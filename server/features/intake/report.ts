import { FINDINGS, type FindingKind } from '../../domain/finding.ts';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';

/** What is wrong with one row. Never repeats a value that could identify somebody. */
export interface Finding {
  /** Physical line of the file; the header is line 1. */
  readonly line: number;
  readonly column: string;
  readonly kind: FindingKind;
  /** Described, for example "text of 12 characters". */
  readonly found: Phrase;
  readonly advice: Phrase;
  /** Whether the row was dropped, or loaded without the unreadable answer. */
  readonly leftOut: 'row' | 'answer';
  /** Further unreadable columns of the row. */
  readonly also: readonly string[];
}

/** The report of an import as CSV, one line per bad row. */
export function reportCsv(files: readonly { name: string; findings: readonly Finding[] }[]): string {
  let text = csvHeader(['file', 'line', 'column', 'kind', 'found', 'what to do', 'left out', 'also in']);
  for (const { name, findings } of files)
    for (const { line, column, kind, found, advice, leftOut, also } of findings)
      text += csvLine([
        name,
        line,
        column,
        FINDINGS[kind],
        say(phrases, found),
        say(phrases, advice),
        leftOut,
        also.join(' '),
      ]);
  return text;
}

/** The report in a few lines, most frequent first: "not a cell in cell: 12 rows, the first on line 17". */
export function findingsSaid(findings: readonly Finding[]): Phrase[] {
  const groups = new Map<string, { rows: number; first: Finding }>();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.column}`;
    const group = groups.get(key);
    if (group) group.rows++;
    else groups.set(key, { rows: 1, first: finding });
  }
  return [...groups.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ rows, first: { kind, column, line, found, advice } }) =>
      phrase('finding.group', { finding: kind, column, rows, line, found, advice }),
    );
}

/** Describes a value without repeating it. */
export function described(text: string): Phrase {
  const value = text.trim();
  const { length: characters } = value;
  if (value === '') return phrase('found.nothing');
  if (/^\d+$/.test(value)) return phrase('found.digits', { characters });
  return phrase(/^[0-9a-f]+$/i.test(value) ? 'found.hexadecimal' : 'found.text', { characters });
}
