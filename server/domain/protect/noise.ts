/**
 * Cell-key noise, the way the UK and EU census offices perturb tables (ONS 2021; Eurostat, "Guidelines on perturbative
 * methods", 2020): every student has a fixed key, a group's key is the sum of its students', and a fixed table turns it into
 * a small number. So the same students get the same noise whatever question they were met by, and asking again, or in
 * another way, averages nothing away. The table is no secret; the keys, made with the server's secret, are.
 */

/** Largest noise, either way. */
export const NOISE_DEVIATION = 4;
/** Variance of the noise; its mean is zero. */
export const NOISE_VARIANCE = 2;

/**
 * Of the 256 keys, how many get 0, and how many get +1, +2, +3, +4 (and as many the negative). Maximum-entropy
 * distribution for deviation 4 and variance 2 (domain notes, section 5), in whole keys such that 2 * sum(k^2 * n) is 512 and
 * so the variance exactly 2.
 */
export const NOISE_KEYS = [72, 56, 27, 8, 1] as const;

const TABLE = tableOf(NOISE_KEYS);

/** @param fingerprint sum of the keys of a group's students, modulo 2^32; its lowest byte is the cell key */
export function noiseOf(fingerprint: number): number {
  return TABLE[fingerprint & 0xff] as number;
}

/** A count with its noise. No student, no noise: nobody is made up. */
export function perturbed(count: number, fingerprint: number): number {
  return count === 0 ? 0 : count + noiseOf(fingerprint);
}

/** Scattered, so that keys that differ by little do not get noise that does. */
function tableOf(keys: readonly number[]): Int8Array {
  const values: number[] = [];
  for (const [noise, count] of keys.entries())
    for (let i = 0; i < count; i++) values.push(...(noise === 0 ? [0] : [noise, -noise]));
  const table = new Int8Array(256);
  for (const [i, value] of values.entries()) table[(i * 101 + 37) % 256] = value;
  return table;
}
