import type { Ground } from './ground.ts';
import type { Settlement } from './settlement.ts';
import type { Town } from './towns.ts';

/** What the plant of providers is made from. */
export interface Scene {
  ground: Ground;
  towns: readonly Town[];
  settlement: Settlement;
  seed: number;
}
