/**
 * The attacks of `npm run attack` on a small state. On the embedded database only: what is attacked is what the server
 * sends, which is the same on both, and every release takes its time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type AttackName, attack, type Effort } from '../scripts/attack/attacks.ts';
import type { Figure } from '../scripts/attack/tried.ts';
import { GUARDS, type GuardName } from '../scripts/stage/guards.ts';
import { type Stage, setStage } from '../scripts/stage/stage.ts';

/** Of a state of so many, those of a few districts that touch. */
const STUDENTS = 9_000;
const DISTRICTS = ['5400600', '5400090', '5400240', '5400300', '5400540', '5400660', '5401200', '5401320'];
const EFFORT: Effort = {
  areas: { hexes6: 10, hexes5: 10, counties: 1, senates: 1, state: 400, seed: 1 },
  insiders: 3,
  collections: 1,
  pairs: 8,
};

const scratch = mkdtempSync(join(tmpdir(), 'gapmap-attack-'));
const provided = inject('database');
const wishes = {
  folder: scratch,
  scratch,
  students: STUDENTS,
  secret: '5c'.repeat(32),
  ...(provided.kind === 'embedded' ? { template: provided.template } : {}),
};
const figures: Figure[] = [];
const withoutNoise: Figure[] = [];

beforeAll(async () => {
  const stage = await releasedStage();
  await attack(stage, EFFORT, (figure) => figures.push(figure));
  await stage.stop();
  const { method, attacks } = GUARDS.noise;
  const bare = await releasedStage('noise');
  const options = { method, only: attacks as readonly AttackName[] };
  const few = { ...EFFORT, areas: { ...EFFORT.areas, state: 0 } };
  await attack(bare, few, (figure) => withoutNoise.push(figure), options);
  await bare.stop();
}, 600_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const COUNTIES = ['54039', '54005', '54015', '54019', '54035', '54043', '54079', '54087'];

/** Nothing is told of other places: of those without students, and of towns, of which none has enough. */
async function releasedStage(without?: GuardName): Promise<Stage> {
  const stage = await setStage({ ...wishes, without });
  for (const table of ['answers', 'homes', 'no_fixed_residence'])
    await stage.sql(`delete from intake.${table} where not lea_id = any ($1::text[])`, DISTRICTS);
  const told = "kind in ('state', 'senate_district') or id = any ($1::text[])";
  await stage.sql(`delete from places.places where not (${told})`, [...DISTRICTS, ...COUNTIES]);
  await stage.release('First');
  return stage;
}

const EVERY_ATTACK = [
  'public alone',
  'all views',
  'no fixed residence',
  'levers, all views',
  'a district and the public view',
  'views',
  'formats, public',
  'formats, agency',
  'formats, district',
  'side doors',
  'estimates',
  'small changes',
  'totals',
  '2 releases, all views',
  '2 releases, levers, all views',
  '2 releases, a district and the public view',
];

describe('an attacker who reads all that is published', () => {
  it.each(EVERY_ATTACK)('finds nothing by %s', (name) => {
    const own = figures.filter(({ attack }) => attack === name);
    expect(own.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(0);
    expect(own.flatMap(({ finds }) => finds)).toEqual([]);
  });

  it('runs every attack there is', () => {
    expect([...new Set(figures.map(({ attack }) => attack))].sort()).toEqual([...EVERY_ATTACK].sort());
  });

  it('finds groups where counts have no noise', () => {
    expect(withoutNoise.flatMap(({ finds }) => finds).length).toBeGreaterThan(0);
  });
});
