/** Loads after the first paint: nothing can be printed before the map is drawn. */
import { lazy } from 'react';

export const PrintMap = lazy(async () => ({ default: (await import('./PrintMap.tsx')).PrintMap }));
