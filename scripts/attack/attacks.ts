/** Every attack on one stage, in the order of what they need: one release first, then releases that follow. */
import { cellToChildren } from 'h3-js';
import { hexes, places, shuffled, type Units } from './areas.ts';
import { answerAnew, answering, byPatch, move } from './changes.ts';
import { sameInAllFormats, sameInAllViews, sameInBoth, totalsApart } from './compare.ts';
import { interference } from './interference.ts';
import { judgedOtherwise, type Student, studentsOf } from './judge.ts';
import { METHOD, type Method, SORTS } from './method.ts';
import { probe } from './probes.ts';
import { hexOf, type Publication, readPublication } from './published.ts';
import type { Reader, View } from './reader.ts';
import { search } from './search.ts';
import type { Stage } from './stage.ts';
import { areaOf, type Insight, type Reading, type System, systemOf } from './system.ts';
import { unplacedProven } from './unplaced.ts';

export interface Figure {
  readonly attack: string;
  /** What was tried, with sizes. */
  readonly what: string;
  readonly tried: number;
  /** What was found: what and where, never how many. */
  readonly finds: readonly string[];
}

/** How much of everything is tried. */
export interface Effort {
  readonly hexes6: number;
  readonly hexes5: number;
  readonly counties: number;
  readonly senates: number;
  /** Counties and senate districts whose levers are attacked, each a request for every cell of its homes. */
  readonly withLevers: number;
  /** Res-5 hexes of several districts, attacked by each of them. */
  readonly insiders: number;
  /** Collections after the first. */
  readonly collections: number;
  /** Up to so many patches the state is one more area. */
  readonly state: number;
  readonly probes: number;
  readonly seed: number;
}

export type AttackName =
  | 'programs'
  | 'levers'
  | 'insiders'
  | 'releases'
  | 'small changes'
  | 'comparisons'
  | 'interference';

type Views = Record<View, Publication>;

export async function attack(
  stage: Stage,
  effort: Effort,
  say: (figure: Figure) => void,
  { method = METHOD, only }: { method?: Method; only?: readonly AttackName[] } = {},
): Promise<void> {
  const wants = (name: AttackName) => !only || only.includes(name);
  const views = await readViews(stage.reader);
  const { patches } = views.agency;
  const students = await studentsOf(stage, patches);
  const otherwise = await judgedOtherwise(stage, students);
  if (otherwise > 0) throw new Error(`the product and the judge read the answers of ${otherwise} students differently`);
  const reading = (of: readonly Publication[]): Reading => ({ patches, students, views: of });
  const staff = reading([views.agency, views.provider, views.public]);
  const recognizes = method === METHOD;

  if (wants('programs')) {
    const alone = systemOf([reading([views.public])], { method });
    const all = systemOf([staff], { method, recognizes });
    for (const [name, system] of [
      ['public alone', alone],
      ['all views', all],
    ] as const)
      for (const [what, areas] of areasOf(system, effort))
        say(
          await searched(
            name,
            what,
            areas.map((units) => ({ system, units })),
          ),
        );
    const { groups, proven } = unplacedProven([views.agency, views.provider, views.public]);
    say({
      attack: 'no fixed residence',
      what: 'districts, and all hidden ones together',
      tried: groups,
      finds: proven,
    });
  }
  if (wants('levers')) say(await leversAttacked(stage.reader, staff, { method, recognizes }, effort));
  if (wants('insiders')) say(await attackedFromInside(reading([views.public]), method, effort));
  if (wants('comparisons')) {
    const found = sameInAllViews(Object.values(views));
    say({ attack: 'views', what: 'numbers of the same patches', tried: found.compared, finds: found.differences });
    for (const view of ['public', 'agency', 'district'] as const) {
      const { compared, differences } = await sameInAllFormats(stage.reader, views[view]);
      const what = 'JSON pages, GeoJSON, CSV, vector tiles, cell tiles';
      say({ attack: `formats, ${view}`, what, tried: compared, finds: differences });
    }
    const probed = await probe(stage.reader, views.public.releaseId, students, effort.probes);
    const what = `cells, views, mistakes; an answer hiding students is the slower in ${probed.slower.toFixed(2)} of pairs`;
    say({ attack: 'side doors', what, tried: probed.tried, finds: probed.differences });
  }
  if (wants('interference')) {
    const { compared, differences } = await interference(stage, views);
    say({
      attack: 'estimates',
      what: 'answers, with all numbers a view cannot read changed',
      tried: compared,
      finds: differences,
    });
  }
  if (wants('small changes')) for (const figure of await smallChanges(stage, views, students)) say(figure);
  if (wants('releases') && effort.collections > 0) say(await releasesAttacked(stage, effort, method));
}

async function readViews(reader: Reader): Promise<Views> {
  const views: Partial<Views> = {};
  for (const view of ['agency', 'provider', 'public', 'district'] as const)
    views[view] = await readPublication(reader, view);
  return views as Views;
}

function areasOf(system: System, effort: Effort): [string, Units[]][] {
  const everything = [...system.units.keys()];
  return [
    ['random res-6 hexes', hexes(system, 6, effort.seed).slice(0, effort.hexes6)],
    ['random res-5 hexes', hexes(system, 5, effort.seed).slice(0, effort.hexes5)],
    ['counties and the hexes across their borders', places(system, 'county', true).slice(0, effort.counties)],
    ['senate districts', places(system, 'senate_district', false).slice(0, effort.senates)],
    ['the whole state', everything.length <= effort.state ? [everything] : []],
  ];
}

/** Programs of areas, each of its own system or of one. */
async function searched(
  attack: string,
  what: string,
  areas: readonly { system: System; units: Units }[],
): Promise<Figure> {
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

/** The same with levers of places, and groups by sort of verdict; filings and the cells of homes are known. */
async function leversAttacked(reader: Reader, reading: Reading, insight: Insight, effort: Effort): Promise<Figure> {
  const sorts = new Map<string, number>();
  const whole = systemOf([reading], insight);
  const chosen = [places(whole, 'county', true), places(whole, 'senate_district', false)].flatMap((found) =>
    found.slice(0, effort.withLevers),
  );
  const areas: { system: System; units: Units }[] = [];
  for (const units of chosen) {
    const only = new Set(patchesOf(whole, units, reading));
    const cells = new Set(reading.students.filter(({ patch }) => only.has(patch)).map(({ cell }) => cell));
    for (const cell of cells) if (!sorts.has(cell)) sorts.set(cell, await sortOf(reader, cell));
    const system = systemOf([reading], { ...insight, sorts, only });
    areas.push({ system, units: [...system.units.keys()] });
  }
  return searched('levers, all views', 'counties with hexes across, senate districts', areas);
}

/** Units of a single release and patches of the agency come in the same words. */
function patchesOf({ units }: System, chosen: Units, { patches }: Reading): number[] {
  const names = new Set(chosen.map((unit) => units[unit]?.sameHome.replace(/ \d+ \d+$/, '')));
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
async function attackedFromInside(reading: Reading, method: Method, effort: Effort): Promise<Figure> {
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

/** Fewer than the floor changed: nothing may move. Then a file is sent, another, and the first again: totals stay apart. */
async function smallChanges(stage: Stage, before: Views, students: readonly Student[]): Promise<Figure[]> {
  const [largest = [], second = []] = byPatch(students);
  const own = largest.filter(({ leaId }) => leaId === largest[0]?.leaId);
  const status = 'unaffordable';
  await answerAnew(stage, answering(own, status).slice(0, METHOD.floor - 1), status);
  await stage.release('Few changed');
  const views = ['agency', 'public'] as const;
  const after = {
    agency: await readPublication(stage.reader, 'agency'),
    public: await readPublication(stage.reader, 'public'),
  };
  const compared = views.map((view) => sameInBoth(before[view], after[view]));
  const moved = own.slice(0, METHOD.floor + 2);
  const releases = [after.agency];
  for (const [name, cell] of [
    ['Twelve moved', second[0]?.cell],
    ['Sent again', undefined],
  ] as const) {
    if (cell) await move(stage, moved, cell);
    else for (const student of moved) await move(stage, [student], student.cell);
    await stage.release(name);
    releases.push(await readPublication(stage.reader, 'agency'));
  }
  const totals = totalsApart(releases);
  return [
    {
      attack: 'small changes',
      what: `${METHOD.floor - 1} families of a patch answer anew, released again`,
      tried: compared.reduce((sum, one) => sum + one.compared, 0),
      finds: compared.flatMap(({ differences }) => differences),
    },
    { attack: 'totals', what: 'twelve students move and come back', tried: totals.compared, finds: totals.differences },
  ];
}

/** Large patches answer anew in each collection, small ones never; all releases in one program. */
async function releasesAttacked(stage: Stage, effort: Effort, method: Method): Promise<Figure> {
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
