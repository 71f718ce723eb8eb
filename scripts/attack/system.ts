/**
 * All that is published, put together: units of students that no number splits, the sets of units that numbers are of, and
 * for each the least and most students there can be by each number.
 */
import { cellToParent } from 'h3-js';
import type { Student } from '../stage/judge.ts';
import { ANSWERS, boundsOf, COUNTED, HOME, LOOKS, type Method, PLACE_COUNTS } from './method.ts';
import type { Patch, Publication, Row } from './published.ts';

/** One of the agency's patches in one version, or the students of one sort of verdict in it. */
export interface Unit {
  readonly h3: string;
  /** Units with the same one are the sorts of one patch. */
  readonly patch: string;
  readonly students: number;
  /** Position in SORTS. */
  readonly sort: number;
  /** By answer, how many give it: for the judge alone. */
  readonly truth: Int32Array;
  /** Units with the same one have the same answers about the home, and about the device. */
  readonly sameHome: string;
  readonly sameDevice: string;
}

export interface UnitSet {
  /** Of all rows that are of it, the first read first. */
  readonly names: string[];
  /** Ascending. */
  readonly units: readonly number[];
  /** By statistic of PLACE_COUNTS. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Numbers shown, by view; for methods whose numbers follow from students alone. */
  readonly shown: ReadonlyMap<string, number>;
}

export interface System {
  readonly units: readonly Unit[];
  readonly sets: readonly UnitSet[];
  /** By unit, the sets that hold it. */
  readonly holders: readonly (readonly number[])[];
  /** Pairs of answers about home and device that somebody in the state gives: `home * 5 + device`. */
  readonly pairs: ReadonlySet<number>;
  readonly method: Method;
  /** Bounds that the truth does not keep to: none, or the attacker misjudges the method. */
  readonly wrong: readonly string[];
}

/** One release as an attacker reads it. */
export interface Reading {
  /** The agency's patches. That the public does not know them adds nothing: its numbers can be split among them in any way. */
  readonly patches: readonly Patch[];
  readonly students: readonly Student[];
  /** Views the attacker holds. */
  readonly views: readonly Publication[];
}

export interface Insight {
  readonly method: Method;
  /** Whether the attacker knows which counts were hidden by choice. */
  readonly recognizes?: boolean;
  /** District that knows its own students; groups are of the others. */
  readonly district?: string;
  /** Sort of verdict by cell, where levers are attacked as well. */
  readonly sorts?: ReadonlyMap<string, number>;
  /** The agency's patches to look at, and what lies wholly in them; left out: all. */
  readonly only?: ReadonlySet<number>;
}

export function systemOf(readings: readonly Reading[], insight: Insight): System {
  const units = new Map<
    string,
    Known & { h3: string; patch: string; position: number; sameHome: string; sameDevice: string }
  >();
  const sets = new Map<string, UnitSet & { shown: Map<string, number> }>();
  const wrong: string[] = [];
  const pairs = new Set<number>();
  for (const { home, device } of readings.flatMap((reading) => reading.students)) pairs.add(home * 5 + device);

  for (const { patches, students, views } of readings) {
    const unitsOf: number[][] = patches.map(() => []);
    const isNew = new Set<number>();
    for (const { patch: own, home, device, leaId, cell, versions } of students) {
      if (insight.only && !insight.only.has(own)) continue;
      const sort = insight.sorts?.get(cell) ?? 0;
      const { h3, leaIds } = patches[own] as Patch;
      const patch = `${h3} ${leaIds} ${versions}`;
      let unit = units.get(`${patch} ${sort}`);
      if (!unit) {
        const [sameHome, sameDevice] = versions.map((version) => `${h3} ${leaIds} ${sort} ${version}`) as [
          string,
          string,
        ];
        const counts = { truth: new Int32Array(ANSWERS), known: new Int32Array(ANSWERS) };
        unit = { h3, patch, sort, ...counts, position: units.size, sameHome, sameDevice };
        units.set(`${patch} ${sort}`, unit);
        isNew.add(unit.position);
      }
      if (!unitsOf[own]?.includes(unit.position)) unitsOf[own]?.push(unit.position);
      if (!isNew.has(unit.position)) continue;
      const counts = leaId === insight.district ? unit.known : unit.truth;
      for (const answer of [home, HOME.length + device]) counts[answer] = (counts[answer] ?? 0) + 1;
    }
    const all = [...units.values()];
    const coarse = views.find(({ view }) => view === 'public')?.patches ?? [];
    const partsOf: number[][] = coarse.map(() => []);
    if (coarse.length > 0) for (const [patch, held] of holdersOf(patches, coarse).entries()) partsOf[held]?.push(patch);
    for (const { view, patches: own, hexes, places } of views)
      for (const row of [...own, ...hexes, ...places]) {
        const members = view === 'public' ? row.members.flatMap((at) => partsOf[at] ?? []) : row.members;
        if (members.some((patch) => unitsOf[patch]?.length === 0)) continue;
        const of = members.flatMap((patch) => unitsOf[patch] ?? []).sort((one, other) => one - other);
        read(row, of, view, all);
      }
  }

  function read(row: Row, of: readonly number[], view: string, all: readonly Known[]): void {
    const key = of.join();
    let set = sets.get(key);
    if (!set) {
      const size = of.reduce((sum, unit) => sum + sumOf((all[unit] as Known).truth), 0);
      const most = new Int32Array(PLACE_COUNTS.length).fill(size);
      set = { names: [], units: of, least: new Int32Array(PLACE_COUNTS.length), most, shown: new Map() };
      sets.set(key, set);
    }
    set.names.push(row.name);
    // A patch of two districts tells its totals alone: nothing follows from that.
    const tellsSides = row.looks.some((look) => look !== LOOKS.either);
    for (const [statistic, look] of row.looks.entries()) {
      const counted = (counts: 'truth' | 'known') =>
        of.reduce((sum, unit) => {
          const { sort, [counts]: own } = all[unit] as Known;
          const counting = COUNTED[statistic]?.[sort];
          return sum + own.reduce((part, count, answer) => part + count * (counting?.[answer] ?? 0), 0);
        }, 0);
      if (statistic >= PLACE_COUNTS.length - 5 && !insight.sorts) continue;
      const [own, others] = [counted('known'), counted('truth')];
      if (!tellsSides) continue;
      const chosen = insight.recognizes ? reasonOf(own + others, row.students, insight.method.floor) : undefined;
      const [least, most] = boundsOf(look, row.students, insight.method, view === 'public', chosen);
      if (own + others < least || own + others > most)
        wrong.push(`${PLACE_COUNTS[statistic]} of ${row.name} (${view})`);
      set.least[statistic] = Math.max(set.least[statistic] as number, least - own);
      set.most[statistic] = Math.min(set.most[statistic] as number, most - own);
      if (look >= 0) set.shown.set(`${view === 'public' ? 'rounded' : 'whole'} ${statistic}`, look);
    }
  }

  const made = [...units.values()];
  const list = [...sets.values()];
  const holders: number[][] = made.map(() => []);
  for (const [at, set] of list.entries()) for (const unit of set.units) holders[unit]?.push(at);
  return {
    units: made.map(({ h3, patch, sort, truth, sameHome, sameDevice }) => {
      return { h3, patch, sort, truth, students: sumOf(truth), sameHome, sameDevice };
    }),
    sets: list,
    holders,
    pairs,
    method: insight.method,
    wrong,
  };
}

interface Known {
  readonly sort: number;
  readonly truth: Int32Array;
  readonly known: Int32Array;
}

/** A student answers once about the home. */
function sumOf(counts: Int32Array): number {
  return counts.subarray(0, HOME.length).reduce((sum, count) => sum + count, 0);
}

function reasonOf(count: number, students: number, floor: number): 'choice' | 'few' | 'nearly all' {
  if (count >= floor && students - count >= floor) return 'choice';
  return count < floor ? 'few' : 'nearly all';
}

/** By finer patch the coarser one of its district that has its cell, or the smallest cell around it. */
function holdersOf(finer: readonly Patch[], coarser: readonly Patch[]): number[] {
  const byKey = new Map(
    coarser.flatMap(({ h3, leaIds }, at) => leaIds.map((leaId) => [`${leaId} ${h3}`, at] as const)),
  );
  const held = finer.map(({ h3, resolution, leaIds }) => {
    for (let level = Math.min(7, resolution); level >= 5; level--) {
      const at = byKey.get(`${leaIds[0]} ${level === resolution ? h3 : cellToParent(h3, level)}`);
      if (at !== undefined) return at;
    }
    throw new Error(`no coarser patch holds ${h3}`);
  });
  const sums = coarser.map(() => 0);
  for (const [patch, at] of held.entries()) sums[at] = (sums[at] ?? 0) + (finer[patch]?.students ?? 0);
  for (const [at, { students, name }] of coarser.entries())
    if (sums[at] !== students) throw new Error(`${name} is not the sum of finer patches`);
  return held;
}

/** Some units, and the sets that lie wholly among them. */
export interface Area {
  readonly units: readonly number[];
  readonly sets: readonly UnitSet[];
  /** Pairs of sets of which the second lies inside the first. */
  readonly nested: readonly (readonly [number, number])[];
}

export function areaOf({ holders, sets }: System, units: readonly number[]): Area {
  const here = new Set(units);
  const found = [...new Set(units.flatMap((unit) => holders[unit] ?? []))].filter((at) =>
    sets[at]?.units.every((unit) => here.has(unit)),
  );
  const inside = new Map(found.map((at, position) => [at, position]));
  const nested: [number, number][] = [];
  for (const at of found) {
    const own = sets[at] as UnitSet;
    for (const other of holders[own.units[0] ?? -1] ?? []) {
      const around = sets[other] as UnitSet;
      if (around.units.length <= own.units.length || !inside.has(other)) continue;
      const held = new Set(around.units);
      if (own.units.every((unit) => held.has(unit)))
        nested.push([inside.get(other) as number, inside.get(at) as number]);
    }
  }
  return { units: [...here], sets: found.map((at) => sets[at] as UnitSet), nested };
}
