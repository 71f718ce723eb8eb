/** What has been proven: groups of students of which it is certain that there are some, and fewer than the floor. */
import { listAt } from '../../server/domain/lists.ts';
import type { LocalClasses } from '../../server/domain/protect/local.ts';
import { type Catalog, EVERYBODY } from './catalog.ts';
import { areDifferent } from './different.ts';
import { groupsInside, type System } from './system.ts';

export interface Disclosure {
  readonly what: string;
  readonly least: number;
  readonly most: number;
}

export interface Found {
  /** Groups looked at: sets, several together, differences of sets, and what is left of sums. */
  readonly tried: number;
  readonly disclosures: readonly Disclosure[];
  /** Sets of which at most floor - 1 students can be there, perhaps none. */
  readonly few: number;
}

export function disclosedBy(system: System, floor: number): Found {
  const { catalog, groups, sums, least, most, isShown } = system;
  const disclosures: Disclosure[] = [];
  let tried = 0;
  let few = 0;
  const judge = (low: number, high: number, what: () => string) => {
    tried++;
    if (low >= 1 && high < floor && low <= high) disclosures.push({ what: what(), least: low, most: high });
  };
  for (const [group, name] of groups.entries()) {
    const low = least[group] as Int32Array;
    const high = most[group] as Int32Array;
    for (let set = 1; set < catalog.names.length; set++) {
      judge(low[set] as number, high[set] as number, () => `${catalog.names[set]} of ${name}`);
      if ((high[set] as number) < floor) few++;
    }
    for (const [part, whole] of catalog.nested)
      judge(
        Math.max((low[whole] as number) - (high[part] as number), areDifferent(system, [group, part], [group, whole])),
        (high[whole] as number) - (low[part] as number),
        () => `${catalog.names[whole]} without ${catalog.names[part]} of ${name}`,
      );
    for (const split of catalog.splits)
      tried += judgeTogether(low, high, split, floor, (chosen, least, most) =>
        disclosures.push({ what: `${chosen.map((set) => catalog.names[set]).join(', ')} of ${name}`, least, most }),
      );
  }
  for (const { whole, parts } of sums)
    for (let set = EVERYBODY + 1; set < catalog.names.length; set++) {
      let low = (least[whole] as Int32Array)[set] as number;
      let high = (most[whole] as Int32Array)[set] as number;
      let left = 0;
      for (const part of parts) {
        if (isShown[part]?.[set]) {
          low -= (most[part] as Int32Array)[set] as number;
          high -= (least[part] as Int32Array)[set] as number;
        } else left++;
      }
      if (left > 0 && left < parts.length)
        judge(low, high, () => `${catalog.names[set]} of what ${groups[whole]} shows no number of`);
    }
  tried += judgeAreas(system, floor, disclosures);
  tried += judgeLocal(system, floor, disclosures);
  tried += judgeWithin(system, floor, disclosures);
  return { tried, disclosures, few };
}

/**
 * Two or more of the sets that another falls into, together: by their own bounds, and by what the whole has beside the others.
 *
 * @returns choices looked at
 */
function judgeTogether(
  low: Int32Array,
  high: Int32Array,
  { whole, parts }: Catalog['splits'][number],
  floor: number,
  found: (chosen: readonly number[], least: number, most: number) => void,
): number {
  const choices = 2 ** parts.length - 1;
  if (parts.length < 3) return 0;
  for (let choice = 1; choice < choices; choice++) {
    let [least, most, leastOthers, mostOthers, size] = [0, 0, 0, 0, 0];
    for (const [at, part] of parts.entries()) {
      if ((choice >> at) & 1) {
        least += low[part] as number;
        most += high[part] as number;
        size += 1;
      } else {
        leastOthers += low[part] as number;
        mostOthers += high[part] as number;
      }
    }
    if (size < 2) continue;
    least = Math.max(least, (low[whole] as number) - mostOthers);
    most = Math.min(most, (high[whole] as number) - leastOthers);
    if (least < 1 || most >= floor || least > most) continue;
    found(
      parts.filter((_, at) => (choice >> at) & 1),
      least,
      most,
    );
  }
  return choices;
}

/**
 * A group inside another, for each set and each that holds it: what the larger has more, and whom of the land between it does
 * not count.
 *
 * @returns differences looked at
 */
function judgeAreas(system: System, floor: number, disclosures: Disclosure[]): number {
  const { catalog, groups, members, students, least, most } = system;
  const pairs = [...catalog.names.keys()].slice(1).map((set) => [set, set] as const);
  const nested = [...pairs, ...catalog.nested.filter(([, whole]) => whole !== EVERYBODY)];
  let tried = 0;
  for (const [outer, inside] of groupsInside(members).entries())
    for (const inner of inside) {
      const between = (students[outer] as number) - (students[inner] as number);
      const [low, high] = [least[outer] as Int32Array, most[outer] as Int32Array];
      const [innerLow, innerHigh] = [least[inner] as Int32Array, most[inner] as Int32Array];
      for (const [part, whole] of nested) {
        tried++;
        const top = (high[whole] as number) - (innerLow[part] as number);
        const bottom = (low[whole] as number) - (innerHigh[part] as number);
        if (top < floor) {
          const proven = Math.max(bottom, areDifferent(system, [inner, part], [outer, whole]));
          if (proven >= 1 && proven <= top)
            disclosures.push({
              what: `${catalog.names[whole]} of ${groups[outer]} without ${catalog.names[part]} of ${groups[inner]}`,
              least: proven,
              most: top,
            });
        }
        if (part !== whole) continue;
        const fewest = between - Math.min(top, between);
        const others = between - Math.max(0, bottom);
        if (fewest >= 1 && others < floor)
          disclosures.push({
            what: `of the students of ${groups[outer]} outside ${groups[inner]} those not ${catalog.names[whole]}`,
            least: fewest,
            most: others,
          });
      }
    }
  return tried;
}

/** What a set of a group has more than one inside it only there, in the group and in those around it. @returns differences looked at */
function judgeLocal(system: System, floor: number, disclosures: Disclosure[]): number {
  const { catalog, groups, members, least, most, local } = system;
  if (!local) return 0;
  let tried = 0;
  const judge = (outer: number, inner: number) => {
    const { wholes, inside, distinct } = local[inner] as LocalClasses;
    const [low, high] = [least[outer] as Int32Array, most[outer] as Int32Array];
    const [innerLow, innerHigh] = [least[inner] as Int32Array, most[inner] as Int32Array];
    for (const [w, own] of (outer === inner ? wholes.subarray(0, distinct) : wholes).entries())
      for (const other of listAt(inside, w)) {
        tried++;
        const [whole, part] = [own + 1, other + 1];
        const top = (high[whole] as number) - (innerLow[part] as number);
        if (top >= floor) continue;
        const bottom = (low[whole] as number) - (innerHigh[part] as number);
        const proven = Math.max(bottom, areDifferent(system, [inner, part], [outer, whole]));
        if (proven < 1 || proven > top) continue;
        const what = `${catalog.names[whole]} of ${groups[outer]} without ${catalog.names[part]} of ${groups[inner]}, which is inside it there`;
        disclosures.push({ what, least: proven, most: top });
      }
  };
  for (const [outer, inside] of groupsInside(members).entries()) {
    judge(outer, outer);
    for (const inner of inside) judge(outer, inner);
  }
  return tried;
}

/** Somebody in a set inside another of which there are few, whatever is known of those between. @returns sets looked at */
function judgeWithin({ catalog, groups, least, most }: System, floor: number, disclosures: Disclosure[]): number {
  const { covers, names } = catalog;
  const some = new Int32Array(names.length);
  const few = new Int32Array(names.length);
  for (const [group, name] of groups.entries()) {
    const [low, high] = [least[group] as Int32Array, most[group] as Int32Array];
    for (let set = 0; set < names.length; set++) {
      some[set] = (low[set] as number) >= 1 ? set : NO_SET;
      few[set] = (high[set] as number) < floor ? set : NO_SET;
    }
    for (const [part, whole] of covers) if (some[whole] === NO_SET) some[whole] = some[part] as number;
    for (let i = covers.length - 1; i >= 0; i--) {
      const [part, whole] = covers[i] as (typeof covers)[number];
      if (few[part] === NO_SET) few[part] = few[whole] as number;
    }
    for (let set = EVERYBODY + 1; set < names.length; set++) {
      const [inside, around] = [some[set] as number, few[set] as number];
      if (inside === NO_SET || around === NO_SET || (inside === set && around === set)) continue;
      disclosures.push({
        what: `${names[set]} of ${name}, by ${names[inside]} inside it and ${names[around]} around it`,
        least: low[inside] as number,
        most: high[around] as number,
      });
    }
  }
  return groups.length * (names.length - 1);
}

const NO_SET = -1;
