import { lazy } from 'react';

export { AnswerList } from './AnswerList.tsx';
export { accuracyRoute } from './accuracy-route.ts';
export { Figure } from './Figure.tsx';
export { filingInWords, sourceLine } from './Sources.tsx';
export { viewLine, WhoseView } from './WhoseView.tsx';

/** Loads where there are several states. */
export const StateFigures = lazy(() => import('./StateFigures.tsx'));
/** Loads after the number it explains. */
export const Breakdown = lazy(async () => ({ default: (await import('./Breakdown.tsx')).Breakdown }));
