import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { makeOnce } from './make-once.ts';
import { withoutTransaction } from './postgres.ts';
import { SMALL_STATE, TEMPLATE } from './provided.ts';

export interface TestDatabase {
  readonly deps: Deps;
  readonly kind: 'native' | 'embedded';
  readonly dataDir: string;
}

/**
 * A migrated, empty database of the kind the project runs on, for one test file. Call at the top of the file; read
 * `.deps` inside tests.
 */
export function testDatabase(): TestDatabase {
  return ofFile(async () => empty());
}

/** The same with a small synthetic state in it, loaded and released through the importers once a run. */
export function smallStateDatabase(): TestDatabase {
  return ofFile(async () => {
    const made = join(inject('states'), 'small');
    await makeOnce(made, async (partial) => {
      const { loadSmallState } = await import('./state.ts');
      const { config } = await empty({ name: SMALL_STATE, dataDir: join(partial, 'data') });
      const deps = await openDeps(config);
      await loadSmallState(deps);
      await deps[Symbol.asyncDispose]();
    });
    return copyOf({ template: SMALL_STATE, folder: join(made, 'data') });
  });
}

interface Opened {
  readonly config: Config;
  readonly dataDir: string;
  drop(): Promise<void>;
}

function ofFile(open: () => Promise<Opened>): TestDatabase {
  let opened: Opened | undefined;
  let deps: Deps | undefined;

  beforeAll(async () => {
    opened = await open();
    deps = await openDeps(opened.config);
  });

  afterAll(async () => {
    await deps?.[Symbol.asyncDispose]();
    await opened?.drop();
    if (opened) rmSync(opened.dataDir, { recursive: true, force: true });
  });

  return {
    kind: inject('database').kind,
    get dataDir() {
      return opened?.dataDir ?? '';
    },
    get deps() {
      if (!deps) throw new Error('the database is open only inside tests and hooks');
      return deps;
    },
  };
}

function empty(as: { name?: string; dataDir?: string } = {}): Promise<Opened> {
  const provided = inject('database');
  const folder = provided.kind === 'embedded' ? provided.template : undefined;
  return copyOf({ template: TEMPLATE, folder }, as);
}

/** @param from template of the native server, and the data folder that goes with it */
async function copyOf(
  { template, folder }: { template: string; folder?: string | undefined },
  {
    name = `gapmap_test_${randomBytes(6).toString('hex')}`,
    dataDir = mkdtempSync(join(tmpdir(), 'gapmap-test-')),
  }: { name?: string; dataDir?: string } = {},
): Promise<Opened> {
  const provided = inject('database');
  mkdirSync(dataDir, { recursive: true });
  if (folder) cpSync(folder, dataDir, { recursive: true });
  const common = { GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  if (provided.kind === 'embedded') return { config: readConfig(common), dataDir, drop: async () => undefined };
  await withoutTransaction(provided.url, [`create database ${name} template ${template}`]);
  const url = new URL(provided.url);
  url.pathname = `/${name}`;
  return {
    config: readConfig({ ...common, DATABASE_URL: url.href }),
    dataDir,
    drop: () => withoutTransaction(provided.url, [`drop database ${name} with (force)`]),
  };
}
