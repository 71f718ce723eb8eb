/**
 * The noise of counts: at most four students either way, of mean 0 and variance 2. It follows from the question (the set of
 * patches, the statistic, and the students counted) and from the instance's data key. So the same question has one answer
 * however often and wherever it is asked, and another question has another noise: a difference of two numbers proves nothing.
 * Source of the shape: UK and EU census practice (Fraser and Wooton 2005; Giessing 2016), there by students alone.
 */

/** The largest noise. */
export const NOISE_DEVIATION = 4;
export const NOISE_VARIANCE = 2;

/** How many of 256 keys give each noise: symmetric, so of mean 0; their squares add up to 2 * 256. */
const KEYS_OF_NOISE = { 0: 70, 1: 56, 2: 28, 3: 8, 4: 1 } as const;

/** Noise by the low byte of a question's key. */
export const NOISE_TABLE: Int8Array = Int8Array.from(
  Object.entries(KEYS_OF_NOISE).flatMap(([size, keys]) => {
    const noise = Number(size);
    const some = new Array<number>(keys).fill(noise);
    return noise === 0 ? some : [...some, ...some.map((value) => -value)];
  }),
);

/** A keyed hash of 32 bits: equal words give the same number, which nobody without the data key can predict. */
export type Keyed = (...words: readonly number[]) => number;

/**
 * @param group fingerprint of everybody in the set of patches
 * @param counted fingerprint of those counted
 */
export function noiseOf(keyed: Keyed, group: number, statistic: number, counted: number): number {
  return NOISE_TABLE[keyed(NOISE, group, statistic, counted) & 0xff] as number;
}

/**
 * Whether a count that a floor hides withholds its side (a decoy): one in 32, whoever is counted. A count hidden by choice, which
 * always withholds it, then looks like one hidden for being small.
 */
export function isDecoy(keyed: Keyed, group: number, statistic: number): boolean {
  return (keyed(DECOY, group, statistic) & 31) === 0;
}

const NOISE = 1;
const DECOY = 2;
