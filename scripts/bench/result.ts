/** The result of a bench and its display. Each `scripts/bench/<name>/bench.ts` exports `run(): Promise<BenchResult[]>`. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  /** "x" for ratios, else the unit of the value: "s", "MB", "kB", "ms". */
  readonly unit: string;
  /** The limit to meet; an empty bar marks a figure kept for the record. */
  readonly bar: { readonly atLeast?: number; readonly atMost?: number };
  /** Figures behind the value, and the size of the input. */
  readonly detail: string;
}

export function meetsBar({ value, bar }: BenchResult): boolean {
  return value >= (bar.atLeast ?? -Infinity) && value <= (bar.atMost ?? Infinity);
}

/** @returns NaN for no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export type Contender = () => unknown | Promise<unknown>;

/**
 * Median milliseconds of each contender. They take turns, because on a busy machine figures from two moments differ by a
 * factor of two; the first turns are discarded, by which each is warm.
 */
export async function interleaved<Name extends string>(
  contenders: Record<Name, Contender>,
  turns: number,
  discarded = 1,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = -discarded; turn < turns; turn++) {
    for (const name of names) {
      const startedAt = performance.now();
      await contenders[name]();
      if (turn >= 0) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

/** The table `npm run bench` prints. */
export function benchTable(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.name,
    `${formatted(result.value)} ${result.unit}`,
    barText(result),
    meetsBar(result) ? 'ok' : 'MISSED',
    result.detail,
  ]);
  const header = ['what', 'value', 'bar', '', 'detail'];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (column === header.length - 1 ? 0 : (row[column] ?? '').length))),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function barText({ bar, unit }: BenchResult): string {
  const parts: string[] = [];
  if (bar.atLeast !== undefined) parts.push(`>= ${bar.atLeast}`);
  if (bar.atMost !== undefined) parts.push(`<= ${bar.atMost}`);
  return parts.length === 0 ? '(recorded)' : `${parts.join(', ')} ${unit}`;
}

function formatted(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
