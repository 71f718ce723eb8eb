/** Which collection and which view of it, as the address bar says. Never a link's token. */
export const VIEWS = ['districts', 'answers', 'kit', 'disclosures'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly collection: number | undefined;
  readonly view: View;
}

export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const collection = Number(asked.get('collection'));
  return {
    collection: Number.isSafeInteger(collection) && collection > 0 ? collection : undefined,
    view: VIEWS.find((view) => view === asked.get('view')) ?? 'districts',
  };
}

export function addressOf({ collection, view }: Place): string {
  const asked = new URLSearchParams();
  if (collection !== undefined) asked.set('collection', String(collection));
  if (view !== 'districts') asked.set('view', view);
  return asked.size > 0 ? `/collect?${asked}` : '/collect';
}
