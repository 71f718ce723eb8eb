/** The stage: a synthetic state, released by the real engine and served by the real server, and tokens of all roles. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDemoFiles } from '../../server/demo/files.ts';
import { loadDemo } from '../../server/demo/load.ts';
import type { Deps } from '../../server/deps.ts';
import type { Audience } from '../../server/domain/audience.ts';
import type { Filer } from '../../server/domain/verdict.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { createRelease } from '../../server/features/releases/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { listen } from '../../server/serve.ts';
import { type Publication, readPublication } from './published.ts';
import { type Reader, readerOf, type Tokens } from './reader.ts';

export const COLLECTION = 'fall 2026';
/** Vintage of the demo's current release. */
export const FCC_AS_OF = '2026-06-30';

export interface Stage {
  readonly deps: Deps;
  readonly reader: Reader;
  /** Folder of the files the state was loaded from. */
  readonly folder: string;
  readonly homeFiles: readonly string[];
  /** The current release as each audience reads it. Places take a request each, of which the server allows 1,200 a minute. */
  publications(wanted: { withPlaces: boolean }): Promise<Record<Audience, Publication>>;
  stop(): Promise<void>;
}

/**
 * @param filesIn folder the demo's files are made in, once
 * @param alone whose filings the current release rests on; left out: all there are
 */
export async function setStage(deps: Deps, students: number, filesIn: string, alone?: Filer): Promise<Stage> {
  const folder = await ensureDemoFiles(filesIn, students);
  await loadDemo(deps, silentProgress, Promise.resolve(folder));
  if (alone) await releaseAlone(deps, alone);
  const days = { label: 'attack', days: 1 };
  const tokens: Tokens = {
    agency: (await createToken(deps, { role: 'agency', ...days })).token,
    provider: (await createToken(deps, { role: 'provider', providerId: 130_001, ...days })).token,
  };
  const server = await listen({ ...deps, config: { ...deps.config, port: 0, host: '127.0.0.1', logLevel: 'silent' } });
  const reader = readerOf(server.url, tokens);
  const homes = join(folder, 'homes');
  return {
    deps,
    reader,
    folder,
    homeFiles: readdirSync(homes)
      .sort()
      .map((name) => join(homes, name)),
    publications: async ({ withPlaces }) => {
      const byFinest = withPlaces ? new Map<string, readonly string[]>() : undefined;
      const byPublic = withPlaces ? new Map<string, readonly string[]>() : undefined;
      return {
        agency: await readPublication(reader, 'agency', 'current', byFinest),
        provider: await readPublication(reader, 'provider', 'current', byFinest),
        public: await readPublication(reader, 'public', 'current', byPublic),
      };
    },
    stop: () => server.close(),
  };
}

/** The same homes released once more, with the other source's filings taken away. */
async function releaseAlone(deps: Deps, filer: Filer): Promise<void> {
  await deps.db.as({ role: 'intake' }, (tx) => tx.run('delete from coverage.filings where source <> $1', [filer]));
  await createRelease(deps, { name: `${filer} alone`, collection: COLLECTION });
}
