/** Why a list of providers is not loaded. */
export const providerRefusals = {
  'providers.not-found': ({ path }: { path: string }) =>
    `${path}: there is no such file. Check the path and try again.`,
  'providers.file': ({ file, refused }: { file: string; refused: string }) => `${file}: ${refused}`,
  'providers.empty': ({ file }: { file: string }) => `${file}: there is no provider in it. Download the list again.`,
  'providers.header': ({ file, missing }: { file: string; missing: readonly string[] }) =>
    `${file}, line 1: the header has no column ${missing.join(', ')}. Give the FCC provider list as CSV.`,
  'providers.bad-value': ({
    file,
    line,
    column,
    characters,
    wanted,
  }: {
    file: string;
    line: number;
    column: string;
    characters: number;
    wanted: string;
  }) =>
    `${file}, line ${line}, column ${column}: found ${characters === 0 ? 'nothing' : `text of ${characters} characters`} ` +
    `where ${wanted} was expected. Nothing was loaded. Correct the line or download the list again.`,
  'providers.shortened': ({ file, line, column }: { file: string; line: number; column: string }) =>
    `${file}, line ${line}, column ${column}: a spreadsheet shortened the number (1.3E+05), and its digits are lost. Nothing was loaded. Download the list again and give it as it is, without saving it from a spreadsheet.`,
  'providers.width': ({
    file,
    line,
    valueCount,
    columnCount,
  }: {
    file: string;
    line: number;
    valueCount: number;
    columnCount: number;
  }) =>
    `${file}, line ${line}: the line has ${valueCount} values and the header ${columnCount} columns. Nothing was loaded. Download the list again.`,
};
