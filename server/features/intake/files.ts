import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { intakeErrors } from './errors.ts';

/**
 * Files at the given paths: a file itself, or the CSV files in a folder, by name.
 *
 * @throws Refusal homes.no-files when a path leads to no file
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
