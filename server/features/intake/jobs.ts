import { statSync, writeFileSync } from 'node:fs';
import type { Deps } from '../../deps.ts';
import { stateOfLeaId } from '../../domain/actor.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { isManyInOnePlace, saidOf } from '../../domain/survey/quality.ts';
import type { Progress } from '../../platform/progress.ts';
import { readerOn } from '../../platform/reader.ts';
import { collectionName } from './collections.ts';
import { dataKey } from './data-key.ts';
import { intakeErrors } from './errors.ts';
import { type CountedFile, counted } from './facts.ts';
import { type CheckedFile, checkFile, isRefused, type RefusedFile } from './file-check.ts';
import { csvFilesAt } from './files.ts';
import { rekeyWith } from './pseudonym.ts';
import { findingsSaid, reportCsv } from './report.ts';
import { holdCollection, removeUploads, uploadsOf, writeUploads } from './uploads.ts';

export interface HomesImport {
  /** CSV files, or folders of them. */
  readonly paths: readonly string[];
  /** The collection, for example "fall 2026". */
  readonly collection: string;
  /** Synthetic homes; everything derived from them is marked so. */
  readonly synthetic?: boolean;
  /** Path of the report to write as CSV, one row per bad row. */
  readonly reportPath?: string;
  /** Further columns to skip. */
  readonly ignoreColumns?: readonly string[];
  /** Refuse, not just note, that half of a district's homes or more lie in one cell or at schools: somebody must confirm it. */
  readonly refuseOneCell?: boolean;
}

export interface ImportedFile {
  readonly name: string;
  /** False: the same bytes were loaded before, and nothing changed. */
  readonly changed: boolean;
  readonly homes: number;
  readonly districts: readonly string[];
  readonly findings: number;
}

/**
 * Imports homes: checks all files first, then stores all in one transaction, or nothing. A district's upload replaces all
 * that it sent for the collection before; the same bytes again change nothing.
 *
 * @throws Refusal when any file is refused: not a table we read, identifying, more than one bad row in five, or half of a
 *   district's homes in one cell or at schools without confirmation
 */
export async function importHomes(deps: Deps, options: HomesImport, progress: Progress): Promise<ImportedFile[]> {
  const collection = collectionName(options.collection);
  if (collection === '' || collection.length > 80) throw intakeErrors.collectionName();

  const checked = await checkFiles(deps, options, progress);
  refuseDistrictTwice(checked);
  const reader = readerOn(deps.db, { role: 'intake' });
  const files: CountedFile[] = [];
  for (const file of checked) files.push(await counted(reader, file));

  const step = progress.begin(phrase('step.homes-stored', { collection }));
  const imported = await deps.db.as({ role: 'intake' }, async (tx) => {
    const results: ImportedFile[] = [];
    for (const [stateFips, own] of byState(files)) {
      const { id: collectionId, ...held } = await holdCollection(tx, { name: collection, stateFips });
      // Everything sent to a practice collection is synthetic.
      const synthetic = held.synthetic || (options.synthetic ?? false);
      const before = await uploadsOf(tx, collectionId, own.flatMap(leaIdsIn));
      const beforeOf = (file: CheckedFile) => before.filter(({ lea_id }) => leaIdsIn(file).includes(lea_id));
      const isKnown = (file: CheckedFile) =>
        beforeOf(file).length === file.districts.length &&
        beforeOf(file).every((upload) => upload.sha256 === file.sha256 && upload.synthetic === synthetic);
      const fresh = own.filter((file) => !isKnown(file));
      if (fresh.length > 0) await removeUploads(tx, collectionId, fresh.flatMap(leaIdsIn));
      const warnings = fresh.length > 0 ? await writeUploads(tx, collectionId, fresh, synthetic) : [];
      const asked = warnings.filter(({ warning }) => isManyInOnePlace(warning));
      if (asked.length > 0 && options.refuseOneCell)
        throw intakeErrors.oneCell(
          asked.map(({ leaId, warning }) => phrase('warning.of-district', { leaId, found: saidOf(warning) })),
        );
      for (const { file, leaId, warning } of warnings)
        step.note(phrase('homes.ask-district', { file: file.name, leaId, found: saidOf(warning) }));
      for (const file of fresh)
        for (const upload of beforeOf(file))
          step.note(phrase('homes.replaced', { file: file.name, homes: upload.row_count, leaId: upload.lea_id }));
      for (const file of own)
        results.push({
          name: file.name,
          changed: fresh.includes(file),
          homes: file.homes.count,
          districts: leaIdsIn(file),
          findings: file.findings.length,
        });
    }
    return results;
  });
  const changed = imported.filter((file) => file.changed);
  step.done(
    changed.length === 0
      ? phrase('done.homes-stored/unchanged')
      : phrase('done.homes-stored', {
          homes: sum(changed.map((file) => file.homes)),
          districtCount: sum(changed.map((file) => file.districts.length)),
          knownCount: imported.length - changed.length,
        }),
  );
  return imported;
}

async function checkFiles(deps: Deps, options: HomesImport, progress: Progress): Promise<CheckedFile[]> {
  const paths = csvFilesAt(options.paths);
  const rekey = rekeyWith(await dataKey(deps));
  const step = progress.begin(phrase('step.homes-checked'), sum(paths.map((path) => statSync(path).size)));
  const files: (CheckedFile | RefusedFile)[] = [];
  for (const path of paths) {
    const file = await checkFile(path, { rekey, ignoreColumns: options.ignoreColumns ?? [] }, step);
    files.push(file);
    if (isRefused(file)) continue;
    for (const said of [...file.notes, ...findingsSaid(file.findings)])
      step.note(phrase('homes.of-file', { file: file.name, said }));
  }
  if (options.reportPath !== undefined) writeFileSync(options.reportPath, reportCsv(files));
  const refused = files.filter(isRefused);
  const findings = sum(files.map((file) => file.findings.length));
  step.done(
    phrase('done.homes-checked', {
      fileCount: files.length,
      refusedCount: refused.length,
      bad: findings,
      report: options.reportPath,
    }),
  );
  const [first, ...others] = refused;
  if (first && others.length === 0) throw first.refusal;
  if (first) throw intakeErrors.files(refused.map((file) => file.refusal));
  return files.filter((file): file is CheckedFile => !isRefused(file));
}

/**
 * The files of each state. States are sorted, so that two imports lock collections in the same order.
 *
 * @throws Refusal homes.several-states
 */
function byState(files: readonly CountedFile[]): [stateFips: string, files: CountedFile[]][] {
  const stateOf = (file: CountedFile) => {
    const [stateFips = '', ...others] = [...new Set(leaIdsIn(file).map(stateOfLeaId))].sort();
    if (others.length > 0) throw intakeErrors.severalStates(file.name, [stateFips, ...others]);
    return stateFips;
  };
  return [...Map.groupBy(files, stateOf)]
    .filter(([stateFips]) => stateFips !== '')
    .sort(([a], [b]) => Number(a) - Number(b));
}

function leaIdsIn({ districts }: CheckedFile): string[] {
  return districts.map(({ leaId }) => leaId);
}

function refuseDistrictTwice(files: readonly CheckedFile[]): void {
  const fileOf = new Map<string, string>();
  for (const { name, districts } of files)
    for (const { leaId } of districts) {
      const other = fileOf.get(leaId);
      if (other !== undefined) throw intakeErrors.districtTwice(leaId, other, name);
      fileOf.set(leaId, name);
    }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
