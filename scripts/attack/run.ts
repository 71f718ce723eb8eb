/**
 * `npm run attack`: a state of the demo's size is made, released and served, and attacked by all we know how to do. Ends
 * with 1 when anything was disclosed.
 *
 *     npm run attack -- [--students 250000] [--keys N | --unprotected] [--alone fcc]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/deps.ts';
import { attack, attackRekeyed, attackUnprotected, type Figure } from './attacks.ts';
import { errorTable, figureLine } from './report.ts';
import { setStage } from './stage.ts';

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '250000' },
    keys: { type: 'string' },
    unprotected: { type: 'boolean', default: false },
    alone: { type: 'string' },
  },
});
if (values.keys !== undefined && !/^[1-9]\d*$/.test(values.keys)) throw new Error('--keys takes a number from 1 on.');
const begun = performance.now();
const seconds = () => ((performance.now() - begun) / 1000).toFixed(0);
const scratch = mkdtempSync(join(tmpdir(), 'gapmap-attack-'));
const RECONSTRUCTED = 120;
let disclosures = 0;
try {
  const { GAPMAP_DATA_DIR: kept, DATABASE_URL: url } = process.env;
  const dataDir = join(scratch, 'data');
  await using deps = await openDeps(
    readConfig({ GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...(url ? { DATABASE_URL: url } : {}) }),
  );
  const stage = await setStage(
    deps,
    Number(values.students),
    kept ?? dataDir,
    values.alone === 'fcc' ? 'fcc' : undefined,
  );
  console.log(`${values.students} students released and served after ${seconds()} s.\n`);
  const say = (figure: Figure) => console.log(figureLine(figure));
  if (values.unprotected) {
    console.log('The same attacks on true counts, hidden only where they are under the floor:');
    for (const figure of await attackUnprotected(stage, RECONSTRUCTED)) say(figure);
  } else if (values.keys) {
    await attackRekeyed(stage, Number(values.keys), (figure) => {
      disclosures += figure.disclosures;
      say(figure);
    });
    console.log(`\n${disclosures} disclosures below the floor, in ${seconds()} s.`);
  } else {
    const report = await attack(stage, { reconstructed: RECONSTRUCTED, scratch, onFigure: say });
    disclosures = report.figures.reduce((sum, figure) => sum + figure.disclosures, 0);
    console.log(`\n${errorTable(report.errors)}`);
    console.log(`\n${disclosures} disclosures below the floor, in ${seconds()} s.`);
  }
  await stage.stop();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = disclosures > 0 ? 1 : 0;
