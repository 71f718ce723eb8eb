/** Steps that load places, their members, the ground of maps and land already paid for. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural } = wordingIn('en');

const features = (count: number) => plural(count, 'feature', 'features');
const members = (count: number) => plural(count, 'member', 'members');

interface PlacesChanged {
  readonly places: number;
  readonly addedCount: number;
  readonly updatedCount: number;
  readonly removedCount: number;
  readonly keptCount: number;
}

export const placeProgress = {
  'step.gis': ({ file }: { file: string }) => `Reading ${file}`,
  'done.gis': ({ featureCount, aSecond }: { featureCount: number; aSecond: number }) =>
    `${features(featureCount)}, ${grouped(aSecond)} a second`,

  'step.places': ({ file }: { file: string }) => `Places from ${file}`,
  'done.places': ({ places, addedCount, updatedCount, removedCount, keptCount }: PlacesChanged) => {
    const parts = [
      [addedCount, 'new'],
      [updatedCount, 'updated'],
      [removedCount, 'taken away'],
      [keptCount, 'kept that the file does not hold'],
    ] as const;
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
    return `${grouped(places)} (${told.join(', ')})`;
  },
  'done.places/unchanged': ({ places }: { places: number }) =>
    `the same ${grouped(places)} were there before; nothing changed`,

  'step.members': ({ file }: { file: string }) => `Members from ${file}`,
  'done.members': ({ memberCount, beforeCount }: { memberCount: number; beforeCount: number }) =>
    `${members(memberCount)}, in place of ${grouped(beforeCount)}`,
  'done.members/unchanged': ({ memberCount }: { memberCount: number }) =>
    `the same ${members(memberCount)} were there before; nothing changed`,

  'step.ground': ({ file }: { file: string }) => `Ground from ${file}`,
  'done.ground': ({ featureCount }: { featureCount: number }) => features(featureCount),
  'done.ground/unchanged': ({ featureCount }: { featureCount: number }) =>
    `the same ${features(featureCount)} were there before; nothing changed`,

  'step.funded': ({ file }: { file: string }) => `Land already paid for, from ${file}`,
  'done.funded': ({ areaCount }: { areaCount: number }) => plural(areaCount, 'area', 'areas'),
  'done.funded/dry-run': ({ areaCount }: { areaCount: number }) =>
    `${plural(areaCount, 'area', 'areas')}: nothing was changed, as asked`,
};
