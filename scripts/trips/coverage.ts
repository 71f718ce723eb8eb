/** What V8 saw run: functions by the files they are in, and how often. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Calls of each function, by file. */
export type Calls = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** As V8 writes it. */
export interface Report {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** @param sourceOf file that what begins at an offset of a script comes from */
export function callsOf(
  reports: readonly Report[],
  sourceOf: (url: string, offset: number) => string | undefined,
): Calls {
  const calls: Record<string, Record<string, number>> = {};
  for (const { url, functions } of reports.flatMap(({ result }) => result))
    for (const { functionName, ranges } of functions) {
      const [whole] = ranges;
      // The top level of a module runs where it is loaded, whatever for.
      if (!whole || whole.count === 0 || (functionName === '' && whole.startOffset === 0)) continue;
      const file = sourceOf(url, whole.startOffset);
      if (file === undefined || !/^(server|web\/src)\//.test(file)) continue;
      const name = `${functionName} ${whole.startOffset}-${whole.endOffset}`;
      const own = calls[file] ?? {};
      calls[file] = own;
      own[name] = (own[name] ?? 0) + whole.count;
    }
  return calls;
}

/** @param names reports in a folder of NODE_V8_COVERAGE */
export function callsIn(folder: string, names: readonly string[]): Calls {
  const reports = names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report);
  return callsOf(reports, (url) => (url.startsWith('file:') ? relative(ROOT, fileURLToPath(url)) : undefined));
}

/** Files with a function that ran, and does not run anyway. */
export function filesOf(calls: Calls, anyway: Calls): string[] {
  return filesWhere(calls, (file, name) => anyway[file]?.[name] === undefined);
}

/** Files with a function that ran at least so many times more than before. */
export function filesMore(calls: Calls, before: Calls, times: number): string[] {
  return filesWhere(calls, (file, name, count) => count - (before[file]?.[name] ?? 0) >= times);
}

function filesWhere(calls: Calls, holds: (file: string, name: string, count: number) => boolean): string[] {
  const found = Object.entries(calls).filter(([file, own]) =>
    Object.entries(own).some(([name, count]) => holds(file, name, count)),
  );
  return found.map(([file]) => file);
}
