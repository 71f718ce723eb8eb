import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '../../../server/domain/audience.ts';
import { cellFromText } from '../../../server/domain/cell.ts';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { listsOf } from '../../../server/domain/lists.ts';
import { COUNTS, countPosition } from '../../../server/domain/statistic.ts';
import type { HomeStatus } from '../../../server/domain/survey.ts';
import { clusterViews } from '../../../server/features/releasing/cluster-views.ts';
import type { Content } from '../../../server/features/releasing/content.ts';

type Codes = Partial<Record<HomeStatus, number>>;
const STATE = 0;
const PATCH = 1;

/** What an audience is given of one patch of 40 students in a state of 400; nobody may ask for what is true. */
function contentOf(audience: Audience, of: Record<number, Codes>): Content {
  const codes = (set: number) => {
    const all = new Int32Array(COUNTS.length).fill(HIDDEN_CODES.low);
    for (const [status, code] of Object.entries(of[set] ?? {}))
      all[countPosition({ kind: 'home', status: status as HomeStatus })] = code;
    return all;
  };
  return {
    audience,
    patches: [
      {
        cell: cellFromText(latLngToCell(38.5, -81, 8)),
        resolution: 8,
        rest: false,
        districts: [1],
        students: 40,
        households: 20,
      },
    ],
    patchOf: Int32Array.of(0),
    leaIds: ['5400030', '5400060'],
    places: [],
    hexes: [],
    stateSet: STATE,
    patchSets: Int32Array.of(PATCH),
    numbers: {
      size: (set) => (set === STATE ? [400, 200] : [40, 20]),
      codes,
      truth: () => {
        throw new Error('a true count was asked for');
      },
    },
  };
}

function patchTold(patch: Codes, state: Codes = {}) {
  const contents = AUDIENCES.map((audience) => contentOf(audience, { [STATE]: state, [PATCH]: patch }));
  const silent = { combos: [], comboOf: new Int32Array() };
  const own = {
    hexesOf: listsOf([[0]]),
    verdicts: { locations: undefined, hexes: silent, children: silent },
  };
  const land = { hexes: new BigUint64Array(1), of: new Map(AUDIENCES.map((audience) => [audience, own])) };
  return clusterViews(contents, land, { agency: [], provider: [], public: [] }).public.patches[0];
}

describe('what clusters read of a patch', () => {
  it('is exactly what is published of it', () => {
    expect(patchTold({ unanswered: 15, unavailable: 10, unaffordable: 12, inadequate: 13 })).toEqual({
      patch: 0,
      leaIds: ['5400060'],
      students: 40,
      households: 20,
      answered: 25,
      needs: 25,
    });
  });

  it('takes the state’s share for what is hidden for being few', () => {
    const told = patchTold({ unanswered: 10, unavailable: 14 }, { unaffordable: 30, inadequate: 50 });
    expect(told).toMatchObject({ answered: 30, needs: 14 + 3 + 5 });
  });

  it('takes nearly all as all, and nothing for what is hidden without a side', () => {
    expect(patchTold({ unanswered: HIDDEN_CODES.high })).toMatchObject({ answered: 0, needs: 0 });
    expect(patchTold({ unanswered: HIDDEN_CODES.either, unavailable: HIDDEN_CODES.either })).toMatchObject({
      answered: 40,
      needs: 0,
    });
  });
});
