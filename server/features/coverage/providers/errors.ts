import { Refusal } from '../../../platform/problem.ts';

const refuse = (code: string, message: string, options?: ErrorOptions) =>
  new Refusal(`providers.${code}`, 422, message, options);

export const providerErrors = {
  notFound: (path: string) => refuse('not-found', `${path}: there is no such file. Check the path and try again.`),
  empty: (file: string) => refuse('empty', `${file}: there is no provider in it. Download the list again.`),
  header: (file: string, missing: readonly string[]) =>
    refuse(
      'header',
      `${file}, line 1: the header has no column ${missing.join(', ')}. Give the FCC provider list as CSV.`,
    ),
  badValue: (file: string, line: number, column: string, value: string, wanted: string) =>
    refuse(
      'bad-value',
      `${file}, line ${line}, column ${column}: found ${value === '' ? 'nothing' : `text of ${value.length} characters`} ` +
        `where ${wanted} was expected. Nothing was loaded. Correct the line or download the list again.`,
    ),
  unreadable: (file: string, line: number, cause: Error) =>
    refuse('unreadable', `${file}, line ${line}: cannot be read as CSV. Download the list again.`, { cause }),
};
