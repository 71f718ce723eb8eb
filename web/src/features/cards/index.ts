/** The cards load when something is selected, to keep them out of the shell. */
import { lazy } from 'react';

export { closeCard } from './close-card.ts';
export const ClusterCard = lazy(async () => ({ default: (await import('./ClusterCard.tsx')).ClusterCard }));
export const HexCard = lazy(async () => ({ default: (await import('./HexCard.tsx')).HexCard }));
