import type { Claim } from './claims.ts';
import { cablePlant } from './plant-cable.ts';
import { copperPlant } from './plant-copper.ts';
import { fiberPlant } from './plant-fiber.ts';
import { satellitePlant } from './plant-satellite.ts';
import { wirelessPlant } from './plant-wireless.ts';
import type { Scene } from './scene.ts';

/** Every provider's FCC filings, in both vintages. */
export function plantOf(scene: Scene): Claim[] {
  return [
    ...cablePlant(scene),
    ...copperPlant(scene),
    ...fiberPlant(scene),
    ...wirelessPlant(scene),
    ...satellitePlant(scene),
  ];
}
