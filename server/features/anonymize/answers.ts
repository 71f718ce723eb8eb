/** A separate file of form answers, joined to the export on this computer. */

import { createReadStream, existsSync } from 'node:fs';
import {
  AnswerSheet,
  answersFaults,
  guessAnswersMapping,
  guessMapping,
  isAnswersOnly,
  type Join,
  type Mapping,
  tellsHomes,
} from '../../domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import { openTable } from '../../platform/sheet/open.ts';
import { columnsSaid, mappingSaid } from './columns.ts';
import { anonymizeErrors } from './errors.ts';
import { headOf } from './head.ts';

export interface AnswersFlags {
  /** File of the answers. */
  readonly answers?: string | undefined;
  readonly answersColumns?: string | undefined;
  readonly answersHeaderLine?: number | undefined;
  /** Path of the list of answers without a student and students without an answer. */
  readonly unjoined?: string | undefined;
}

export interface ReadAnswers {
  readonly sheet: AnswerSheet;
  /** Whether this file could provide homes: then it may be the export. */
  readonly tellsHomes: boolean;
}

/** @throws Refusal anonymize.no-file, anonymize.no-header, anonymize.columns, anonymize.answers, csv.*, sheet.* */
export async function readAnswers(path: string, flags: AnswersFlags, progress: Progress): Promise<ReadAnswers> {
  if (!existsSync(path)) throw anonymizeErrors.noFile(path);
  const table = await openTable(() => createReadStream(path));
  for (const note of table.notes) progress.print(note);
  const given = { headerLine: flags.answersHeaderLine, flag: '--answers-header-line' } as const;
  const { header, at, samples } = await headOf(table, given, progress);
  const mapping = mappingSaid(header, guessAnswersMapping(header, samples), flags.answersColumns);
  for (const line of columnsSaid(header, mapping, 'anonymize.read-as/answers')) progress.print(line);
  const faults = answersFaults(mapping);
  if (faults.length > 0) throw anonymizeErrors.answers(phrase('anonymize.faults', { lines: faults }));
  const sheet = new AnswerSheet({ names: header, mapping });
  for await (const batch of table.rows()) for (const { line, fields } of batch) if (line > at) sheet.add(fields, line);
  return { sheet, tellsHomes: tellsHomes(guessMapping(header, samples).mapping) };
}

/** @throws Refusal anonymize.answers-only, anonymize.answers-swapped */
export function refuseWithoutHomes(mapping: Mapping, answers: ReadAnswers | undefined): void {
  if (!answers && isAnswersOnly(mapping)) throw anonymizeErrors.answersOnly(mapping.student_id !== undefined);
  if (answers?.tellsHomes && !tellsHomes(mapping)) throw anonymizeErrors.answersSwapped();
}

/** @throws Refusal anonymize.none-joined */
export function refuseUnjoined(join: Join, { sheet }: ReadAnswers): void {
  if (join.joined === 0 && sheet.rows > 0) throw anonymizeErrors.noneJoined(sheet.rows);
}

const LINES_SHOWN = 10;

/** How well the two files match, for the person at the terminal. */
export function joinSaid(join: Join, listedIn: string | undefined): Phrase[] {
  const { unjoined } = join;
  const kinds = Map.groupBy(unjoined, ({ kind }) => kind);
  const lines = [phrase('anonymize.joined', { students: join.joined })];
  for (const [kind, rows] of kinds) {
    lines.push(
      phrase('anonymize.unjoined', {
        rows: rows.length,
        isOfAnswers: rows[0]?.file === 'answers',
        reasonFound: kind,
        onLines: rows.slice(0, LINES_SHOWN).map(({ line }) => line),
        isCut: rows.length > LINES_SHOWN,
      }),
    );
  }
  if (unjoined.length > 0)
    lines.push(
      listedIn === undefined
        ? phrase('anonymize.unjoined-listed/unasked')
        : phrase('anonymize.unjoined-listed', { path: listedIn }),
    );
  return lines;
}
