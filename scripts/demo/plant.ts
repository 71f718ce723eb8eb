import type { Claim } from './claims.ts';
import type { Ground } from './ground.ts';
import { cablePlant } from './plant-cable.ts';
import { copperPlant } from './plant-copper.ts';
import { fiberPlant } from './plant-fiber.ts';
import { satellitePlant } from './plant-satellite.ts';
import { wirelessPlant } from './plant-wireless.ts';
import type { Settlement } from './settlement.ts';
import type { Town } from './towns.ts';

export interface Scene {
  ground: Ground;
  towns: readonly Town[];
  settlement: Settlement;
  seed: number;
}

/** What every provider files with the FCC, in both vintages. */
export function plantOf(scene: Scene): Claim[] {
  return [
    ...cablePlant(scene),
    ...copperPlant(scene),
    ...fiberPlant(scene),
    ...wirelessPlant(scene),
    ...satellitePlant(scene),
  ];
}
