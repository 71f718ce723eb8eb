/** Homes for the partition's tests: a few districts, villages and lone farms, seeded by fast-check. */
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { cellFromText } from '../../../server/domain/cell.ts';
import type { Homes } from '../../../server/domain/partition-units.ts';

export interface Home {
  readonly district: number;
  readonly cell: bigint;
  readonly household: number;
}

/** Around Lewisburg, West Virginia: villages (many homes on one spot) and farms (one spot each) of up to five districts. */
export const someHomes: fc.Arbitrary<Home[]> = fc
  .array(
    fc.record({
      district: fc.integer({ min: 0, max: 4 }),
      lat: fc.double({ min: 37.4, max: 38.4, noNaN: true }),
      lng: fc.double({ min: -81, max: -79.8, noNaN: true }),
      families: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
      isStrewn: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((settlements) => {
    let household = 0;
    return settlements.flatMap(({ district, lat, lng, families, isStrewn }) =>
      families.flatMap((students, family) => {
        household++;
        const away = isStrewn ? family * 0.02 : 0;
        return Array.from({ length: students }, (_, student) => ({
          district,
          // Every fifth child lives with the other parent, a cell or two away: a household may span patches.
          cell: cellFromText(latLngToCell(lat + away + (student === 4 ? 0.01 : 0), lng + away, 9)),
          household,
        }));
      }),
    );
  });

export function homesOf(list: readonly Home[]): Homes {
  const cells = [...new Set(list.map((home) => home.cell))];
  return {
    district: list.map((home) => home.district),
    cellOf: list.map((home) => cells.indexOf(home.cell)),
    household: list.map((home) => home.household),
    cells,
  };
}
