import { phrase } from '../../domain/messages/phrase.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Addresses } from './discovery.ts';
import { essentials } from './essentials.ts';
import { readAll } from './pages.ts';
import type { EdfiSession } from './session.ts';

export interface ResourceOptions {
  /** Sets of query parameters, requested one after another. */
  readonly filters?: readonly Readonly<Record<string, string>>[] | undefined;
}

/** Reads the needed fields of all documents of a resource in the namespace `ed-fi`. */
export interface Reader {
  required(name: string, options?: ResourceOptions): Promise<readonly unknown[]>;
  /** Undefined if the client may not read it, or the API has none. */
  optional(name: string, options?: ResourceOptions): Promise<readonly unknown[] | undefined>;
}

/** Documents between two progress notes. */
const WORD_AFTER = 25_000;

function everyThousands(tell: (read: number, total: number | undefined) => void): typeof tell {
  let told = 0;
  return (read, total) => {
    if (read - told < WORD_AFTER) return;
    told = read;
    tell(read, total);
  };
}

const ALL: readonly Readonly<Record<string, string>>[] = [{}];

/** @param pageSize requested by a person, instead of ours */
export function readerOf(
  session: EdfiSession,
  { data }: Pick<Addresses, 'data'>,
  progress: Progress,
  pageSize?: number,
): Reader {
  const required: Reader['required'] = async (name, { filters = ALL } = {}) => {
    const step = progress.begin(phrase('step.edfi', { resource: name }));
    const documents: unknown[] = [];
    let repeated = 0;
    for (const some of filters) {
      const collection = await readAll(session, new URL(`ed-fi/${name}`, data), name, {
        filters: some,
        keep: essentials,
        onPage: everyThousands((documentCount, total) =>
          step.note(
            total === undefined
              ? phrase('edfi.read', { documentCount })
              : phrase('edfi.read/of', { documentCount, total }),
          ),
        ),
        ...(pageSize === undefined ? {} : { pageSize }),
      });
      for (const document of collection.documents) documents.push(document);
      repeated += collection.repeated;
      if (collection.total !== undefined && collection.documents.length < collection.total)
        step.note(
          phrase('edfi.fewer', {
            resource: name,
            documentCount: collection.documents.length,
            total: collection.total,
          }),
        );
    }
    step.done(phrase('done.edfi', { documentCount: documents.length, repeated }));
    return documents;
  };
  const optional: Reader['optional'] = async (name, options = {}) => {
    const url = new URL(`ed-fi/${name}`, data);
    for (const [parameter, value] of Object.entries({ ...options.filters?.[0], limit: '1' }))
      url.searchParams.set(parameter, value);
    const { status } = await session.get(url, name);
    return status === 403 || status === 404 ? undefined : required(name, options);
  };
  return { required, optional };
}
