/** The collection and its view in the address bar. Never a link's token. */
export const COLLECT_VIEWS = ['districts', 'answers', 'review', 'kit', 'disclosures'] as const;
export type CollectView = (typeof COLLECT_VIEWS)[number];

export interface CollectPlace {
  readonly collection: number | undefined;
  readonly view: CollectView;
}

export function collectPlaceOf(asked: URLSearchParams): CollectPlace {
  const collection = Number(asked.get('collection'));
  return {
    collection: Number.isSafeInteger(collection) && collection > 0 ? collection : undefined,
    view: COLLECT_VIEWS.find((view) => view === asked.get('view')) ?? 'districts',
  };
}

export function queryOfCollectPlace({ collection, view }: CollectPlace): string {
  const asked = new URLSearchParams();
  if (collection !== undefined) asked.set('collection', String(collection));
  if (view !== 'districts') asked.set('view', view);
  return asked.toString();
}
