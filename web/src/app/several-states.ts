/** They load where there are several states, to keep them out of the shell. */
import { lazy } from 'react';

export const ClusterLists = lazy(async () => ({ default: (await import('./SeveralStates.tsx')).ClusterLists }));
export const ChooseTable = lazy(async () => ({ default: (await import('./SeveralStates.tsx')).ChooseTable }));
