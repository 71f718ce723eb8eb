/**
 * All that is published, put together: units of students that no number splits, the sets of units that numbers are of, and
 * for each the least and most students there can be by each number.
 */
import { cellToParent } from 'h3-js';
import type { Student } from '../stage/judge.ts';
import { ANSWERS, boundsOf, COUNTED, COUNTS, HOME, LOOKS, type Method, PLACE_COUNTS } from './method.ts';
import type { Patch, Publication, Row } from './published.ts';

/** One of the agency's patches in one version, or the students of one sort of verdict in it. */
export interface Unit {
  readonly position: number;
  readonly h3: string;
  readonly leaIds: readonly string[];
  /** Units with the same one are the sorts of one patch. */
  readonly patch: string;
  /** Position in SORTS. */
  readonly sort: number;
  /** By answer, how many give it: for the judge alone. */
  readonly truth: Int32Array;
  /** Likewise of the district that attacks, which are no part of the truth. */
  readonly known: Int32Array;
  /** Units with the same ones have the same answers about the home, and about the device. */
  readonly same: readonly [home: string, device: string];
}

export interface UnitSet {
  /** Of the rows that are of it, the first that was read. */
  readonly name: string;
  /** Ascending. */
  readonly units: readonly number[];
  /** By statistic of PLACE_COUNTS. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Numbers shown, by view; for methods whose numbers follow from students alone. */
  readonly shown: Map<string, number>;
}

export interface System {
  readonly units: readonly Unit[];
  readonly sets: readonly UnitSet[];
  /** By unit, the sets that hold it. */
  readonly holders: readonly (readonly number[])[];
  /** Pairs of answers about home and device that somebody in the state gives: `home * 5 + device`. */
  readonly pairs: ReadonlySet<number>;
  readonly method: Method;
  readonly hasLevers: boolean;
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
  /** Patches to look at, as `landOf` names them, and what lies wholly in them; left out: all. */
  readonly only?: ReadonlySet<string>;
}

export function landOf({ h3, leaIds }: Pick<Patch, 'h3' | 'leaIds'>): string {
  return `${h3} ${leaIds}`;
}

/** A student answers once about the home. */
export function studentsIn({ truth }: Unit): number {
  return truth.subarray(0, HOME.length).reduce((sum, count) => sum + count, 0);
}

export function systemOf(readings: readonly Reading[], insight: Insight): System {
  const { method, sorts, only } = insight;
  const units = new Map<string, Unit>();
  const sets = new Map<string, UnitSet>();
  const wrong: string[] = [];
  for (const { patches, students, views } of readings) {
    const unitsOf = patches.map(() => new Set<Unit>());
    const isNew = new Set<Unit>();
    for (const { patch: own, home, device, leaId, cell, versions } of students) {
      const { h3, leaIds } = patches[own] as Patch;
      const land = landOf({ h3, leaIds });
      if (only && !only.has(land)) continue;
      const sort = sorts?.get(cell) ?? 0;
      const patch = `${land} ${versions}`;
      let unit = units.get(`${patch} ${sort}`);
      if (!unit) {
        const same = versions.map((version) => `${land} ${sort} ${version}`) as [string, string];
        const [truth, known] = [new Int32Array(ANSWERS), new Int32Array(ANSWERS)];
        unit = { position: units.size, h3, leaIds, patch, sort, truth, known, same };
        units.set(`${patch} ${sort}`, unit);
        isNew.add(unit);
      }
      unitsOf[own]?.add(unit);
      if (!isNew.has(unit)) continue;
      const counts = leaId === insight.district ? unit.known : unit.truth;
      for (const answer of [home, HOME.length + device]) counts[answer] = (counts[answer] as number) + 1;
    }
    const parts = partsOf(patches, views.find(({ view }) => view === 'public')?.patches ?? []);
    for (const { view, rows } of views)
      for (const row of rows) {
        const members = view === 'public' ? row.members.flatMap((at) => parts[at] ?? []) : row.members;
        if (members.some((patch) => unitsOf[patch]?.size === 0)) continue;
        const of = members.flatMap((patch) => [...(unitsOf[patch] ?? [])]);
        read(
          row,
          of.sort((one, other) => one.position - other.position),
          view,
        );
      }
  }

  function read(row: Row, of: readonly Unit[], view: string): void {
    const positions = of.map(({ position }) => position);
    const size = of.reduce((sum, unit) => sum + studentsIn(unit), 0);
    const [least, most] = [new Int32Array(PLACE_COUNTS.length), new Int32Array(PLACE_COUNTS.length).fill(size)];
    const set = sets.get(positions.join()) ?? { name: row.name, units: positions, least, most, shown: new Map() };
    sets.set(positions.join(), set);
    // A patch of two districts tells its totals alone: nothing follows from that.
    if (row.looks.every((look) => look === LOOKS.either)) return;
    for (const [statistic, look] of row.looks.entries()) {
      if (statistic >= COUNTS.length && !sorts) continue;
      const counted = (counts: 'truth' | 'known') =>
        of.reduce((sum, unit) => {
          const answers = COUNTED[statistic]?.[unit.sort] ?? [];
          return answers.reduce((all, answer) => all + (unit[counts][answer] as number), sum);
        }, 0);
      const [own, others] = [counted('known'), counted('truth')];
      const count = own + others;
      const known = insight.recognizes ? count : undefined;
      const [least, most] = boundsOf(look, row.students, method, view === 'public', known);
      if (count < least || count > most) wrong.push(`${PLACE_COUNTS[statistic]} of ${row.name} (${view})`);
      set.least[statistic] = Math.max(set.least[statistic] as number, least - own);
      set.most[statistic] = Math.min(set.most[statistic] as number, most - own);
      if (look >= 0) set.shown.set(`${view === 'public' ? 'rounded' : 'whole'} ${statistic}`, look);
    }
  }

  const [made, list] = [[...units.values()], [...sets.values()]];
  const holders: number[][] = made.map(() => []);
  for (const [at, set] of list.entries()) for (const unit of set.units) holders[unit]?.push(at);
  const pairs = new Set(readings.flatMap(({ students }) => students.map(({ home, device }) => home * 5 + device)));
  return { units: made, sets: list, holders, pairs, method, hasLevers: sorts !== undefined, wrong };
}

/** By coarser patch the finer ones of its district that have its cell, or it as the smallest cell around them. */
function partsOf(finer: readonly Patch[], coarser: readonly Patch[]): number[][] {
  const byKey = new Map(
    coarser.flatMap(({ h3, leaIds }, at) => leaIds.map((leaId) => [`${leaId} ${h3}`, at] as const)),
  );
  const parts: number[][] = coarser.map(() => []);
  for (const [patch, { h3, resolution, leaIds }] of coarser.length > 0 ? finer.entries() : []) {
    const around = [7, 6, 5].flatMap((level) => (level <= resolution ? [cellToParent(h3, level)] : []));
    const held = around.map((cell) => byKey.get(`${leaIds[0]} ${cell}`)).find((at) => at !== undefined);
    if (held === undefined) throw new Error(`no coarser patch holds ${h3}`);
    parts[held]?.push(patch);
  }
  for (const [at, { students, name }] of coarser.entries())
    if (parts[at]?.reduce((sum, patch) => sum + (finer[patch]?.students ?? 0), 0) !== students)
      throw new Error(`${name} is not the sum of finer patches`);
  return parts;
}

/** Some units, and the sets that lie wholly among them, with positions among these units. */
export interface Area {
  readonly units: readonly Unit[];
  readonly sets: readonly UnitSet[];
  /** Sets less others inside them: the rest as a set with the name of both, and the two. */
  readonly rests: readonly { name: string; units: readonly number[]; around: UnitSet; inside: UnitSet }[];
}

export function areaOf({ units: all, holders, sets }: System, units: readonly number[]): Area {
  const here = new Map(units.map((unit, position) => [unit, position]));
  const found = new Map<number, UnitSet & { readonly held: ReadonlySet<number> }>();
  for (const at of new Set(units.flatMap((unit) => holders[unit] ?? []))) {
    const set = sets[at] as UnitSet;
    const own = set.units.flatMap((unit) => here.get(unit) ?? []);
    if (own.length === set.units.length) found.set(at, { ...set, units: own, held: new Set(own) });
  }
  const rests = [...found.values()].flatMap((inside) =>
    (holders[units[inside.units[0] as number] as number] ?? []).flatMap((at) => {
      const around = found.get(at);
      if (!around || around.units.length <= inside.units.length) return [];
      if (!inside.units.every((unit) => around.held.has(unit))) return [];
      const rest = around.units.filter((unit) => !inside.held.has(unit));
      return [{ name: `${around.name} less ${inside.name}`, units: rest, around, inside }];
    }),
  );
  return { units: units.map((unit) => all[unit] as Unit), sets: [...found.values()], rests };
}
