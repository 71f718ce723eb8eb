/** An export in, an anonymized file out, on this computer and without a database. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import {
  type AnonymizeCounts,
  Anonymizer,
  boundsOfState,
  type DistrictKey,
  fileBytes,
  HEADER_WITHIN,
  headerAt,
  type Mapping,
  notesInWords,
  onePlaceInWords,
  type RowProblem,
  severalValuesAt,
  tellsResidence,
} from '../../domain/anonymize/index.ts';
import type { Progress, Step } from '../../platform/progress.ts';
import { type OpenTable, openTable } from '../../platform/sheet/open.ts';
import { type GeocodeFlags, notFoundLines, placing } from '../geocode/index.ts';
import { mappingInWords, mappingOf } from './columns.ts';
import { anonymizeErrors } from './errors.ts';
import { problemsCsv, problemsInWords } from './report.ts';
import { residencesSaid, unmetResidences } from './residence.ts';

const CHUNK_BYTES = 1 << 20;
const SAMPLE_ROWS = 200;
/** An export with more bad rows than this is not the one that was meant, or its columns are read wrongly. */
const BAD_SHARE = 0.2;

export interface AnonymizeOptions {
  readonly path: string;
  readonly key: DistrictKey;
  readonly out: string;
  readonly columns?: string | undefined;
  /** Physical line of the names of the columns, from 1; undefined: it is looked for. */
  readonly headerLine?: number | undefined;
  /** What address types mean, as in "DU=none,F=home". */
  readonly residence?: string | undefined;
  readonly report?: string | undefined;
  readonly acceptSuggestions?: boolean;
  readonly leaveOutBadRows?: boolean;
  /** That half of the students or more really live in one place. */
  readonly manyInOnePlace?: boolean;
  /** YYYY-MM-DD: homelessness that ended before counts no more. */
  readonly today?: string;
  /** How homes without coordinates are placed by their address. */
  readonly geocode?: GeocodeFlags;
}

export interface Anonymized {
  readonly counts: AnonymizeCounts;
  /** Whether a column tells of students with no fixed residence. */
  readonly tellsResidence: boolean;
  readonly problems: readonly RowProblem[];
}

/**
 * Writes the anonymized file whole or not at all.
 *
 * @throws Refusal anonymize.*, csv.*, sheet.*; AnonymizeError mapping.incomplete
 */
export async function anonymizeFile(options: AnonymizeOptions, progress: Progress): Promise<Anonymized> {
  const { path, key, out } = options;
  if (!existsSync(path)) throw anonymizeErrors.noFile(path);
  const { size } = statSync(path);
  const table = await openTable(() => createReadStream(path, { highWaterMark: CHUNK_BYTES }));
  for (const note of table.notes) progress.print(note);
  const { header, at, mapping } = await headerOf(table, options, progress);
  progress.print(['Columns:', ...mappingInWords(header, mapping)].join('\n'));

  const residences = residencesSaid(options.residence);
  const settings = {
    key,
    residences,
    mapping,
    width: header.length,
    header: { line: at, names: header },
    bounds: boundsOfState(key.leaId),
    today: options.today,
  };
  const anonymizer = await placing(options.geocode ?? {}, progress, async (locate, startOver) => {
    const step = progress.begin('Rows anonymized', size);
    let pass = await fed(new Anonymizer({ ...settings, locate }), table, at, step);
    const mends = options.acceptSuggestions ? pass.problems.flatMap(({ suggestion }) => suggestion ?? []) : [];
    if (mends.length > 0) {
      startOver();
      pass = await fed(new Anonymizer({ ...settings, locate, mends }), table, at, step);
    }
    step.done(`${pass.counts.students} students of ${pass.counts.rows} rows`);
    return { result: pass, notFoundLines: notFoundLines(pass.problems) };
  });
  const { counts, problems } = anonymizer;
  for (const note of notesInWords(anonymizer, mapping)) progress.print(note);
  const unmet = unmetResidences(residences, anonymizer.residences);
  if (unmet > 0) throw anonymizeErrors.residenceUnmet(unmet);

  if (options.report !== undefined) writeFileSync(options.report, problemsCsv(problems, anonymizer.notes));
  if (counts.rows === 0) throw anonymizeErrors.noRows();
  if (counts.badRows > counts.rows * BAD_SHARE && !options.leaveOutBadRows)
    throw anonymizeErrors.tooManyBad(counts.badRows, counts.rows, problemsInWords(problems).slice(0, 5).join(' '));
  const { onePlace } = anonymizer;
  if (onePlace && !options.manyInOnePlace) throw anonymizeErrors.onePlace(onePlaceInWords(onePlace));
  await writeWhole(out, fileBytes(key.leaId, anonymizer.table));
  return { counts, problems, tellsResidence: tellsResidence(mapping) };
}

async function headerOf(
  table: OpenTable,
  { columns, headerLine }: Pick<AnonymizeOptions, 'columns' | 'headerLine'>,
  progress: Progress,
): Promise<{ header: readonly string[]; at: number; mapping: Mapping }> {
  const first: string[][] = [];
  const lines: number[] = [];
  for await (const batch of table.rows()) {
    for (const { line, fields } of batch.slice(0, SAMPLE_ROWS - first.length)) {
      first.push(fields);
      lines.push(line);
    }
    if (first.length >= SAMPLE_ROWS) break;
  }
  const position = headerLine === undefined ? headerAt(first.slice(0, HEADER_WITHIN)) : lines.indexOf(headerLine);
  const header = first[position ?? -1];
  if (position === undefined || !header) throw anonymizeErrors.noHeader(headerLine);
  const passedOver = severalValuesAt(first.slice(0, position));
  if (passedOver !== undefined) progress.print(aboveHeader(lines[position], lines[passedOver]));
  return { header, at: lines[position] ?? 1, mapping: mappingOf(header, first.slice(position + 1), columns) };
}

function aboveHeader(header: number | undefined, above: number | undefined): string {
  return `The names of the columns stand on line ${header}. Line ${above} above it holds several values and is not read. If the names stand there, run again with --header-line ${above}.`;
}

async function fed(anonymizer: Anonymizer, table: OpenTable, headerLine: number, step: Step): Promise<Anonymizer> {
  for await (const batch of table.rows()) {
    let characters = 0;
    for (const { line, fields } of batch) {
      if (line > headerLine) anonymizer.add(fields, line);
      characters += fields.length;
    }
    step.advance(characters);
  }
  anonymizer.finish();
  return anonymizer;
}

/** A file is there whole or not at all. */
export async function writeWhole(out: string, blocks: Iterable<Uint8Array>): Promise<void> {
  const partial = `${out}.partial`;
  try {
    const stream = createWriteStream(partial);
    for (const block of blocks) if (!stream.write(block)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    renameSync(partial, out);
  } finally {
    rmSync(partial, { force: true });
  }
}
