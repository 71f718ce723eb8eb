/** Turns an export into an anonymized file, on this computer and without a database. */

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import {
  type AnonymizeCounts,
  Anonymizer,
  boundsOfState,
  type DistrictKey,
  fileBytes,
  Join,
  notesOn,
  type PlacedProblem,
  type SparseHexagons,
  sparseHexagons,
  tellsResidence,
} from '../../domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Progress, Step } from '../../platform/progress.ts';
import { type OpenTable, openTable } from '../../platform/sheet/open.ts';
import { type GeocodeFlags, notFoundLines, placing } from '../geocode/index.ts';
import { type AnswersFlags, joinSaid, readAnswers, refuseUnjoined, refuseWithoutHomes } from './answers.ts';
import { columnsSaid, mappingOf } from './columns.ts';
import { anonymizeErrors } from './errors.ts';
import { headOf } from './head.ts';
import { ENGLISH, problemsCsv, problemsSaid, unjoinedCsv } from './report.ts';
import { residencesSaid, unmetResidences } from './residence.ts';

const CHUNK_BYTES = 1 << 20;
/** An export with a larger share of bad rows is the wrong file, or its columns are misread. */
const BAD_SHARE = 0.2;

export interface AnonymizeOptions extends AnswersFlags {
  readonly path: string;
  readonly key: DistrictKey;
  readonly out: string;
  readonly columns?: string | undefined;
  /** Physical line of the header, from 1; undefined: detected. */
  readonly headerLine?: number | undefined;
  /** Meanings of address types, as in "DU=none,F=home". */
  readonly residence?: string | undefined;
  readonly report?: string | undefined;
  readonly acceptSuggestions?: boolean;
  readonly leaveOutBadRows?: boolean;
  /** Confirms that half of the students or more really live in one place. */
  readonly manyInOnePlace?: boolean;
  /** YYYY-MM-DD: homelessness that ended earlier no longer counts. */
  readonly today?: string;
  /** How addresses place homes without coordinates. */
  readonly geocode?: GeocodeFlags;
}

export interface Anonymized {
  readonly counts: AnonymizeCounts;
  /** Whether a column marks students without a fixed residence. */
  readonly tellsResidence: boolean;
  readonly problems: readonly PlacedProblem[];
  /** Names of all columns, including joined ones. */
  readonly names: readonly string[];
  /** How the answers of another file were joined, line by line. */
  readonly joined: readonly Phrase[];
  readonly sparse: SparseHexagons;
}

/**
 * Writes the anonymized file, whole or not at all.
 *
 * @throws Refusal anonymize.*, csv.*, sheet.*; AnonymizeError mapping.incomplete
 */
export async function anonymizeFile(options: AnonymizeOptions, progress: Progress): Promise<Anonymized> {
  const { path, key, out } = options;
  if (!existsSync(path)) throw anonymizeErrors.noFile(path);
  const { size } = statSync(path);
  const table = await openTable(() => createReadStream(path, { highWaterMark: CHUNK_BYTES }));
  for (const note of table.notes) progress.print(note);
  const { header, at, samples } = await headOf(
    table,
    { headerLine: options.headerLine, flag: '--header-line' },
    progress,
  );
  const own = mappingOf(header, samples, options.columns);
  for (const line of columnsSaid(header, own, 'anonymize.read-as')) progress.print(line);
  const answers = options.answers === undefined ? undefined : await readAnswers(options.answers, options, progress);
  refuseWithoutHomes(own, answers);
  const join = answers && new Join({ names: header, mapping: own }, answers.sheet);
  const { names, mapping } = join ?? { names: header, mapping: own };

  const residences = residencesSaid(options.residence);
  const settings = {
    key,
    residences,
    mapping,
    names,
    width: names.length,
    joined: join?.added ?? 0,
    header: { line: at, names: header },
    bounds: boundsOfState(key.leaId),
    today: options.today,
  };
  const anonymizer = await placing(options.geocode ?? {}, progress, async (locate, startOver) => {
    const step = progress.begin(phrase('step.anonymized'), size);
    let pass = await fed(new Anonymizer({ ...settings, locate }), { table, at, join }, step);
    const mends = options.acceptSuggestions ? pass.problems.flatMap(({ suggestion }) => suggestion ?? []) : [];
    if (mends.length > 0) {
      startOver();
      pass = await fed(new Anonymizer({ ...settings, locate, mends }), { table, at, join }, step);
    }
    const { students, rows } = pass.counts;
    step.done(phrase('done.anonymized', { students, rows }));
    return { result: pass, notFoundLines: notFoundLines(pass.problems) };
  });
  const { counts } = anonymizer;
  const problems = join?.placed(anonymizer.problems) ?? anonymizer.problems;
  const notes = join?.placed(anonymizer.notes) ?? anonymizer.notes;
  for (const note of notesOn({ notes, counts, problems }, mapping)) progress.print(note);
  const unmet = unmetResidences(residences, anonymizer.residences);
  if (unmet > 0) throw anonymizeErrors.residenceUnmet(unmet);

  if (join && answers) refuseUnjoined(join, answers);
  if (join && options.unjoined !== undefined) writeFileSync(options.unjoined, unjoinedCsv(ENGLISH, join.unjoined));
  if (options.report !== undefined) writeFileSync(options.report, problemsCsv(ENGLISH, problems, notes, names));
  if (counts.rows === 0) throw anonymizeErrors.noRows();
  if (counts.badRows > counts.rows * BAD_SHARE && !options.leaveOutBadRows)
    throw anonymizeErrors.tooManyBad(
      counts.badRows,
      counts.rows,
      phrase('anonymize.faults', { lines: problemsSaid(problems, names).slice(0, 5) }),
    );
  const { onePlace } = anonymizer;
  if (onePlace && !options.manyInOnePlace) throw anonymizeErrors.onePlace(phrase('anonymize.in-one-place', onePlace));
  await writeWhole(out, fileBytes(key.leaId, anonymizer.table));
  const joined = join ? joinSaid(join, options.unjoined) : [];
  const sparse = sparseHexagons(anonymizer.table);
  return { counts, problems, names, joined, sparse, tellsResidence: tellsResidence(mapping) };
}

interface Feed {
  readonly table: OpenTable;
  /** Line of the header. */
  readonly at: number;
  readonly join: Join | undefined;
}

async function fed(anonymizer: Anonymizer, { table, at, join }: Feed, step: Step): Promise<Anonymizer> {
  for await (const batch of table.rows()) {
    let characters = 0;
    for (const { line, fields } of batch) {
      if (line > at) anonymizer.add(join?.row(fields, line) ?? fields, line);
      characters += fields.length;
    }
    step.advance(characters);
  }
  anonymizer.finish();
  return anonymizer;
}

/** Writes a file whole or not at all. */
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
