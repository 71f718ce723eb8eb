import { FINDINGS } from '../../domain/finding.ts';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';
import type { Warning } from '../../domain/survey/quality.ts';
import { type CheckedFile, type Finding as IntakeFinding, isRefused, type RefusedFile } from '../intake/index.ts';
import type { Finding, UploadReport } from './contract-uploads.ts';

/** Limit of stored findings; a file with more has one fault in every row. */
const FINDINGS_KEPT = 10_000;

/** A finding with its phrases, for other languages. */
type KeptFinding = Finding & { readonly said: Phrase; readonly advice: Phrase };

/** A report with the phrases of its notes, for other languages. */
type KeptReport = UploadReport & { readonly notesSaid: readonly Phrase[] };

/** The result of a check, for the district that sent the file. */
export function reportOf(file: CheckedFile | RefusedFile, warnings: readonly Warning[]): KeptReport {
  const findingCounts: Record<string, number> = {};
  for (const { kind } of file.findings) findingCounts[FINDINGS[kind]] = (findingCounts[FINDINGS[kind]] ?? 0) + 1;
  const read = isRefused(file)
    ? { homes: 0, noFixedResidence: 0, notes: [], notesSaid: [] }
    : {
        homes: file.homes.count,
        noFixedResidence: file.unplaced.length,
        notes: file.notes.map((note) => say(phrases, note)),
        notesSaid: file.notes,
      };
  return {
    rows: file.rows,
    ...read,
    findings: file.findings.slice(0, FINDINGS_KEPT).map(findingInWords),
    findingCounts,
    warnings: [...warnings],
  };
}

/** Stored in English, with the phrases for other languages. */
function findingInWords({ line, column, kind, found, advice, leftOut, also }: IntakeFinding): KeptFinding {
  const said = phrase('finding.row', { finding: kind, column, found, also });
  return {
    line,
    column,
    kind: FINDINGS[kind],
    found: say(phrases, found),
    message: say(phrases, said),
    whatToDo: say(phrases, advice),
    leftOut,
    said,
    advice,
  };
}
