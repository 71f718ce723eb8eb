/** Linear and integer programs over kinds of student, solved by HiGHS. */
import highs, { type LegacyHighs } from 'highs';

/** Its types say CommonJS, Node loads it as a module: what is imported is the loader itself. */
const loadHighs = highs as unknown as () => Promise<LegacyHighs>;

/** A sum over kinds that lies between two numbers. */
export interface Bounded {
  readonly of: readonly number[];
  readonly least: number;
  readonly most: number;
}

export interface Solved {
  readonly isPossible: boolean;
  readonly least: number;
  readonly most: number;
  readonly programs: number;
}

/**
 * @returns a function that finds the least and most a sum over some kinds can be; whole numbers of students are asked for
 *   only where the plain linear answer is under `narrow`, as they can only narrow it
 */
export async function solver(): Promise<
  (kinds: number, constraints: readonly Bounded[], of: readonly number[], narrow: number) => Solved
> {
  const { solve } = await loadHighs();
  return (kinds, constraints, of, narrow) => {
    const subject = constraints.flatMap((constraint, i) => {
      const sum = sumOf(constraint.of);
      if (constraint.least === constraint.most) return [` e${i}: ${sum} = ${constraint.least}`];
      return [` l${i}: ${sum} >= ${constraint.least}`, ` m${i}: ${sum} <= ${constraint.most}`];
    });
    const names = Array.from({ length: kinds }, (_, kind) => `x${kind}`).join(' ');
    let programs = 0;
    const run = (way: 'Minimize' | 'Maximize', isWhole: boolean): number | undefined => {
      programs++;
      const text = [
        way,
        ` obj: ${sumOf(of)}`,
        'Subject To',
        ...subject,
        ...(isWhole ? ['Generals', ` ${names}`] : []),
        'End',
      ].join('\n');
      const { Status, ObjectiveValue } = solve(text, { output_flag: false, time_limit: 5 });
      return Status === 'Optimal' ? ObjectiveValue : undefined;
    };
    const tolerance = 1e-6;
    const between = (isWhole: boolean) => {
      const low = run('Minimize', isWhole);
      const high = low === undefined ? undefined : run('Maximize', isWhole);
      return low === undefined || high === undefined
        ? undefined
        : { least: Math.ceil(low - tolerance), most: Math.floor(high + tolerance) };
    };
    const loose = between(false);
    if (!loose) return { isPossible: false, least: 0, most: 0, programs };
    const tight = loose.most < narrow ? (between(true) ?? loose) : loose;
    return { isPossible: true, ...tight, programs };
  };
}

function sumOf(kinds: readonly number[]): string {
  return kinds.map((kind) => `x${kind}`).join(' + ');
}
