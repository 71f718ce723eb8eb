import type { collectionChoice as English } from '../en/collection-choice.ts';

const COLLECTION_STATES: Readonly<Record<string, string>> = { planned: 'planeada', open: 'abierta', closed: 'cerrada' };

export const collectionChoice = {
  which: 'Qué recolección',
  choice: ({ collection, collectionState }) =>
    `${collection} (${COLLECTION_STATES[collectionState] ?? collectionState})`,
} satisfies typeof English;
