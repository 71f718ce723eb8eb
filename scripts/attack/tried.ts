/** What an attack tried and found. */
export class Tried {
  tried = 0;
  readonly finds: string[] = [];

  /** @param what where two say different things that may not */
  expect(isAlike: boolean, what: string): void {
    this.tried++;
    if (!isAlike) this.finds.push(what);
  }
}

export interface Figure extends Pick<Tried, 'tried'> {
  readonly attack: string;
  readonly what: string;
  readonly finds: readonly string[];
}
