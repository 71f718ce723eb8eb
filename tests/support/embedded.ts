/** The embedded database for the tests: created and migrated once (about 15 s), its files copied for each test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/deps.ts';
import './provided.ts';

export default async function setup(project: TestProject): Promise<() => void> {
  const template = mkdtempSync(join(tmpdir(), 'gapmap-embedded-'));
  const deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: template }));
  await deps[Symbol.asyncDispose]();
  const states = mkdtempSync(join(tmpdir(), 'gapmap-states-'));
  project.provide('database', { kind: 'embedded', template });
  project.provide('states', states);
  return () => {
    for (const folder of [template, states]) rmSync(folder, { recursive: true, force: true });
  };
}
