import type { ProblemKind, RowProblem } from '../../domain/anonymize/index.ts';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { rows } from '../../domain/messages/en/rows.ts';
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import { columnName } from './rows.ts';
import type { DocumentFault } from './students.ts';

/** One line of the report: document, field, what is wrong, what to do; never a value. */
interface Finding {
  readonly line: number;
  readonly column: string;
  readonly what: string;
  readonly found: string;
  readonly advice: string;
}

interface StudentFinding extends Finding {
  /** Undefined for a field of another shape than Ed-Fi says. */
  readonly kind: ProblemKind | undefined;
}

const UNREADABLE = {
  what: 'Field of another shape than Ed-Fi says',
  advice: 'Correct the field in the system that fills the API; it was read as blank.',
};

/** For a resource about homelessness that may not be read; it concerns no document, so its number is 0. */
export function notRead(resource: string): Finding {
  return {
    line: 0,
    column: '',
    what: `The client may not read ${resource}, or the API has none`,
    found: resource,
    advice:
      'Students whom only it calls homeless are not told apart and leave with a place. Ask who runs the API for a claim set that reads it.',
  };
}

export function findingsOf(problems: readonly RowProblem[], faults: readonly DocumentFault[]): StudentFinding[] {
  return [
    ...problems.map(({ line, kind, column, found }) => ({
      kind,
      line,
      column: columnName(column),
      what: rows.problems[kind].name,
      found: found ? say(phrases, found) : '',
      advice: rows.problems[kind].advice,
    })),
    ...faults.map(({ line, field, found }) => ({ kind: undefined, line, column: field, found, ...UNREADABLE })),
  ].sort((a, b) => a.line - b.line);
}

/** "12 x Address not found among the address points", most frequent first. */
export function findingsSaid(findings: readonly StudentFinding[]): Phrase[] {
  const counts = new Map<StudentFinding['kind'], number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([problemFound, rows]) =>
      problemFound === undefined ? phrase('edfi.fault/field', { rows }) : phrase('edfi.fault', { rows, problemFound }),
    );
}

/** @param idOf the Ed-Fi id of a document by its number, with which the API's operators find it */
export function reportCsv(findings: readonly Finding[], idOf: (line: number) => string): string {
  const lines = findings.map(({ line, column, what, found, advice }) =>
    csvLine([line, idOf(line), column, what, found, advice]),
  );
  return csvHeader(['document', 'id', 'field', 'problem', 'found', 'what_to_do']) + lines.join('');
}
