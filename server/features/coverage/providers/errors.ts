import { Refusal } from '../../../platform/problem.ts';

const refuse = (code: string, message: string, options?: ErrorOptions) =>
  new Refusal(`providers.${code}`, 422, message, options);

export const providerErrors = {
  notFound: (path: string) => refuse('not-found', `${path}: there is no such file. Check the path and try again.`),
  /** What the reader of tables refused, of which file. */
  file: (file: string, { code, status, message }: Refusal) => new Refusal(code, status, `${file}: ${message}`),
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
  shortened: (file: string, line: number, column: string) =>
    refuse(
      'shortened',
      `${file}, line ${line}, column ${column}: a spreadsheet shortened the number (1.3E+05), and its digits are lost. Nothing was loaded. Download the list again and give it as it is, without saving it from a spreadsheet.`,
    ),
  width: (file: string, line: number, values: number, columns: number) =>
    refuse(
      'width',
      `${file}, line ${line}: the line has ${values} values and the header ${columns} columns. Nothing was loaded. Download the list again.`,
    ),
};
