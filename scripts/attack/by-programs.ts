/** Attacks by programs: which areas are tried, by whom, and what is found in them. */
import { cellToChildren } from 'h3-js';
import { answerAnew, answering, byPatch } from '../stage/changes.ts';
import { studentsOf } from '../stage/judge.ts';
import type { Stage } from '../stage/stage.ts';
import { hexes, places, shuffled, type Units } from './areas.ts';
import type { Effort, Figure } from './attacks.ts';
import { METHOD, type Method, SORTS } from './method.ts';
import { hexOf, type Publication, readPublication } from './published.ts';
import type { Reader } from './reader.ts';
import { search } from './search.ts';
import { areaOf, type Insight, type Reading, type System, systemOf } from './system.ts';

interface Tried {
  readonly system: System;
  readonly units: Units;
}

/** What everybody reads of one release, attacked over areas of every kind. */
export async function* areasAttacked(
  attack: string,
  reading: Reading,
  insight: Insight,
  effort: Effort,
): AsyncGenerator<Figure> {
  const system = systemOf([reading], insight);
  for (const [what, areas] of areasOf(system, effort))
    yield await searched(
      attack,
      what,
      areas.map((units) => ({ system, units })),
    );
}

function areasOf(system: System, effort: Effort): [string, Units[]][] {
  const everything = [...system.units.keys()];
  const areas: [string, Units[]][] = [
    ['random res-6 hexes', hexes(system, 6, effort.seed).slice(0, effort.hexes6)],
    ['random res-5 hexes', hexes(system, 5, effort.seed).slice(0, effort.hexes5)],
    ['counties and the hexes across their borders', places(system, 'county', true).slice(0, effort.counties)],
    ['senate districts', places(system, 'senate_district', false).slice(0, effort.senates)],
    ['the whole state', everything.length <= effort.state ? [everything] : []],
  ];
  return areas.filter(([, units]) => units.length > 0);
}

/** Programs of areas, each of its own system or of one. */
async function searched(attack: string, what: string, areas: readonly Tried[]): Promise<Figure> {
  const finds = new Set(
    areas.flatMap(({ system }) => system.wrong.map((where) => `a bound excludes the truth: ${where}`)),
  );
  let [tried, programs, undecided, betrayed] = [0, 0, 0, 0];
  for (const { system, units } of areas) {
    // No state agrees with what is published as an attacker misread it: there is nothing to find.
    if (system.wrong.length > 0) continue;
    const found = await search(system, areaOf(system, units));
    tried += found.groups;
    programs += found.programs;
    undecided += found.undecided;
    if (found.proven.length > 0) betrayed++;
    for (const one of found.proven) finds.add(one);
  }
  const left = undecided > 0 ? `, ${undecided} undecided` : '';
  return {
    attack,
    what: `${areas.length} ${what}, ${programs} programs${left}${betrayed > 0 ? `, ${betrayed} with a proof` : ''}`,
    tried,
    finds: [...finds],
  };
}

/** The same with levers of places, and students by sort of verdict; filings and the cells of homes are known. */
export async function leversAttacked(
  reader: Reader,
  reading: Reading,
  insight: Insight,
  effort: Effort,
): Promise<Figure> {
  const sorts = new Map<string, number>();
  const whole = systemOf([reading], insight);
  const chosen = [places(whole, 'county', true), places(whole, 'senate_district', false)].flatMap((found) =>
    found.slice(0, effort.withLevers),
  );
  const areas: Tried[] = [];
  for (const units of chosen) {
    const only = new Set(patchesOf(whole, units, reading));
    const cells = new Set(reading.students.filter(({ patch }) => only.has(patch)).map(({ cell }) => cell));
    for (const cell of cells) if (!sorts.has(cell)) sorts.set(cell, await sortOf(reader, cell));
    const system = systemOf([reading], { ...insight, sorts, only });
    areas.push({ system, units: [...system.units.keys()] });
  }
  return searched('levers, all views', 'counties with hexes across, senate districts', areas);
}

function patchesOf({ units }: System, chosen: Units, { patches }: Reading): number[] {
  const names = new Set(chosen.map((unit) => units[unit]?.patch.split(' ').slice(0, 2).join(' ')));
  return [...patches.keys()].filter((at) => names.has(`${patches[at]?.h3} ${patches[at]?.leaIds}`));
}

/**
 * What both filings bear out of a hexagon, as levers tell homes apart. The state's filing says what it says of most of the
 * seven smaller cells, where it is not the same of all.
 */
async function sortOf(reader: Reader, cell: string): Promise<number> {
  const verdictsOf = async (asked: string) => {
    const { verdicts } = await reader.json<{ verdicts: { fcc: Said; puc: Said } }>(`/api/v1/cells/${asked}`, 'public');
    return [verdicts.fcc.verdict, verdicts.puc.verdict] as const;
  };
  const [fcc, said] = await verdictsOf(cell);
  let puc = said;
  if (puc === 'partly') {
    const votes = new Map<string, number>();
    for (const child of cellToChildren(cell, 9)) {
      const [, one] = await verdictsOf(child);
      votes.set(one, (votes.get(one) ?? 0) + 1);
    }
    const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
    puc = first && first[1] > (second?.[1] ?? 0) ? first[0] : 'partly';
  }
  const isLacking = (verdict: string) => verdict === 'unserved' || verdict === 'underserved';
  return SORTS.indexOf(
    fcc === puc && SORTS.includes(fcc) ? fcc : isLacking(fcc) && isLacking(puc) ? 'underserved' : 'unclear',
  );
}

interface Said {
  readonly verdict: string;
}

/** Each district of a hex, which knows its own students, against the others in it. */
export async function attackedFromInside(reading: Reading, method: Method, effort: Effort): Promise<Figure> {
  const districts = new Map<string, Map<string, Set<number>>>();
  for (const { patch, leaId } of reading.students) {
    const hex = hexOf(reading.patches[patch] as { h3: string }, 5);
    if (!hex) continue;
    const inside = districts.get(hex) ?? new Map<string, Set<number>>();
    districts.set(hex, inside.set(leaId, (inside.get(leaId) ?? new Set()).add(patch)));
  }
  const shared = shuffled(
    [...districts.values()].filter((inside) => inside.size > 1),
    effort.seed,
  );
  const areas = shared.slice(0, effort.insiders).flatMap((inside) =>
    [...inside.keys()].map((district) => {
      const only = new Set([...inside.values()].flatMap((patches) => [...patches]));
      const system = systemOf([reading], { method, district, only });
      return { system, units: [...system.units.keys()] };
    }),
  );
  const hexesTried = Math.min(shared.length, effort.insiders);
  return searched('a district and the public view', `districts in ${hexesTried} res-5 hexes of several`, areas);
}

/** Large patches answer anew in each collection, small ones never; all releases in one program. */
export async function releasesAttacked(stage: Stage, effort: Effort, method: Method): Promise<Figure> {
  const readings: Reading[] = [await readingNow(stage)];
  const statuses = ['unaffordable', 'inadequate', 'other', 'undesired'];
  for (let collection = 1; collection <= effort.collections; collection++) {
    const patches = byPatch(readings[0]?.students ?? []).filter(({ length }) => length >= 4 * METHOD.floor);
    for (const own of shuffled(patches, effort.seed + collection).slice(0, Math.ceil(0.7 * patches.length))) {
      const status = statuses[(collection + own.length) % statuses.length] as string;
      await answerAnew(stage, shuffled(answering(own, status), collection).slice(0, METHOD.floor + 4), status);
    }
    await stage.release(`Collection ${collection}`);
    readings.push(await readingNow(stage));
  }
  const system = systemOf(readings, { method, recognizes: method === METHOD });
  const areas = [
    ...hexes(system, 6, effort.seed).slice(0, effort.hexes6),
    ...hexes(system, 5, effort.seed).slice(0, effort.hexes5),
  ];
  return searched(
    `${readings.length} releases, all views`,
    'res-6 and res-5 hexes',
    areas.map((units) => ({ system, units })),
  );
}

async function readingNow(stage: Stage): Promise<Reading> {
  const views = [await readPublication(stage.reader, 'agency'), await readPublication(stage.reader, 'public')];
  const { patches } = views[0] as Publication;
  return { patches, students: await studentsOf(stage, patches), views };
}
