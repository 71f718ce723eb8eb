import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import type { Patch } from '../../../server/domain/patch.ts';
import { placesOf } from '../../../server/features/releasing/content.ts';
import {
  approximation,
  patchCells,
  placesOfPatches,
  townsOfPatches,
} from '../../../server/features/releasing/placement.ts';

function aPatch(given: Partial<Patch> & { at?: [number, number] } = {}): Patch {
  const { at = [37.8, -80.44], ...patch } = given;
  return {
    cell: cellFromText(latLngToCell(at[0], at[1], 8)),
    resolution: 8,
    rest: false,
    districts: [0],
    students: 20,
    households: 10,
    ...patch,
  };
}

/** Students of one patch after another, by cell number. */
function pairs(...patches: number[][]) {
  const homes = patches.flatMap((cells, patch) => cells.map((cell) => ({ patch, cell })));
  return patchCells(
    Int32Array.from(homes, ({ patch }) => patch),
    Int32Array.from(homes, ({ cell }) => cell),
    10,
  );
}

describe('the place of a patch', () => {
  it('is the one that holds most of its students, wholly', () => {
    expect(placesOfPatches([aPatch()], pairs([0, 0, 1, 1, 1, 2]), ['A', 'B', null])).toEqual(['B']);
  });

  it('is the lower id when two hold as many', () => {
    expect(placesOfPatches([aPatch()], pairs([0, 1]), ['B', 'A'])).toEqual(['A']);
  });

  it('is that of the nearest patch when its homes lie outside every place', () => {
    const patches = [aPatch(), aPatch({ at: [38.9, -80] }), aPatch({ at: [37.82, -80.45] })];
    expect(placesOfPatches(patches, pairs([0], [1], [2]), ['near', 'far', null])).toEqual(['near', 'far', 'near']);
  });

  it('is not looked up where no place of the kind is loaded', () => {
    expect(placesOfPatches([aPatch()], pairs([0]), [null])).toBeUndefined();
  });
});

describe('the town of a patch', () => {
  const ofCell = ['A', 'B', null];

  it('is the one that holds most of its students', () => {
    expect(townsOfPatches([aPatch()], pairs([0, 1, 1, 2]), ofCell)).toEqual(['B']);
  });

  it('is none where as many of them live in none, nor is it the nearest', () => {
    const patches = [aPatch(), aPatch(), aPatch()];
    expect(townsOfPatches(patches, pairs([0, 2], [2, 2, 1], [0]), ofCell)).toEqual(['', '', 'A']);
  });

  it('has numbers of its own from the fewest on', () => {
    const [more, fewer] = [1000, 999].map((students, town) => new Array<number>(students).fill(town));
    const towns = placesOf(
      [aPatch(), aPatch(), aPatch()],
      pairs(more ?? [], fewer ?? [], [2]),
      ['5400030'],
      {
        stateFips: '54',
        townStudents: 1000,
        ofCell: {
          county: [],
          senate_district: [],
          house_district: [],
          congressional_district: [],
          town: ofCell,
          tribal: [],
        },
      },
      10,
    ).filter(({ kind }) => kind === 'town');
    expect(towns.map(({ groups, groupOf }) => ({ groups, groupOf }))).toEqual([
      { groups: [['A']], groupOf: Int32Array.of(0, -1, -1) },
    ]);
  });
});

it('a release knows how many students count to another place than they live in', () => {
  const ofCell = ['A', 'A', 'B', null];
  const found = approximation(['A', 'B'], pairs([0, 1, 1, 2], [2, 2, 0, 3]), ofCell);
  expect(found.misplaced).toBe(3);
  expect(Object.fromEntries(found.students)).toEqual({ A: 4, B: 4 });
  expect(Object.fromEntries(found.elsewhere)).toEqual({ A: 2, B: 3 });
});

it('school districts that share a patch are published together', () => {
  const patches = [aPatch({ districts: [0] }), aPatch({ districts: [1, 2] }), aPatch({ districts: [1] })];
  const none = {
    county: [],
    senate_district: [],
    house_district: [],
    congressional_district: [],
    town: [],
    tribal: [],
  };
  const kinds = placesOf(
    patches,
    pairs([0], [0], [0]),
    ['5400030', '5400060', '5400090'],
    {
      stateFips: '54',
      townStudents: 1000,
      ofCell: none,
    },
    10,
  );
  expect(kinds).toEqual([
    { kind: 'state', groups: [['54']], groupOf: Int32Array.of(0, 0, 0) },
    {
      kind: 'school_district',
      groups: [['5400030'], ['5400060', '5400090']],
      groupOf: Int32Array.of(0, 1, 1),
    },
  ]);
});
