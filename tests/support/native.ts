/**
 * Database tests on native PostgreSQL: a private cluster with a migrated template database that each test file clones.
 * `TEST_DATABASE_URL` names a server to use instead.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDb } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { startCluster, withoutTransaction } from './postgres.ts';
import { TEMPLATE } from './provided.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
    : await startCluster();
  await withoutTransaction(server.url, [`drop database if exists ${TEMPLATE}`, `create database ${TEMPLATE}`]);
  const url = new URL(server.url);
  url.pathname = `/${TEMPLATE}`;
  const template = openDb({ kind: 'native', url: url.href });
  await migrate(template);
  await template.close();
  const states = mkdtempSync(join(tmpdir(), 'gapmap-states-'));
  project.provide('database', { kind: 'native', url: server.url });
  project.provide('states', states);
  return async () => {
    await server.stop();
    rmSync(states, { recursive: true, force: true });
  };
}
