import type { TechnologyCode } from '../../server/domain/technology.ts';
import type { ProviderKey } from './providers.ts';

/** Positions of the two FCC vintages in every pair: as of 31 December 2025 and 30 June 2026. */
export const VINTAGES = [0, 1] as const;
export type Vintage = (typeof VINTAGES)[number];

/** One provider's technology at one speed: which locations it claims, by vintage. */
export interface Claim {
  provider: ProviderKey;
  technology: TechnologyCode;
  downloadMbps: number;
  uploadMbps: number;
  lowLatency: boolean;
  locations: [LocationList, LocationList];
  /** Names it was filed under, by vintage, where they are not the provider's brand. */
  brands?: [string | undefined, string | undefined];
}

export function aClaim(
  provider: ProviderKey,
  technology: TechnologyCode,
  downloadMbps: number,
  uploadMbps: number,
  lowLatency = true,
): Claim {
  const locations: Claim['locations'] = [new LocationList(), new LocationList()];
  return { provider, technology, downloadMbps, uploadMbps, lowLatency, locations };
}

/** Numbers of locations in ascending order; a typed array that grows, because a state has a million of them. */
export class LocationList {
  #numbers = new Int32Array(256);
  #count = 0;

  add(location: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Int32Array(this.#count * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#count++] = location;
  }

  get values(): Int32Array {
    return this.#numbers.subarray(0, this.#count);
  }
}
