/** `npm run bench [-- NAME...]`: every bench of this folder, one after another, in one table. Exits 1 when a bar is missed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BenchResult, benchTable, meetsBar } from './result.ts';

const here = import.meta.dirname;
const wanted = process.argv.slice(2);
const known = readdirSync(here).filter((name) => existsSync(join(here, name, 'bench.ts')));
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0) {
  console.error(`No such bench: ${strange.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

const results: BenchResult[] = [];
let broken = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`… ${name}`);
  try {
    const bench: { run(): Promise<BenchResult[]> } = await import(pathToFileURL(join(here, name, 'bench.ts')).href);
    results.push(...(await bench.run()));
  } catch (error) {
    // One bench that cannot run must not hide the figures of the others.
    broken += 1;
    console.error(`${name} could not be measured:`, error);
  }
}

console.log(`\n${benchTable(results)}`);
const missed = results.filter((result) => !meetsBar(result)).length;
if (missed + broken > 0) {
  console.error(`\n${missed} below the bar, ${broken} could not be measured.`);
  process.exitCode = 1;
}
