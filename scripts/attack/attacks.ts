/** Every attack on one stage, in the order of what they need: one release first, then releases that follow. */

import { answerAnew, answering, byPatch, move } from '../stage/changes.ts';
import { judgedOtherwise, type Student, studentsOf } from '../stage/judge.ts';
import type { Stage } from '../stage/stage.ts';
import { areasAttacked, attackedFromInside, leversAttacked, releasesAttacked } from './by-programs.ts';
import { type Comparison, sameInAllFormats, sameInAllViews, sameInBoth, totalsApart } from './compare.ts';
import { interference } from './interference.ts';
import { METHOD, type Method } from './method.ts';
import { probe } from './probes.ts';
import { type Publication, readPublication } from './published.ts';
import type { View } from './reader.ts';
import type { Reading } from './system.ts';
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

export async function attack(
  stage: Stage,
  effort: Effort,
  say: (figure: Figure) => void,
  { method = METHOD, only }: { method?: Method; only?: readonly AttackName[] } = {},
): Promise<void> {
  const wants = (name: AttackName) => !only || only.includes(name);
  const { reader } = stage;
  const views = {
    agency: await readPublication(reader, 'agency'),
    provider: await readPublication(reader, 'provider'),
    public: await readPublication(reader, 'public'),
    district: await readPublication(reader, 'district'),
  };
  const { patches } = views.agency;
  const students = await studentsOf(stage, patches);
  const otherwise = await judgedOtherwise(stage, students);
  if (otherwise > 0) throw new Error(`the product and the judge read the answers of ${otherwise} students differently`);
  const reading = (of: readonly Publication[]): Reading => ({ patches, students, views: of });
  const everything = [views.agency, views.provider, views.public];
  // Whoever misjudges the method by a guard cannot tell what was hidden by choice either.
  const insight = { method, recognizes: method === METHOD };

  if (wants('programs')) {
    for await (const figure of areasAttacked('public alone', reading([views.public]), { method }, effort)) say(figure);
    for await (const figure of areasAttacked('all views', reading(everything), insight, effort)) say(figure);
    const { groups, proven } = unplacedProven(everything);
    say({ attack: 'no fixed residence', what: 'districts, all hidden ones', tried: groups, finds: proven });
  }
  if (wants('levers')) say(await leversAttacked(reader, reading(everything), insight, effort));
  if (wants('insiders')) say(await attackedFromInside(reading([views.public]), method, effort));
  if (wants('comparisons')) {
    say(figureOf('views', 'numbers of the same patches', [sameInAllViews(Object.values(views))]));
    for (const view of ['public', 'agency', 'district'] as const) {
      const what = 'JSON pages, GeoJSON, CSV, vector tiles, cell tiles';
      say(figureOf(`formats, ${view}`, what, [await sameInAllFormats(reader, views[view])]));
    }
    const probed = await probe(reader, views.public.releaseId, students, effort.probes);
    say(
      figureOf(
        'side doors',
        `cells with hidden students and empty ones; slower in ${probed.slower.toFixed(2)} of pairs`,
        [probed],
      ),
    );
  }
  if (wants('interference'))
    say(figureOf('estimates', 'answers, when what a view cannot read changes', [await interference(stage, views)]));
  if (wants('small changes')) for (const figure of await smallChanges(stage, views, students)) say(figure);
  if (wants('releases') && effort.collections > 0) say(await releasesAttacked(stage, effort, method));
}

function figureOf(attack: string, what: string, comparisons: readonly Comparison[]): Figure {
  const tried = comparisons.reduce((sum, { compared }) => sum + compared, 0);
  return { attack, what, tried, finds: comparisons.flatMap(({ differences }) => differences) };
}

/** Fewer than the floor changed: nothing may move. Then a file is sent, another, and the first again: totals stay apart. */
async function smallChanges(
  stage: Stage,
  before: Record<View, Publication>,
  students: readonly Student[],
): Promise<Figure[]> {
  const [largest = [], second = []] = byPatch(students);
  const own = largest.filter(({ leaId }) => leaId === largest[0]?.leaId);
  await answerAnew(stage, answering(own, 'unaffordable').slice(0, METHOD.floor - 1), 'unaffordable');
  await stage.release('Few changed');
  const after = await readPublication(stage.reader, 'agency');
  const compared = [
    sameInBoth(before.agency, after),
    sameInBoth(before.public, await readPublication(stage.reader, 'public')),
  ];
  const moved = own.slice(0, METHOD.floor + 2);
  const releases = [after];
  for (const cell of [second[0]?.cell, undefined]) {
    for (const student of moved) await move(stage, student, cell ?? student.cell);
    await stage.release(cell ? 'Twelve moved' : 'Sent again');
    releases.push(await readPublication(stage.reader, 'agency'));
  }
  return [
    figureOf('small changes', `${METHOD.floor - 1} families of a patch answer anew, released again`, compared),
    figureOf('totals', 'twelve students move and come back', [totalsApart(releases)]),
  ];
}
