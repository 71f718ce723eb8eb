/**
 * Cell-key noise: the same students get the same noise whichever question counts them, so that asking again, in another
 * order or by another name, averages nothing out. Source: UK and EU census practice (Fraser and Wooton 2005; Giessing
 * 2016), here with no noise beyond 4 and a variance of 2.
 *
 * A student's record key is 32 bits of its pseudonym. The sum of record keys modulo 2^32 is a group's fingerprint.
 */

/** The largest noise. */
export const NOISE_DEVIATION = 4;
export const NOISE_VARIANCE = 2;

/** How many of 256 keys give each noise: symmetric, so of mean 0; their squares add up to 2 * 256. */
const KEYS_OF_NOISE = { 0: 70, 1: 56, 2: 28, 3: 8, 4: 1 } as const;

/** Noise by the low byte of a mixed fingerprint. */
export const NOISE_TABLE: Int8Array = Int8Array.from(
  Object.entries(KEYS_OF_NOISE).flatMap(([size, keys]) => {
    const noise = Number(size);
    const some = new Array<number>(keys).fill(noise);
    return noise === 0 ? some : [...some, ...some.map((value) => -value)];
  }),
);

/** @param fingerprint 32 bits, signed or not */
export function noiseOf(fingerprint: number): number {
  return NOISE_TABLE[mixed(fingerprint) & 0xff] ?? 0;
}

/** Another two bits of the same fingerprint, that have nothing to do with its noise. */
export function slackOf(fingerprint: number): number {
  return (mixed(fingerprint) >>> 8) & 3;
}

/**
 * Whether a count of a group does not say that it is few, should it be hidden for that: one in 32, none or some alike, so that not
 * saying so proves nothing.
 *
 * @param fingerprint of the whole group
 */
export function isSideless(fingerprint: number, statistic: number): boolean {
  return (mixed(fingerprint + Math.imul(statistic + 1, 0x9e3779b1)) & 31) === 0;
}

/** The finalizer of MurmurHash3: sums of keys that differ by one key have nothing in common. */
function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
