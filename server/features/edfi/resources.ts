import type { Progress } from '../../platform/progress.ts';
import type { Addresses } from './discovery.ts';
import { readAll } from './pages.ts';
import type { EdfiSession } from './session.ts';

export interface ResourceOptions {
  readonly filters?: Readonly<Record<string, string>>;
  /** Where the client may not read it, or the API has none, there is nothing instead of a refusal. */
  readonly isOptional?: boolean;
  /** The first data standard that has it; an API of an earlier one is not asked. */
  readonly since?: number;
}

/** All documents of a resource of the namespace `ed-fi`; undefined for an optional one that is not to be had. */
export type ReadResource = {
  (
    name: string,
    options?: ResourceOptions & { readonly isOptional?: false; readonly since?: never },
  ): Promise<readonly unknown[]>;
  (name: string, options: ResourceOptions): Promise<readonly unknown[] | undefined>;
};

/** @param pageSize what a person asked for instead of ours */
export function resourceReader(
  session: EdfiSession,
  { data, dataStandard }: Pick<Addresses, 'data' | 'dataStandard'>,
  progress: Progress,
  pageSize?: number,
): ReadResource {
  const read = async (name: string, { filters, isOptional, since }: ResourceOptions = {}) => {
    if (since !== undefined && dataStandard !== undefined && dataStandard < since) return undefined;
    const url = new URL(`ed-fi/${name}`, data);
    if (isOptional) {
      const { status } = await session.get(withLimit(url, filters), name);
      if (status === 403 || status === 404) return undefined;
    }
    const step = progress.begin(`reading ${name}`);
    const { documents, repeated } = await readAll(session, url, name, {
      ...(filters ? { filters } : {}),
      ...(pageSize === undefined ? {} : { pageSize }),
      onPage: () => step.advance(1),
    });
    step.done(
      `${documents.length.toLocaleString('en')} documents${repeated > 0 ? `, ${repeated} met twice and kept once` : ''}`,
    );
    return documents;
  };
  return read as ReadResource;
}

/** The smallest question that shows whether a resource may be read. */
function withLimit(url: URL, filters: Readonly<Record<string, string>> = {}): URL {
  const asked = new URL(url);
  for (const [name, value] of Object.entries({ ...filters, limit: '1' })) asked.searchParams.set(name, value);
  return asked;
}
