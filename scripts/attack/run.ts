/**
 * `npm run attack`: a state of the demo's size is made, released and served by the product, and attacked over HTTP. Ends
 * with 1 when anything was found.
 *
 *     npm run attack -- [--students 250000] [--without GUARD | --guards] [--keys N] [--only ATTACK,...] [--collections N]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GUARDS, type GuardName } from '../stage/guards.ts';
import { setStage } from '../stage/stage.ts';
import { type AttackName, attack } from './attacks.ts';
import type { Figure } from './tried.ts';

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '250000' },
    without: { type: 'string' },
    guards: { type: 'boolean', default: false },
    keys: { type: 'string', default: '1' },
    only: { type: 'string' },
    collections: { type: 'string', default: '2' },
    insiders: { type: 'string', default: '60' },
  },
});
const names = values.guards ? (Object.keys(GUARDS) as GuardName[]) : [values.without as GuardName | undefined];
for (const name of names)
  if (name !== undefined && !(name in GUARDS)) throw new Error(`Guards are ${Object.keys(GUARDS).join(', ')}.`);

const begun = performance.now();
const seconds = () => ((performance.now() - begun) / 1000).toFixed(0);
const scratch = mkdtempSync(join(tmpdir(), 'gapmap-attack-'));
// What is loaded once is kept for the next run where a folder is given.
const folder = process.env.GAPMAP_DATA_DIR ?? scratch;
mkdirSync(folder, { recursive: true });
const EXAMPLES = 3;
let finds = 0;

function say({ attack: name, what, tried, finds: found }: Figure): void {
  finds += found.length;
  console.log(`| ${name} | ${what} | ${tried.toLocaleString('en-US')} | ${found.length} |`);
  for (const find of found.slice(0, EXAMPLES)) console.log(`    such as: ${find}`);
}

try {
  for (const without of names)
    for (let key = 1; key <= Number(values.keys); key++) {
      const secret = createHash('sha256').update(`attack ${key}`).digest('hex');
      const stage = await setStage({ folder, scratch, students: Number(values.students), without, secret });
      await stage.release('First');
      const guard = without && GUARDS[without];
      const how = guard ? `without ${guard.says}` : 'as it is';
      console.log(`\n${values.students} students, key ${key}, ${how}, ${seconds()} s\n`);
      console.log('| attack | what | groups or numbers tried | finds |\n|---|---|---|---|');
      const only = (values.only?.split(',') ?? guard?.attacks) as readonly AttackName[] | undefined;
      const areas = { hexes6: 100, hexes5: 30, counties: 10, senates: 3, state: 400, seed: key };
      const effort = { areas, insiders: Number(values.insiders), collections: Number(values.collections) };
      await attack(stage, effort, say, { ...(guard && { method: guard.method }), ...(only && { only }) });
      await stage.stop();
    }
  console.log(`\n${finds} finds, in ${seconds()} s.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = finds > 0 ? 1 : 0;
