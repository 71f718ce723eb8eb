import { expect, it } from 'vitest';
import {
  type CellsService,
  COMBO_SIZE,
  cellVerdicts,
  codesOfHexes,
  codesOfMost,
  verdictCodes,
} from '../../../server/domain/verdict-cells.ts';

const everywhere = (at25: number, at100: number) =>
  Array.from({ length: COMBO_SIZE }, (_, i) => (i % 2 === 0 ? at25 : at100));

const codes = (of: number[], served: number[]) => verdictCodes(of.length, { of, served } satisfies CellsService);

it('cells with the same verdicts share a combination, however many locations they have', () => {
  const { combos, comboOf } = cellVerdicts(3, {
    fcc: codes([10, 40, 10], [...everywhere(10, 10), ...everywhere(40, 40), ...everywhere(0, 0)]),
    puc: undefined,
  });
  expect([...comboOf]).toEqual([0, 0, 1]);
  expect(combos[0]).toEqual(
    Array.from({ length: COMBO_SIZE }, () => ({ fcc: 'served', puc: 'unknown', agreed: 'served' })),
  );
  expect(combos[1]?.[1]).toEqual({ fcc: 'unserved', puc: 'unknown', agreed: 'unserved' });
});

it('a cell that no state filing reaches is unserved, not unknown, once there is a filing', () => {
  const { combos } = cellVerdicts(1, { fcc: undefined, puc: codes([7], everywhere(0, 0)) });
  expect(combos[0]?.[0]).toEqual({ fcc: 'unknown', puc: 'unserved', agreed: 'unserved' });
});

it('verdicts of a cell keep the tiers apart', () => {
  const { combos } = cellVerdicts(1, { fcc: codes([20], everywhere(20, 0)), puc: undefined });
  expect(combos[0]?.slice(0, 2)).toEqual([
    { fcc: 'served', puc: 'unknown', agreed: 'served' },
    { fcc: 'underserved', puc: 'unknown', agreed: 'underserved' },
  ]);
});

it('a cell without an FCC report stays unknown where both filed, whatever the state filing says', () => {
  const { combos, comboOf } = cellVerdicts(2, {
    fcc: codes([20, 0], [...everywhere(20, 20), ...everywhere(0, 0)]),
    puc: codes([7, 7], [...everywhere(7, 7), ...everywhere(7, 7)]),
  });
  expect(combos[comboOf[0] ?? -1]?.[0]).toEqual({ fcc: 'served', puc: 'served', agreed: 'served' });
  expect(combos[comboOf[1] ?? -1]?.[0]).toEqual({ fcc: 'unknown', puc: 'served', agreed: 'unknown' });
});

it('every verdict is unknown in a state for which nobody filed', () => {
  const { combos } = cellVerdicts(1, { fcc: undefined, puc: undefined });
  expect(new Set(combos[0]?.flatMap((says) => Object.values(says)))).toEqual(new Set(['unknown']));
});

it('a hex has the verdict of most of its children, and partly where two are as frequent', () => {
  const served = everywhere(7, 7);
  const unserved = everywhere(0, 0);
  const half = everywhere(3, 3);
  const hexes = [
    [served, served, served, unserved, unserved, half, half],
    [served, served, served, unserved, unserved, unserved, half],
    [unserved, unserved, half, half, half, half, served],
    // A pentagon has six.
    [served, served, unserved, unserved, unserved, half],
  ];
  const hexOf = Int32Array.from(hexes.flatMap((children, hex) => children.map(() => hex)));
  const ofChildren = codes(
    hexes.flat().map(() => 7),
    hexes.flat(2),
  );
  const { combos, comboOf } = cellVerdicts(4, { fcc: undefined, puc: codesOfMost(ofChildren, hexOf, 4) });
  const said = Array.from(comboOf, (combo) => combos[combo]?.map(({ puc }) => puc));
  expect(said).toEqual(
    ['served', 'partly', 'partly', 'unserved'].map((verdict) => Array.from({ length: COMBO_SIZE }, () => verdict)),
  );
});

it('a hex takes its verdict tier by tier', () => {
  const atBoth = everywhere(7, 7);
  const atSlowOnly = everywhere(7, 0);
  const hex = [atBoth, atBoth, atBoth, atSlowOnly, atSlowOnly, atSlowOnly, atSlowOnly];
  const ofChildren = codes(
    hex.map(() => 7),
    hex.flat(),
  );
  const { combos } = cellVerdicts(1, { fcc: undefined, puc: codesOfMost(ofChildren, new Int32Array(7), 1) });
  expect(combos[0]?.slice(0, 2).map(({ puc }) => puc)).toEqual(['served', 'underserved']);
});

it('children of a hex have its codes', () => {
  const ofHexes = codes([10, 10], [...everywhere(10, 10), ...everywhere(0, 0)]);
  const ofChildren = codesOfHexes(ofHexes, Int32Array.of(1, 0, 1));
  expect(ofChildren).toEqual(codes([10, 10, 10], [...everywhere(0, 0), ...everywhere(10, 10), ...everywhere(0, 0)]));
});
