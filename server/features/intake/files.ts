import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { intakeErrors } from './errors.ts';

/**
 * Files named by paths: a file is itself, a folder the CSV files in it, by name.
 *
 * @throws Refusal homes.no-files when a path leads to none
 */
export function csvFilesAt(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    const files = found?.isDirectory()
      ? readdirSync(path)
          .filter((name) => /\.(csv|tsv|txt)$/i.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path];
    if (!found || files.length === 0) throw intakeErrors.noFiles(path);
    return files;
  });
}
