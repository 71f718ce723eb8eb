/** `gapmap import providers`: the FCC provider list into coverage.providers. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Deps } from '../../../deps.ts';
import { phrase } from '../../../domain/messages/phrase.ts';
import type { Progress } from '../../../platform/progress.ts';
import { providerErrors } from './errors.ts';
import { type Provider, readProviders } from './read.ts';

/**
 * Adds and updates; keeps providers that the list no longer names, because older filings still do.
 *
 * @returns how many providers the list has, and how many were new or changed
 */
export async function importProviders(
  deps: Pick<Deps, 'db'>,
  { path }: { readonly path: string },
  progress: Progress,
): Promise<{ providers: number; changed: number }> {
  if (!existsSync(path)) throw providerErrors.notFound(path);
  const step = progress.begin(phrase('step.providers', { file: basename(path) }));
  const providers = await readProviders(path, step.note);
  const changed = await deps.db.as({ role: 'intake' }, (tx) => tx.run(UPSERT, parameters(providers)));
  step.done(
    changed === 0
      ? phrase('done.providers/unchanged', { providerCount: providers.length })
      : phrase('done.providers', { providerCount: providers.length, changed }),
  );
  return { providers: providers.length, changed };
}

const UPSERT = `
  insert into coverage.providers as known (provider_id, name, holding_company, frns, operation_type)
  select id, name, holding_company, string_to_array(frns, ','), operation_type
  from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[])
    as given (id, name, holding_company, frns, operation_type)
  on conflict (provider_id) do update
  set name = excluded.name,
    holding_company = excluded.holding_company,
    frns = excluded.frns,
    operation_type = excluded.operation_type
  where (known.name, known.holding_company, known.frns, known.operation_type)
    is distinct from (excluded.name, excluded.holding_company, excluded.frns, excluded.operation_type)`;

function parameters(providers: readonly Provider[]) {
  return [
    providers.map((provider) => provider.id),
    providers.map((provider) => provider.name),
    providers.map((provider) => provider.holdingCompany),
    providers.map((provider) => provider.frns.join(',')),
    providers.map((provider) => provider.operationType),
  ];
}
