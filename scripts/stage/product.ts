/**
 * The product under attack, in a process of its own: a database, the jobs and the server, asked for by messages. Started
 * by `stage.ts` with the data folder, and the name of a guard to do without or nothing.
 */
import { existsSync, readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { GUARDS, type GuardName } from './guards.ts';

export type Order =
  /** Everything of the demo but its releases. */
  | { do: 'load'; files: string; students: number }
  | { do: 'release'; name: string; collection: string }
  | { do: 'serve'; district: string }
  | { do: 'archive'; out: string }
  /** As the owner of the database: the truth to judge by, and changes that districts would send. */
  | { do: 'sql'; text: string; values: (string | number | boolean | null | string[])[] };

const [dataDir = '', without = ''] = process.argv.slice(2);
const SERVER = new URL('../../server/', import.meta.url).href;

function replace(module: string, instead: string): void {
  const url = `${SERVER}${module}`;
  if (!existsSync(new URL(url))) throw new Error(`there is no ${module}: the guard is kept elsewhere`);
  registerHooks({
    load: (asked, context, next) =>
      asked === url
        ? {
            format: 'module',
            shortCircuit: true,
            source: `import * as real from '${url}?real'; export * from '${url}?real';\n${instead}`,
          }
        : next(asked, context),
  });
}

/** An attacker has all the time in the world; a run of the attacks has not. */
const UNLIMITED = { api: 1e9, tiles: 1e9, files: 1e9, seldom: 1e9, enter: 1e9 };

if (without in GUARDS)
  for (const [module, instead] of Object.entries(GUARDS[without as GuardName].instead)) replace(module, instead);
if (without === 'releases')
  replace('features/releasing/index.ts', 'export const createRelease = async () => undefined;');

const { readConfig } = await import('../../server/config.ts');
const { openDeps } = await import('../../server/deps.ts');
const { silentProgress } = await import('../../server/platform/progress.ts');
const deps = await openDeps(
  readConfig({ ...process.env, GAPMAP_DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent', PORT: '0' }),
);

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'load': {
      const { generateDemo } = await import('../demo/generate.ts');
      const { loadDemo } = await import('../../server/demo/load.ts');
      const out = join(order.files, `files-${order.students}`);
      await loadDemo(
        deps,
        silentProgress,
        generateDemo({ out, students: order.students }).then(() => out),
      );
      return undefined;
    }
    case 'release': {
      const { createRelease } = await import('../../server/features/releasing/index.ts');
      return createRelease(deps, { name: order.name, collection: order.collection });
    }
    case 'serve': {
      const { createToken } = await import('../../server/features/accounts/index.ts');
      const { listen } = await import('../../server/serve.ts');
      const days = { label: 'attack', days: 1 };
      const [agency, provider, district] = [
        await createToken(deps, { role: 'agency', stateFips: '54', ...days }),
        await createToken(deps, { role: 'provider', stateFips: '54', providerId: 130_001, ...days }),
        await createToken(deps, { role: 'district', leaId: order.district, ...days }),
      ];
      const { url } = await listen({ ...deps, rates: UNLIMITED });
      return { url, tokens: { agency: agency.token, provider: provider.token, district: district.token } };
    }
    case 'archive': {
      const { buildArchive } = await import('../../server/features/tiles/archive.ts');
      return buildArchive(deps, { out: order.out, audience: 'public', release: 'current', maxZoom: 8 }, silentProgress);
    }
    case 'sql':
      return deps.db.asOwner((tx) => tx.rows(order.text, order.values));
  }
}

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  obey(order).then(
    (value) => process.send?.({ id, value }),
    (error: Error) => process.send?.({ id, error: `${error.message}\n${error.stack}` }),
  );
});
process.on('disconnect', async () => {
  await deps[Symbol.asyncDispose]();
  process.exit();
});
process.send?.({ id: 0, value: readdirSync(dataDir) });
