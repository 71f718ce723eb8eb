import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { readCsv } from '../../platform/csv/read.ts';
import { Refusal } from '../../platform/problem.ts';
import type { Step } from '../../platform/progress.ts';
import type { Spellings } from './answer-reader.ts';
import { layoutOf } from './columns.ts';
import { intakeErrors } from './errors.ts';
import type { HomesTable } from './homes-table.ts';
import type { Rekey } from './pseudonym.ts';
import { type Finding, findingsSaid } from './report.ts';
import { type District, RowChecker, type UnplacedStudent } from './row-check.ts';

const CHUNK_BYTES = 1 << 20;
/** A file with a larger share of bad rows is the wrong file. */
const BAD_SHARE = 0.2;
const REASONS_SHOWN = 5;

export interface CheckedFile {
  readonly name: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
  readonly homes: HomesTable;
  /** Students without fixed residence: counted, never placed. */
  readonly unplaced: readonly UnplacedStudent[];
  /** `homes.lea` indexes them. */
  readonly districts: readonly District[];
  readonly findings: readonly Finding[];
  /** Notes on the file as a whole, for the person. */
  readonly notes: readonly Phrase[];
  readonly spellings: Spellings;
}

/** A refused file, with the report of its rows as far as there is one. */
export interface RefusedFile {
  readonly name: string;
  /** Rows read so far. */
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly refusal: Refusal;
}

export function isRefused(file: CheckedFile | RefusedFile): file is RefusedFile {
  return 'refusal' in file;
}

export interface CheckOptions {
  readonly rekey: Rekey;
  /** Undefined: nobody can be asked which columns to skip. */
  readonly ignoreColumns?: readonly string[];
}

/** Reads and checks one file of homes to its end; stores nothing. */
export function checkFile(path: string, options: CheckOptions, step: Step): Promise<CheckedFile | RefusedFile> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      step.advance(chunk.length);
      yield chunk;
    }
  }
  return checkChunks(basename(path), chunks(), options);
}

/** The same from any source of bytes. @param name of the file in a refusal */
export async function checkChunks(
  name: string,
  chunks: AsyncIterable<Buffer>,
  options: CheckOptions,
): Promise<CheckedFile | RefusedFile> {
  const digest = createHash('sha256');
  async function* digested(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      digest.update(chunk);
      yield chunk;
    }
  }
  let checker: RowChecker | undefined;
  try {
    for await (const batch of readCsv(digested())) {
      for (const row of batch) {
        if (checker) checker.check(row);
        else checker = new RowChecker(layoutOf(row.fields, options.ignoreColumns), options.rekey);
      }
    }
    if (!checker) throw intakeErrors.noHeader();
    if (checker.rows === 0) throw intakeErrors.noRows();
    refuseIdentifying(checker);
    refuseMostlyBad(checker);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A file that could identify a family gets no row report either.
    const findings = error.code === 'homes.identifying' ? [] : (checker?.findings ?? []);
    return { name, rows: checker?.rows ?? 0, findings, refusal: intakeErrors.file(name, error) };
  }
  const { rows, homes, unplaced, districts, findings, spellings } = checker;
  const notes = notesOn(checker);
  return { name, sha256: digest.digest('hex'), rows, homes, unplaced, districts, findings, spellings, notes };
}

function refuseIdentifying({ identifying }: RowChecker): void {
  if (identifying.size === 0) return;
  throw intakeErrors.identifying(
    [...identifying].map(([column, says]) => phrase('homes.values-look-like', { column, says })),
  );
}

/** Checks the file as a whole, and each district in it: half an upload must not replace a district's good one. */
function refuseMostlyBad({ rows, findings, districts }: RowChecker): void {
  const reasons = () => findingsSaid(findings).slice(0, REASONS_SHOWN);
  if (findings.length > rows * BAD_SHARE) throw intakeErrors.tooManyBad(findings.length, rows, reasons());
  for (const district of districts)
    if (district.badRows > district.rows * BAD_SHARE)
      throw intakeErrors.tooManyBadOf(district.leaId, district.badRows, district.rows, reasons());
}

function notesOn({ paddedLeaIds, contradictions, hasFinerCells }: RowChecker): Phrase[] {
  return [
    ...(paddedLeaIds.size > 0 ? [phrase('note.padded', { count: paddedLeaIds.size })] : []),
    ...(hasFinerCells ? [phrase('note.finer-cells')] : []),
    ...(contradictions > 0 ? [phrase('note.contradictions', { students: contradictions })] : []),
  ];
}
