/**
 * Proves a release in two phases: for everybody, a res-5 hex a step; then for each district, which knows its own students, the
 * groups of others'. Steps of one phase are independent: hiding a number never takes a witness away.
 */
import type { Highs } from 'highs';
import { listAt } from '../../lists.ts';
import { type GroupFinder, groupFinder, groupKey, type Pair } from './groups.ts';
import type { ProgramsInput } from './input.ts';
import { type Asked, type Proof, prove } from './prove.ts';
import { type State, stateOf } from './state.ts';

/** A res-5 hex, or in the second phase a district, by number. */
export type Step = { readonly hex: number } | { readonly district: number };

export interface Proven {
  readonly hidden: readonly number[];
  readonly escaped: Proof['escaped'];
}

/** The steps of both phases, the longest first. */
export function stepsOf({ hex5, students: { district } }: ProgramsInput): readonly (readonly Step[])[] {
  const hexes = mostFirst(hex5);
  const districts = mostFirst(district);
  return [hexes.map((hex) => ({ hex })), districts.length > 1 ? districts.map((one) => ({ district: one })) : []];
}

/** The distinct numbers, those that occur most often first. */
function mostFirst(numbers: Int32Array): number[] {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort(([a, many], [b, more]) => more - many || a - b).map(([number]) => number);
}

export class Programs {
  readonly #highs: Highs;
  readonly #state: State;
  readonly #everybodys: GroupFinder;
  #pairs: Map<number, Pair[]> | undefined;

  constructor(highs: Highs, input: ProgramsInput) {
    this.#highs = highs;
    this.#state = stateOf(input);
    this.#everybodys = groupFinder(this.#state, {});
  }

  /**
   * @param hidden positions of numbers that earlier phases hide
   * @param escaped what they say of groups that took a witness beyond their hex
   * @throws ProgramsFailed
   */
  run(step: Step, hidden: ReadonlySet<number>, escaped: Proof['escaped']): Proven {
    if ('hex' in step) {
      this.#pairs ??= this.#everybodys.pairsByHex(Array(this.#state.input.sets.count).keys(), () => true);
      const groups = (this.#pairs.get(step.hex) ?? []).map(this.#everybodys.groupsOf);
      return this.#prove({ hex: step.hex, attacker: {}, groups, hidden, farther: new Map() });
    }
    const { district } = step;
    const own = escaped.filter(({ districts }) => districts.includes(district));
    const farther = new Map(own.map((one) => [groupKey(this.#state, one), one.patches]));
    const found = new Set(hidden);
    const finder = groupFinder(this.#state, step);
    for (const [hex, pairs] of this.#pairsOf(finder, district, own)) {
      const groups = pairs.map(finder.groupsOf);
      const proof = this.#prove({ hex, attacker: step, groups, hidden: found, farther });
      for (const position of proof.hidden) found.add(position);
    }
    return { hidden: [...found].filter((position) => !hidden.has(position)), escaped: [] };
  }

  /**
   * Groups of other districts' students that share a hex or a set with the district's own, or whose witness for everybody changes some
   * of those. Looks only through sets that hold such students: with all sets, time grew with the square of the state's size.
   */
  #pairsOf(finder: GroupFinder, district: number, escaped: Proof['escaped']): Map<number, Pair[]> {
    const { patchesOf, setsOf, districtsOf, input } = this.#state;
    const livesIn = (hex: number) => listAt(districtsOf, hex).includes(district);
    const farther = new Set(escaped.map((one) => groupKey(this.#state, one)));
    const hexes = Array.from(districtsOf.starts.keys()).filter(livesIn);
    const patches = [
      ...hexes.flatMap((hex) => [...listAt(patchesOf, hex)]),
      ...escaped.flatMap(({ outer }) => [...listAt(input.sets.members, outer).subarray(0, 1)]),
    ];
    const near = new Set(patches.flatMap((patch) => [...listAt(setsOf, patch)]));
    return finder.pairsByHex(
      [...near].sort((a, b) => a - b),
      ({ hex, outer, inner, isMixed }) =>
        isMixed || livesIn(hex) || farther.has(groupKey(this.#state, { outer, inner })),
    );
  }

  #prove(asked: Asked): Proof {
    if (asked.groups.length === 0) return { hidden: [], escaped: [] };
    return prove(this.#highs, this.#state, asked);
  }
}
