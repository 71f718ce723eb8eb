import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { withoutTransaction } from './postgres.ts';
import { TEMPLATE } from './provided.ts';

/**
 * A migrated, empty database of the kind the project runs on, for one test file. Call at the top of the file; read
 * `.deps` inside tests.
 */
export function testDatabase(): {
  readonly deps: Deps;
  readonly kind: 'native' | 'embedded';
  readonly dataDir: string;
} {
  const provided = inject('database');
  let deps: Deps | undefined;
  let dispose: () => Promise<void> = async () => undefined;
  let dataDir = '';

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gapmap-test-'));
    let config: Config;
    if (provided.kind === 'native') {
      const name = `gapmap_test_${randomBytes(6).toString('hex')}`;
      await withoutTransaction(provided.url, [`create database ${name} template ${TEMPLATE}`]);
      const url = new URL(provided.url);
      url.pathname = `/${name}`;
      config = readConfig({ DATABASE_URL: url.href, GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
      dispose = () => withoutTransaction(provided.url, [`drop database ${name} with (force)`]);
    } else {
      cpSync(provided.template, dataDir, { recursive: true });
      config = readConfig({ GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    }
    deps = await openDeps(config);
  });

  afterAll(async () => {
    await deps?.[Symbol.asyncDispose]();
    await dispose();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    kind: provided.kind,
    get dataDir() {
      return dataDir;
    },
    get deps() {
      if (!deps) throw new Error('the database is open only inside tests and hooks');
      return deps;
    },
  };
}
