/** Which collection is meant where nobody chose one. */

interface WithState {
  readonly state: 'planned' | 'open' | 'closed';
}

/** @param newestFirst by the days of their windows. @returns the newest that takes files; else the last that did; else the next that will */
export function underWay<C extends WithState>(newestFirst: readonly C[]): C | undefined {
  const of = (state: WithState['state']) => newestFirst.find((one) => one.state === state);
  return of('open') ?? of('closed') ?? newestFirst.at(-1);
}
