/** What has been proven: groups of students of which it is certain that there are some, and fewer than the floor. */
import { EVERYBODY } from './catalog.ts';
import type { System } from './system.ts';

export interface Disclosure {
  readonly what: string;
  readonly least: number;
  readonly most: number;
}

export interface Found {
  /** Groups looked at: sets, differences of sets, and what is left of sums. */
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
        (low[whole] as number) - (high[part] as number),
        (high[whole] as number) - (low[part] as number),
        () => `${catalog.names[whole]} without ${catalog.names[part]} of ${name}`,
      );
    for (const { whole, parts } of catalog.splits) {
      const shown = parts.filter((part) => isShown[group]?.[part]);
      if (shown.length === 0 || shown.length === parts.length) continue;
      judge(
        shown.reduce((rest, part) => rest - (high[part] as number), low[whole] as number),
        shown.reduce((rest, part) => rest - (low[part] as number), high[whole] as number),
        () => `${catalog.names[whole]} without ${shown.map((part) => catalog.names[part]).join(', ')} of ${name}`,
      );
    }
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
  return { tried, disclosures, few };
}
