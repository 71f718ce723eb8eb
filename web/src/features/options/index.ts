/** At the end of the panel: they load after the first paint, to keep them out of the shell. */
import { lazy } from 'react';

export const Options = lazy(async () => ({ default: (await import('./Options.tsx')).Options }));
export const TakeAlong = lazy(async () => ({ default: (await import('./Options.tsx')).TakeAlong }));
