import { basename } from 'node:path';
import { Command } from 'commander';
import { FEW_HOUSEHOLDS, KEPT_WITHOUT, type RowProblem } from '../../domain/anonymize/index.ts';
import { dayOf } from '../../domain/day.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import { type GeocodeFlags, geocodeOptions } from '../geocode/index.ts';
import { type Anonymized, anonymizeFile } from './anonymize.ts';
import type { AnswersFlags } from './answers.ts';
import { anonymizeErrors } from './errors.ts';
import { type KeyFlags, withKey } from './key.ts';
import { locatedSaid, problemsSaid } from './report.ts';

interface Flags extends AnswersFlags, GeocodeFlags, KeyFlags {
  out?: string;
  columns?: string;
  headerLine?: number;
  residence?: string;
  report?: string;
  acceptSuggestions?: true;
  leaveOutBadRows?: true;
  manyInOnePlace?: true;
}

export function anonymizeCommand(progress: Progress): Command {
  const command = new Command('anonymize')
    .description('turn a district’s export into a file without names, addresses or coordinates, on this computer')
    .argument('<export>', 'CSV, text or Excel workbook (.xlsx) from the student information system')
    .requiredOption('--district <id>', 'the district’s LEAID, seven digits')
    .option('--key <file>', 'the district’s key (default: gapmap-key-<id>.json)')
    .option('--new-key', 'make the key: for a district’s first file')
    .option('--out <file>', 'where to write (default: gapmap-<id>.csv)')
    .option('--columns <pairs>', 'correct the guess: student_id=Pupil Nr,latitude=#7; empty to read no such column')
    .option(
      '--residence <pairs>',
      'what codes of address types and homelessness mean: DU=none,F=home; none is counted without a place',
    )
    .option('--header-line <line>', 'the line that names the columns, where another is taken for it', lineNumber)
    .option('--answers <file>', 'a form’s answers in a file of their own, joined to the export by student number')
    .option('--answers-columns <pairs>', 'correct the guess for the answers: student_id=Pupil Nr,internet_access=#4')
    .option('--answers-header-line <line>', 'the line of the answers that names the columns', lineNumber)
    .option('--unjoined <file.csv>', 'list answers without a student and students without an answer, by line')
    .option('--report <file.csv>', 'write one row for each problem: line, column, what was found, what to do')
    .option(
      '--accept-suggestions',
      'mend what is plain: coordinates swapped, a lost minus sign, grades and answers in other words',
    )
    .option('--leave-out-bad-rows', 'go on even when more than one row in five cannot be used')
    .option(
      '--many-in-one-place',
      'it is right that half of the students live in one place, such as a tower or dormitory',
    );
  return geocodeOptions(command).action(async (path: string, flags: Flags) => {
    const today = dayOf(new Date());
    const out = flags.out ?? `gapmap-${flags.district}.csv`;
    const done = await withKey(flags, today, progress, (key) =>
      anonymizeFile({ ...flags, geocode: flags, path, key, out, today }, progress),
    );
    for (const line of summary(done, basename(out))) progress.print(line);
  });
}

/** @throws Refusal anonymize.header-line */
function lineNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw anonymizeErrors.headerLine();
  return Number(text);
}

function summary({ counts, problems, names, joined, sparse, tellsResidence }: Anonymized, file: string): Phrase[] {
  const { students, withAnswers: answered, noFixedResidence, strayLines, blankLines, badRows: bad } = counts;
  const said = [
    phrase('anonymize.written', { file, students, answered, noFixedResidence }),
    phrase('anonymize.sparse', { ...sparse, few: FEW_HOUSEHOLDS }),
    ...joined,
  ];
  if (!tellsResidence) said.push(phrase('anonymize.no-residence'));
  if (counts.repeated > 0) said.push(phrase('anonymize.repeated', { rows: counts.repeated }));
  if (strayLines > 0) said.push(phrase('anonymize.stray', { strayLines }));
  if (blankLines > 0) said.push(phrase('anonymize.blank', { blankLines }));
  if (counts.mailing > 0) said.push(phrase('anonymize.mailing', { addressCount: counts.mailing }));
  said.push(...locatedSaid(counts.located));
  const of = (chosen: readonly RowProblem[]) => problemsSaid(chosen, names);
  const unread = problems.filter(({ kind }) => KEPT_WITHOUT.has(kind));
  const leftOut = problems.filter(({ kind }) => !KEPT_WITHOUT.has(kind));
  if (bad > 0) said.push(phrase('anonymize.left-out', { bad, lines: of(leftOut) }));
  if (unread.length > 0) said.push(phrase('anonymize.kept-without', { lines: of(unread) }));
  const plain = problems.filter(({ suggestion }) => suggestion).length;
  if (plain > 0) said.push(phrase('anonymize.plain', { rows: plain }));
  return said;
}
