/** What an attack tried and found. */
export class Tried {
  tried = 0;
  /** What was found: what and where, never how many. */
  readonly finds: string[] = [];

  /** @param what where two say different things that may not */
  expect(isAlike: boolean, what: string): void {
    this.tried++;
    if (!isAlike) this.finds.push(what);
  }
}

export interface Figure {
  readonly attack: string;
  /** What was tried, with sizes. */
  readonly what: string;
  readonly tried: number;
  readonly finds: readonly string[];
}
