/** Union-find with path halving. Roots are the smallest positions, so they do not depend on the order. */
export class UnionFind {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at);
  }

  /** The smallest member of a member's set. */
  find(member: number): number {
    const parents = this.#parents;
    let at = member;
    while (true) {
      const up = parents[at] ?? at;
      if (up === at) return at;
      const higher = parents[up] ?? up;
      parents[at] = higher;
      at = higher;
    }
  }

  /** @returns false if they were in one set already */
  join(one: number, other: number): boolean {
    const a = this.find(one);
    const b = this.find(other);
    if (a === b) return false;
    if (a < b) this.#parents[b] = a;
    else this.#parents[a] = b;
    return true;
  }
}
