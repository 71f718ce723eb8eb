/**
 * Proves a release, step by step: what everybody reads by res-5 hex, then district by district what one that knows its own students
 * could prove of others'. Steps of the same phase are independent of each other: hiding a number never takes a witness away.
 */
import type { Highs } from 'highs';
import { listAt } from '../../lists.ts';
import { type Groups, groupsByHex } from './groups.ts';
import type { ProgramsInput } from './input.ts';
import { type Proof, prove } from './prove.ts';
import { type State, stateOf } from './state.ts';

/** A res-5 hex, or in the second phase a district, by number. */
export type Step = { readonly hex: number } | { readonly district: number };

export interface Proven {
  readonly hidden: readonly number[];
  readonly escaped: Proof['escaped'];
}

/** The steps of both phases, the longest first. */
export function stepsOf({ hex5, students: { district } }: ProgramsInput): readonly (readonly Step[])[] {
  const patches = new Map<number, number>();
  for (const hex of hex5) patches.set(hex, (patches.get(hex) ?? 0) + 1);
  const hexes = [...patches].sort(([a, many], [b, more]) => more - many || a - b);
  const districts = [...new Set(district)].sort((a, b) => a - b);
  return [hexes.map(([hex]) => ({ hex })), districts.length > 1 ? districts.map((one) => ({ district: one })) : []];
}

export class Programs {
  readonly #highs: Highs;
  readonly #state: State;
  #groups: Map<number, Groups[]> | undefined;

  constructor(highs: Highs, input: ProgramsInput) {
    this.#highs = highs;
    this.#state = stateOf(input);
  }

  /**
   * @param hidden positions of numbers that earlier phases hide
   * @param escaped what they say of groups that took a witness beyond their hex
   * @throws ProgramsFailed
   */
  run(step: Step, hidden: ReadonlySet<number>, escaped: Proof['escaped']): Proven {
    if ('hex' in step) {
      this.#groups ??= groupsByHex(this.#state, {}, () => true);
      return this.#prove(step.hex, {}, this.#groups.get(step.hex) ?? [], hidden);
    }
    const found = { hidden: new Set(hidden), escaped: [] as Proof['escaped'][number][] };
    for (const [hex, groups] of this.#groupsOf(step.district, escaped)) {
      const proof = this.#prove(hex, step, groups, found.hidden);
      for (const position of proof.hidden) found.hidden.add(position);
    }
    return { hidden: [...found.hidden].filter((position) => !hidden.has(position)), escaped: [] };
  }

  /**
   * Of other districts' students: those who live in a hex with the district's own, or who count together with some. A witness for
   * anybody else changes no student of the district.
   */
  #groupsOf(district: number, escaped: Proof['escaped']): Map<number, Groups[]> {
    const { districtsOf, unitsOf, units } = this.#state;
    const livesIn = (hex: number) => listAt(districtsOf, hex).includes(district);
    const isOf = (patch: number) => listAt(unitsOf, patch).some((unit) => units[unit]?.district === district);
    const far = new Set(
      escaped.filter(({ patches }) => patches.some(isOf)).map(({ outer, inner }) => `${outer} ${inner}`),
    );
    return groupsByHex(
      this.#state,
      { district },
      ({ hex, outer, inner, isMixed }) => isMixed || livesIn(hex) || far.has(`${outer} ${inner}`),
    );
  }

  #prove(hex: number, attacker: { district?: number }, groups: readonly Groups[], hidden: ReadonlySet<number>): Proof {
    if (groups.length === 0) return { hidden: [], escaped: [] };
    return prove(this.#highs, this.#state, { hex, attacker, groups, hidden });
  }
}
