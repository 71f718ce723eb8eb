/** Every attack on one stage, in the order of what they need: one release first, then releases that follow. */
import { answerAnew, answering, byPatch, manyAnswerAnew, move, ofOneDistrict } from '../stage/changes.ts';
import { judgedOtherwise, studentsOf } from '../stage/judge.ts';
import type { Stage } from '../stage/stage.ts';
import type { Areas } from './areas.ts';
import { areasAttacked, attackedFromInside, leversAttacked } from './by-programs.ts';
import { sameInAllFormats, sameInAllViews, sameInBoth, totalsApart } from './compare.ts';
import { interference } from './interference.ts';
import { METHOD, type Method } from './method.ts';
import { probe } from './probes.ts';
import { readPublication } from './published.ts';
import type { View } from './reader.ts';
import type { Reading } from './system.ts';
import { type Figure, Tried } from './tried.ts';
import { unplacedProven } from './unplaced.ts';

/** How much of everything is tried. */
export interface Effort {
  readonly areas: Areas;
  /** Districts, and areas of each kind with others too that one of them attacks. */
  readonly insiders: number;
  /** Collections after the first. */
  readonly collections: number;
  /** Pairs of cells, one with hidden students and one empty, that are asked for. */
  readonly pairs: number;
}

const ALL = ['programs', 'levers', 'insiders', 'comparisons', 'interference', 'small changes', 'releases'] as const;
export type AttackName = (typeof ALL)[number];

export async function attack(
  stage: Stage,
  effort: Effort,
  say: (figure: Figure) => void,
  { method = METHOD, only = ALL }: { method?: Method; only?: readonly AttackName[] } = {},
): Promise<void> {
  const { reader } = stage;
  const first = await readingNow(stage, ['agency', 'provider', 'public']);
  const { students, views } = first;
  const otherwise = await judgedOtherwise(stage, students);
  if (otherwise > 0) throw new Error(`the product and the judge read the answers of ${otherwise} students differently`);
  const attacked = { reader, readings: [first], method, areas: effort.areas };
  const done = async (name: string, what: string, run: (tried: Tried) => unknown) => {
    const tried = new Tried();
    const more = (await run(tried)) ?? '';
    say({ attack: name, what: `${what}${more}`, tried: tried.tried, finds: tried.finds });
  };

  if (only.includes('programs')) {
    for (const figure of areasAttacked('public alone', attacked)) say(figure);
    for (const figure of areasAttacked('all views', attacked)) say(figure);
    await done('no fixed residence', 'districts, all hidden ones', (tried) => unplacedProven(views, tried));
  }
  if (only.includes('levers')) say(await leversAttacked(attacked));
  if (only.includes('insiders')) say(attackedFromInside(attacked, effort.insiders));
  const district = await readPublication(reader, 'district');
  const all = [...views, district];
  if (only.includes('comparisons')) {
    await done('views', 'numbers of the same patches', (tried) => sameInAllViews(all, tried));
    for (const publication of all.filter(({ view }) => view !== 'provider')) {
      const archive = publication.view === 'public' ? await stage.archive() : undefined;
      const formats = `JSON pages, GeoJSON, CSV, vector tiles, cell tiles${archive ? ', PMTiles' : ''}`;
      const compared = (tried: Tried) => sameInAllFormats(reader, publication, archive, tried);
      await done(`formats, ${publication.view}`, formats, compared);
    }
    const cells = 'cells with hidden students and empty ones';
    await done('side doors', cells, (tried) => probe(reader, students, effort.pairs, tried));
  }
  const unread = (tried: Tried) => interference(stage, all, tried);
  if (only.includes('interference')) await done('estimates', 'answers, when what a view cannot read changes', unread);
  if (only.includes('small changes')) {
    const what = `${METHOD.floor - 1} families of a patch answer anew, released again`;
    await done('small changes', what, (tried) => fewAnswerAnew(stage, first, tried));
    await done('totals', 'twelve students move and come back', (tried) => someMove(stage, first, tried));
  }
  if (only.includes('releases') && effort.collections > 0) {
    const readings = [first];
    for (let collection = 1; collection <= effort.collections; collection++) {
      await manyAnswerAnew(stage, students, collection);
      await stage.release(`Collection ${collection}`);
      readings.push(await readingNow(stage, ['agency', 'public']));
    }
    const later = { ...attacked, readings, areas: { ...effort.areas, state: 0 } };
    const sayAll = (figure: Figure) => say({ ...figure, attack: `${readings.length} releases, ${figure.attack}` });
    for (const figure of areasAttacked('all views', later)) sayAll(figure);
    sayAll(await leversAttacked(later));
    sayAll(attackedFromInside(later, effort.insiders));
  }
}

/** @param views the agency's first */
async function readingNow(stage: Stage, views: readonly View[]): Promise<Reading> {
  const now = await Promise.all(views.map((view) => readPublication(stage.reader, view)));
  const patches = now[0]?.patches ?? [];
  return { patches, students: await studentsOf(stage, patches), views: now };
}

/** Fewer than the floor answer anew: nothing may move. */
async function fewAnswerAnew(stage: Stage, { students, views }: Reading, tried: Tried): Promise<void> {
  const [largest = []] = byPatch(answering(students, 'unaffordable'));
  await answerAnew(stage, ofOneDistrict(largest).slice(0, METHOD.floor - 1), 'unaffordable');
  await stage.release('Few changed');
  for (const before of views)
    if (before.view !== 'provider') sameInBoth(before, await readPublication(stage.reader, before.view), tried);
}

/** A file is sent, another, and the first again: totals stay apart. */
async function someMove(stage: Stage, { students, views }: Reading, tried: Tried): Promise<void> {
  const [largest = [], second = []] = byPatch(students);
  const releases = views.slice(0, 1);
  for (const cell of [second[0]?.cell, undefined]) {
    for (const student of ofOneDistrict(largest).slice(0, METHOD.floor + 2))
      await move(stage, student, cell ?? student.cell);
    await stage.release(cell ? 'Twelve moved' : 'Sent again');
    releases.push(await readPublication(stage.reader, 'agency'));
  }
  totalsApart(releases, tried);
}
