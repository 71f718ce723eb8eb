/** Loads after the first paint: its counts come with the hexes. */
import { lazy } from 'react';

export { legendRows, unitOf } from './rows.ts';
export const Legend = lazy(async () => ({ default: (await import('./Legend.tsx')).Legend }));
