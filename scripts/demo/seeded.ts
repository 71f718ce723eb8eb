/** Reproducible randomness: the same seed gives the same numbers on every machine, so a demo state has one set of bytes. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/** A separate stream for each purpose: draws in one step never shift another's. */
export function randomFor(seed: number, purpose: string): Random {
  let state = hashText(purpose, seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Uniform in [0, 1) from up to three whole numbers: a fixed property of a thing, such as "is this hollow wired". */
export function chance(seed: number, a: number, b = 0, c = 0): number {
  let mixed = seed ^ Math.imul(a + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f) ^ Math.imul(c + 1, 0x165667b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in [0, 1] over a plane: bilinear between fixed values at whole coordinates. */
export function smoothNoise(seed: number, x: number, y: number): number {
  const left = Math.floor(x);
  const low = Math.floor(y);
  const right = ease(x - left);
  const up = ease(y - low);
  const bottom = chance(seed, left, low) * (1 - right) + chance(seed, left + 1, low) * right;
  const top = chance(seed, left, low + 1) * (1 - right) + chance(seed, left + 1, low + 1) * right;
  return bottom * (1 - up) + top * up;
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

/** FNV-1a over the text's UTF-16 units. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
