/** Choosing a collection, on each page about one. */
const COLLECTION_STATES: Readonly<Record<string, string>> = { planned: 'planned', open: 'open', closed: 'closed' };

export const collectionChoice = {
  which: 'Which collection',
  choice: ({ collection, collectionState }: { collection: string; collectionState: string }) =>
    `${collection} (${COLLECTION_STATES[collectionState] ?? collectionState})`,
};
