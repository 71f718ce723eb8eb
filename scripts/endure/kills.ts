/**
 * Kills parts of the product at random while it is read from, written to and asked for releases, and checks that it comes back by
 * itself, that nothing acknowledged is lost and that nothing is there in part.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/deps.ts';
import { QUESTIONS } from '../../server/domain/survey.ts';
import { seededRandom } from '../../tests/support/synthetic-hexes.ts';
import type { Command, Product } from './product.ts';
import { type Asked, inWords, read, share } from './reading.ts';

/** A killed worker's job is taken up within a minute, and then needs its time. */
const JOBS_WITHIN_MS = 240_000;
/** After the last blow a command has its work to do, and no more than that. */
const COMMANDS_WITHIN_MS = 240_000;

type Blow = 'server' | 'worker' | 'database' | 'connections' | 'import' | 'release';

export interface KillsWishes {
  readonly product: Product;
  readonly kills: number;
  readonly seed: number;
  /** How soon the product has to be back by itself. */
  readonly backWithinMs: number;
  readonly coordinator: string;
  readonly mix: (random: () => number) => Asked;
  /** Native: crashes the server and begins it again, and ends all connections. Undefined: the embedded database. */
  readonly cluster: { url: string; crash(): Promise<void>; endConnections(): Promise<void> } | undefined;
}

export interface KillsFound {
  readonly blows: ReadonlyMap<Blow, number>;
  readonly slowestMs: number;
  readonly medianMs: number;
  readonly answers: string;
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

export async function kill({
  product,
  kills,
  seed,
  backWithinMs,
  coordinator,
  mix,
  cluster,
}: KillsWishes): Promise<KillsFound> {
  const random = seededRandom(seed);
  const blows = new Map<Blow, number>();
  const faults: string[] = [];
  const back: number[] = [];
  const stop = new AbortController();
  const reading = read(product.url, mix, { connections: 8, until: stop.signal });
  const writing = write(product, coordinator, stop.signal);
  const kinds: Blow[] = [
    'server',
    'worker',
    'database',
    'database',
    'import',
    'release',
    ...(cluster ? (['connections'] as const) : []),
  ];
  const commands: Promise<Command & { what: string }>[] = [];
  let releases = 0;
  let imports = 0;
  const command = (what: string, args: readonly string[], killAfterMs?: number) =>
    commands.push(product.command(args, killAfterMs).then((ended) => ({ ...ended, what })));

  for (let i = 0; i < kills; i++) {
    const blow = kinds[Math.floor(random() * kinds.length)] as Blow;
    blows.set(blow, (blows.get(blow) ?? 0) + 1);
    // Some blows fall while a command or a job is at work.
    if (random() < 0.25) command('import', importOf(product, ++imports));
    if (i % 25 === 0) command('asking', ['release', `Asked ${++releases}`, '--later']);
    await sleep(random() * 2_000);
    if (blow === 'server') product.kill('serve');
    if (blow === 'worker') product.kill('work');
    if (blow === 'connections') await cluster?.endConnections();
    if (blow === 'database' && cluster) await cluster.crash();
    if (blow === 'database' && !cluster) product.killDatabase();
    if (blow === 'import') command('killed', importOf(product, ++imports), 300 + random() * 4_000);
    if (blow === 'release') command('killed', ['release', `Killed ${i}`], 500 + random() * 8_000);
    await sleep(50);
    await product.ready(backWithinMs).then(
      (ms) => back.push(ms),
      (error: Error) => faults.push(`after a blow to the ${blow}: ${error.message}`),
    );
    if (!cluster && product.databaseProcesses() > 1) faults.push('two processes hold one embedded database');
  }
  const patience = setTimeout(() => product.giveUpCommands(), COMMANDS_WITHIN_MS);
  const ended = await Promise.all(commands);
  clearTimeout(patience);
  for (const { code, said, what } of ended)
    if (what !== 'killed' && code !== null && code !== 0 && !isSentence(said))
      faults.push(`a command ended without a sentence: ${said.slice(-300)}`);
  await untilJobsAreDone(product, faults);
  stop.abort();
  await Promise.all([reading.ended, writing.ended]);
  faults.push(
    ...product.unasked,
    ...product.unexpected,
    ...reading.tally.wrong,
    ...(await judge(product, cluster?.url, writing)),
  );
  for (const status of reading.tally.statuses.keys())
    if (![0, 200, 204, 304, 503].includes(status)) faults.push(`readers were answered ${status}`);
  return {
    blows,
    slowestMs: Math.max(...back),
    medianMs: share(back, 0.5),
    answers: inWords(reading.tally),
    acknowledged: writing.acknowledged.length,
    faults,
  };
}

/** A filing of the demo, as one more of another day. */
function importOf(product: Product, turn: number): string[] {
  const asOf = new Date(Date.UTC(2010, 0, turn)).toISOString().slice(0, 10);
  const options = ['--publisher', 'Endurance', '--provider', 'Highgap Communications, LLC', '--as-of', asOf];
  return ['import', 'puc', join(product.dataDir, 'endure', 'highgap.gpkg'), ...options, '--state', '54', '--synthetic'];
}

/** One or a few sentences, and nothing of the program's inside. */
function isSentence(said: string): boolean {
  return /\.\s*$/.test(said.trimEnd()) && !/\n\s+at .*:\d+|node:internal/.test(said);
}

interface Writing {
  /** Names of collections that were answered with 201. */
  readonly acknowledged: string[];
  readonly wrong: string[];
  ended: Promise<void>;
}

/** A coordinator who plans one collection after another. */
function write(product: Product, token: string, until: AbortSignal): Writing {
  const acknowledged: string[] = [];
  const wrong: string[] = [];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const plan = async (name: string) => {
    const body = JSON.stringify({ name, opensOn: '2030-01-01', closesOn: '2030-02-01', questions: [...QUESTIONS] });
    const answer = await fetch(`${product.url}/api/v1/collect/collections`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
    if (answer?.status === 201) acknowledged.push(name);
    else if (answer && ![409, 503].includes(answer.status))
      wrong.push(`a write was answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  };
  const ended = (async () => {
    for (let i = 0; !until.aborted; i++) {
      await plan(`Planned ${i}`);
      await sleep(300);
    }
  })();
  return { acknowledged, wrong, ended };
}

async function untilJobsAreDone(product: Product, faults: string[]): Promise<void> {
  const from = performance.now();
  let jobs = 'their list was not to be had';
  while (performance.now() - from < JOBS_WITHIN_MS) {
    const said = await product.done('status').catch(() => '');
    jobs = /Jobs:\n((?: {2}.*\n?)*)/.exec(said)?.[1]?.trim() ?? jobs;
    if (jobs === 'none') return;
    await sleep(5_000);
  }
  faults.push(`jobs were not done ${JOBS_WITHIN_MS / 1000} s after the last blow: ${jobs}`);
}

/** Reads as the owner what is there in the end. */
async function judge(
  product: Product,
  databaseUrl: string | undefined,
  { acknowledged, wrong }: Writing,
): Promise<string[]> {
  const faults = [...wrong];
  const deps = await openDeps(
    readConfig({ GAPMAP_DATA_DIR: product.dataDir, DATABASE_URL: databaseUrl ?? '', LOG_LEVEL: 'silent' }),
  );
  try {
    await deps.db.asOwner(async (tx) => {
      const names = new Set(
        (await tx.rows<{ name: string }>('select name from intake.collections')).map(({ name }) => name),
      );
      const lost = acknowledged.filter((name) => !names.has(name));
      if (lost.length > 0) faults.push(`${lost.length} of ${acknowledged.length} acknowledged collections are lost`);
      const filings = await tx.rows<{ areas: number; filings: number }>(
        `select areas, count(*)::integer as filings
         from (select f.id, count(a.id)::integer as areas from coverage.filings f left join coverage.areas a on a.filing_id = f.id
               where f.publisher = 'Endurance' group by f.id) as each
         group by areas`,
      );
      if (filings.length > 1) faults.push(`filings are there in part: ${JSON.stringify(filings)}`);
      const releases = await tx.rows<{ students: bigint | number; releases: number }>(
        `select students, count(*)::integer as releases
         from (select r.id, coalesce(sum(p.students), 0)::bigint as students from published.releases r
               left join published.patches p on p.release_id = r.id group by r.id) as each
         group by students`,
      );
      if (releases.length > 1)
        faults.push(
          `releases are there in part: ${releases.map(({ students, releases }) => `${releases} with ${students} students`).join(', ')}`,
        );
    });
  } finally {
    await deps[Symbol.asyncDispose]();
  }
  return faults;
}
