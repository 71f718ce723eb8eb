/**
 * The attacks of `npm run attack` on a small state. On the embedded database only: what is attacked is what the server
 * sends, which is the same on both, and every release takes its time.
 */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attack, attackRekeyed, attackUnprotected, type Figure, type Report } from '../scripts/attack/attacks.ts';
import { type Stage, setStage } from '../scripts/attack/stage.ts';
import { testDatabase } from './support/database.ts';

const STUDENTS = 3_000;
/** Patches whose cells are reconstructed, the smallest first; `npm run attack` takes more. */
const RECONSTRUCTED = 6;
/** Sets of keys, each of which draws all noise anew. */
const KEYS = 5;

const database = testDatabase();
let stage: Stage;
let unprotected: Report['figures'];
let report: Report;
const rekeyed: Figure[] = [];

beforeAll(async () => {
  stage = await setStage(database.deps, STUDENTS, join(tmpdir(), 'gapmap-test-state'));
  unprotected = await attackUnprotected(stage, RECONSTRUCTED);
  await attackRekeyed(stage, KEYS, (figure) => rekeyed.push(figure));
  report = await attack(stage, { reconstructed: RECONSTRUCTED, scratch: database.dataDir });
}, 300_000);
afterAll(() => stage?.stop());

const EVERY_ATTACK = [
  'a differences, agency',
  'a differences, provider',
  'a differences, public',
  'e tiers combined',
  'b reconstruction, public',
  'b reconstruction, all tiers',
  'formats',
  'f side doors',
  'c asking again',
  'c rebuilding',
  'd releases',
];

describe('an attacker who reads all that is published', () => {
  it.each(EVERY_ATTACK)('proves nothing below the floor: %s', (name) => {
    const figure = report.figures.find(({ attack }) => attack === name);
    expect(figure?.tried).toBeGreaterThan(0);
    expect(figure?.examples).toEqual([]);
    expect(figure?.disclosures).toBe(0);
  });

  it('proves nothing with other keys either', () => {
    expect(rekeyed).toHaveLength(KEYS);
    expect(rekeyed.flatMap(({ examples }) => examples)).toEqual([]);
    expect(new Set(rekeyed.map(({ figure }) => figure)).size).toBeGreaterThan(1);
  });

  it('has tried all there is', () => {
    expect(report.figures.map(({ attack }) => attack).sort()).toEqual([...EVERY_ATTACK].sort());
  });

  it('knows the method so well that none of its bounds is wrong', () => {
    for (const { attack, figure } of report.figures)
      if (/^[ae] /.test(attack)) expect(figure).toContain(" 0 of the attacker's bounds are wrong");
  });

  it('sees numbers move when more students than the floor do', () => {
    const figure = report.figures.find(({ attack }) => attack === 'd releases')?.figure ?? '';
    expect(Number(/(\d+) values move/.exec(figure)?.[1])).toBeGreaterThan(0);
  });

  it('proves much where true counts are published and only small ones hidden', () => {
    for (const { attack, disclosures } of unprotected)
      expect([attack, disclosures > 0 ? 'proves much' : 'proves nothing']).toEqual([attack, 'proves much']);
  });
});

describe('published numbers', () => {
  it('are off by a few students, up as well as down', () => {
    const patches = report.errors.provider.filter(({ level, shown }) => level === 'patch' && shown >= 20);
    expect(patches.length).toBeGreaterThan(0);
    for (const { meanAbsolute, p95Absolute } of patches) {
      expect(meanAbsolute).toBeLessThan(4);
      expect(p95Absolute).toBeLessThanOrEqual(17);
    }
  });
});
