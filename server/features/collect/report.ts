import type { Warning } from '../../domain/survey/quality.ts';
import {
  type CheckedFile,
  FINDINGS,
  type Finding as IntakeFinding,
  isRefused,
  type RefusedFile,
} from '../intake/index.ts';
import type { Finding, UploadReport } from './contract-uploads.ts';

/** Findings that are kept; a file with more has one fault in every row. */
const FINDINGS_KEPT = 10_000;

/** What a check found, for the district that sent the file. */
export function reportOf(file: CheckedFile | RefusedFile, warnings: readonly Warning[]): UploadReport {
  const findingCounts: Record<string, number> = {};
  for (const { kind } of file.findings) findingCounts[FINDINGS[kind]] = (findingCounts[FINDINGS[kind]] ?? 0) + 1;
  const read = isRefused(file)
    ? { homes: 0, noFixedResidence: 0, notes: [] }
    : { homes: file.homes.count, noFixedResidence: file.unplaced.length, notes: [...file.notes] };
  return {
    rows: file.rows,
    ...read,
    findings: file.findings.slice(0, FINDINGS_KEPT).map(findingInWords),
    findingCounts,
    warnings: [...warnings],
  };
}

function findingInWords({ line, column, kind, found, advice, leftOut, also }: IntakeFinding): Finding {
  const where = column === '' ? '' : ` in ${column}`;
  const beside = also.length > 0 ? `; also look at ${also.join(', ')}` : '';
  return {
    line,
    column,
    kind: FINDINGS[kind],
    found,
    message: `${FINDINGS[kind]}${where}: ${found}${beside}`,
    whatToDo: advice,
    leftOut,
  };
}
