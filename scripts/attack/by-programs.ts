/** Attacks by programs, on one release or on several at once: who knows what, and what is found in which areas. */
import { cellToChildren } from 'h3-js';
import { type Areas, areasOf, sharedBy, shuffled, type Units } from './areas.ts';
import { METHOD, type Method, SORTS } from './method.ts';
import type { Reader } from './reader.ts';
import { search } from './search.ts';
import { areaOf, type Insight, landOf, type Reading, type System, systemOf } from './system.ts';
import type { Figure } from './tried.ts';

export interface Attacked {
  readonly reader: Reader;
  /** With every view; one a release. */
  readonly readings: readonly Reading[];
  readonly method: Method;
  readonly areas: Areas;
}

/** What everybody reads, attacked over areas of every kind. */
export function* areasAttacked(
  attack: 'public alone' | 'all views',
  { readings, method, areas }: Attacked,
): Generator<Figure> {
  const system =
    attack === 'all views' ? systemOf(readings, insightOf(method)) : systemOf(readings.map(publicOnly), { method });
  for (const [what, found] of areasOf(system, areas))
    yield searched(
      attack,
      what,
      found.map((units) => [system, units] as const),
    );
}

/** Whoever misjudges the method by a guard cannot tell what was hidden by choice either. */
function insightOf(method: Method): Insight {
  return { method, recognizes: method === METHOD };
}

function publicOnly(reading: Reading): Reading {
  return { ...reading, views: reading.views.filter(({ view }) => view === 'public') };
}

/** @param areas each with a system of its own or with one */
function searched(attack: string, what: string, areas: readonly (readonly [System, Units])[]): Figure {
  const finds = new Set(areas.flatMap(([{ wrong }]) => wrong.map((where) => `a bound excludes the truth: ${where}`)));
  let [tried, undecided, betrayed] = [0, 0, 0];
  for (const [system, units] of areas) {
    // No state agrees with what is published as an attacker misread it: there is nothing to find.
    if (system.wrong.length > 0) continue;
    const found = search(system, areaOf(system, units));
    tried += found.groups;
    undecided += found.undecided;
    if (found.proven.length > 0) betrayed++;
    for (const one of found.proven) finds.add(one);
  }
  const left = undecided > 0 ? `, ${undecided} undecided` : '';
  const proofs = betrayed > 0 ? `, ${betrayed} with a proof` : '';
  return { attack, what: `${areas.length} ${what}${left}${proofs}`, tried, finds: [...finds] };
}

/** The same with levers of places, and students by sort of verdict; filings and the cells of homes are known. */
export async function leversAttacked({ reader, readings, method, areas }: Attacked): Promise<Figure> {
  const sorts = new Map<string, number>();
  const whole = systemOf(readings, insightOf(method));
  const tried: (readonly [System, Units])[] = [];
  for (const [, found] of areasOf(whole, { ...areas, hexes6: 0, hexes5: 0, state: 0 }))
    for (const units of found) {
      const { land: only } = sharedBy(whole, units);
      const here = readings.flatMap(({ students, patches }) =>
        students.filter(({ patch }) => only.has(landOf(patches[patch] as Reading['patches'][number]))),
      );
      for (const cell of new Set(here.map(({ cell }) => cell)))
        if (!sorts.has(cell)) sorts.set(cell, await sortOf(reader, cell));
      const system = systemOf(readings, { ...insightOf(method), sorts, only });
      tried.push([system, [...system.units.keys()]]);
    }
  return searched('levers, all views', 'counties with hexes across, senate districts', tried);
}

/**
 * What both filings bear out of a hexagon, as levers tell homes apart. The state's filing says what it says of most of the
 * seven smaller cells, where it is not the same of all.
 */
async function sortOf(reader: Reader, cell: string): Promise<number> {
  const verdictsOf = async (asked: string) => {
    type Said = { verdicts: Record<'fcc' | 'puc', { verdict: string }> };
    const { verdicts } = await reader.json<Said>(`/api/v1/cells/${asked}`, 'public');
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
  const isAgreed = fcc === puc && SORTS.includes(fcc);
  return SORTS.indexOf(isAgreed ? fcc : isLacking(fcc) && isLacking(puc) ? 'underserved' : 'unclear');
}

/**
 * A district that knows its own students and reads what the public reads, against the others in an area.
 * @param most districts and areas of each kind
 */
export function attackedFromInside({ readings, method, areas }: Attacked, most: number): Figure {
  const publicly = readings.map(publicOnly);
  const whole = systemOf(publicly, { method });
  const everywhere = { ...areas, hexes6: 0, hexes5: whole.units.length };
  const tried = areasOf(whole, everywhere).flatMap(([, found]) => {
    const shared = found
      .map((units) => sharedBy(whole, units))
      .flatMap(({ districts, land: only }) => districts.map((district) => ({ district, only })));
    return shuffled(shared, areas.seed)
      .slice(0, most)
      .map((own): readonly [System, Units] => {
        const system = systemOf(publicly, { method, ...own });
        return [system, [...system.units.keys()]];
      });
  });
  return searched('a district and the public view', 'districts in res-5 hexes and places of several', tried);
}
